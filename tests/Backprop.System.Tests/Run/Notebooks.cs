using System.Text.Json.Nodes;

namespace Backprop.System.Tests.Run;

/// <summary>Small notebooks for tests.</summary>
internal static class Notebooks
{
    /// <summary>A C# notebook with these code cells.</summary>
    public static string Of(params string[] cells) => Create("C#", [.. cells.Select(code => Cell(code))]).ToJsonString();

    /// <summary>A notebook of another language.</summary>
    public static string Python() => Create("python", Cell("print(1)")).ToJsonString();

    /// <summary>A code cell, with tags.</summary>
    public static JsonObject Cell(string code, params string[] tags) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = Guid.NewGuid().ToString("N")[..8],
        ["metadata"] = tags.Length == 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)t)]) },
        ["outputs"] = new JsonArray(),
        ["source"] = code,
    };

    /// <summary>A notebook with these cells.</summary>
    public static JsonObject Create(string language, params JsonObject[] cells) => new()
    {
        ["cells"] = new JsonArray([.. cells]),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject
            {
                ["display_name"] = language,
                ["language"] = language,
                ["name"] = language == "C#" ? "backprop-csharp" : "python3",
            },
            ["language_info"] = new JsonObject { ["name"] = language == "C#" ? "C#" : "python" },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };
}
