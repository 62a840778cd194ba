using System.Globalization;
using System.Text.Json.Nodes;

namespace Backprop.Documents;

/// <summary>Keeps the ids that cells have; makes one where it is missing, malformed or taken.</summary>
internal sealed class CellIds
{
    private const int MostLetters = 64;

    private readonly HashSet<string> kept = [];
    private readonly HashSet<string> used = [];
    private int count;

    /// <summary>Knows all ids of a file, so that a made one never takes the id of a later cell.</summary>
    public CellIds(JsonArray cells)
    {
        foreach (JsonNode? cell in cells)
            if (cell is JsonObject node && IdOf(node) is string id)
                kept.Add(id);
    }

    /// <summary>The id of the next cell.</summary>
    public string Next(JsonObject cell)
    {
        count++;
        string? id = IdOf(cell);
        if (id is not null && used.Add(id))
            return id;
        string made = string.Create(CultureInfo.InvariantCulture, $"cell-{count}");
        while (kept.Contains(made) || !used.Add(made))
            made += "x";
        return made;
    }

    private static string? IdOf(JsonObject cell)
    {
        return cell["id"] is JsonValue value && value.TryGetValue(out string? id) && IsValid(id) ? id : null;
    }

    private static bool IsValid(string id)
    {
        return id.Length is > 0 and <= MostLetters && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }
}
