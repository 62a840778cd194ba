using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Backprop.Tests.Documents;

/// <summary>The rules of the nbformat 4.5 schema, written out; throws with the place of the first breach.</summary>
internal static partial class NotebookSchema
{
    public static void Check(string json)
    {
        JsonObject root = JsonNode.Parse(json)!.AsObject();
        Keys(root, "notebook", ["metadata", "nbformat_minor", "nbformat", "cells"], []);
        True(root["nbformat"]!.GetValue<int>() == 4 && root["nbformat_minor"]!.GetValue<int>() >= 5, "format");
        Metadata(root["metadata"]!.AsObject());
        var ids = new HashSet<string>();
        foreach (JsonNode? cell in root["cells"]!.AsArray())
            Cell(cell!.AsObject(), ids);
    }

    private static void Metadata(JsonObject metadata)
    {
        if (metadata["kernelspec"] is JsonObject kernel)
            True(IsText(kernel["name"]) && IsText(kernel["display_name"]), "kernelspec");
        if (metadata["language_info"] is JsonObject language)
            True(IsText(language["name"]), "language_info");
    }

    private static void Cell(JsonObject cell, HashSet<string> ids)
    {
        string kind = cell["cell_type"]!.GetValue<string>();
        string[] required = kind == "code"
            ? ["id", "cell_type", "metadata", "source", "outputs", "execution_count"]
            : ["id", "cell_type", "metadata", "source"];
        Keys(cell, kind, required, kind == "code" ? [] : ["attachments"]);
        True(kind is "code" or "markdown" or "raw", "cell_type");
        string id = cell["id"]!.GetValue<string>();
        True(IdPattern().IsMatch(id), $"id {id}");
        True(ids.Add(id), $"id {id} twice");
        Lines(cell["source"], "source");
        if (cell["metadata"]!.AsObject()["tags"] is JsonArray tags)
            True(tags.Select(t => t!.GetValue<string>()).Distinct().Count() == tags.Count, "tags");
        if (kind != "code")
            return;
        True(cell["execution_count"] is null || cell["execution_count"]!.GetValue<int>() >= 0, "execution_count");
        foreach (JsonNode? output in cell["outputs"]!.AsArray())
            Output(output!.AsObject());
    }

    private static void Output(JsonObject output)
    {
        string kind = output["output_type"]!.GetValue<string>();
        switch (kind)
        {
            case "stream":
                Keys(output, kind, ["output_type", "name", "text"], []);
                True(IsText(output["name"]), "name");
                Lines(output["text"], "text");
                break;
            case "error":
                Keys(output, kind, ["output_type", "ename", "evalue", "traceback"], []);
                True(IsText(output["ename"]) && IsText(output["evalue"]), "error");
                True(output["traceback"]!.AsArray().All(IsText), "traceback");
                break;
            case "display_data":
                Keys(output, kind, ["output_type", "data", "metadata"], []);
                Bundle(output["data"]!.AsObject());
                break;
            case "execute_result":
                Keys(output, kind, ["output_type", "data", "metadata", "execution_count"], []);
                Bundle(output["data"]!.AsObject());
                break;
            default:
                throw new InvalidOperationException($"output_type {kind}");
        }
    }

    private static void Bundle(JsonObject data)
    {
        foreach ((string mime, JsonNode? content) in data)
            if (!JsonMime().IsMatch(mime))
                Lines(content, mime);
    }

    private static void Keys(JsonObject node, string what, string[] required, string[] allowed)
    {
        string[] keys = [.. node.Select(entry => entry.Key)];
        True(!required.Except(keys).Any(), $"{what} lacks {string.Join(", ", required.Except(keys))}");
        True(!keys.Except(required).Except(allowed).Any(), $"{what} has {string.Join(", ", keys.Except(required))}");
    }

    private static void Lines(JsonNode? node, string what)
    {
        True(IsText(node) || (node is JsonArray lines && lines.All(IsText)), what);
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static void True(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"Not valid in nbformat 4.5: {what}");
    }

    [GeneratedRegex("^[a-zA-Z0-9-_]{1,64}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^(?!text/).*application/(.*\+)?json$")]
    private static partial Regex JsonMime();
}
