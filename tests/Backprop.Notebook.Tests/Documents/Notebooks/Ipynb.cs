using System.Text.Json.Nodes;

namespace Backprop.Tests.Documents;

/// <summary>Small .ipynb texts for tests.</summary>
internal static class Ipynb
{
    public const string CSharp = """{"kernelspec":{"name":"backprop-csharp","display_name":"C#","language":"C#"}}""";

    public static string Of(params JsonObject[] cells) => With(CSharp, 5, cells);

    public static string With(string metadata, int minor, params JsonObject[] cells)
    {
        return new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = JsonNode.Parse(metadata),
            ["nbformat"] = 4,
            ["nbformat_minor"] = minor,
        }.ToJsonString();
    }

    public static JsonObject Code(string source, string id = "", params string[] tags)
    {
        var cell = new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        };
        if (id.Length > 0)
            cell["id"] = id;
        if (tags.Length > 0)
            cell["metadata"]!["tags"] = new JsonArray([.. tags.Select(t => JsonValue.Create(t))]);
        return cell;
    }

    public static JsonObject Text(string source, string id = "")
    {
        var cell = new JsonObject { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = source };
        if (id.Length > 0)
            cell["id"] = id;
        return cell;
    }
}
