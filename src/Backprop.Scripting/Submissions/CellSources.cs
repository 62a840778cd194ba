using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Scripting;

/// <summary>The texts of the cells that ran, so that an error can show the line that it came from.</summary>
internal sealed class CellSources
{
    private readonly ConcurrentDictionary<string, (string Name, SourceText Text)> cells = [];

    /// <summary>Keeps a cell's text and gives the path that stands for it in debug information.</summary>
    /// <remarks>A cell that runs again gets another path: functions of its older text are still around.</remarks>
    public string Add(string name, SourceText text)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"cell#{cells.Count}");
        cells[path] = (name, text);
        return path;
    }

    /// <summary>How errors cite a path: the cell's name, or the file's name where <c>#load</c> brought it in.</summary>
    public string NameOf(string path) => Find(path)?.Name ?? Path.GetFileName(path);

    /// <summary>A line of a cell, counted from 1; an empty string where it is not known.</summary>
    public string Line(string path, int number) =>
        Find(path) is { Text.Lines: var lines } && number >= 1 && number <= lines.Count
            ? lines[number - 1].ToString()
            : "";

    /// <summary>A cell's text; null for the path of a file, or of a text that has not run.</summary>
    public string? TextOf(string path) => Find(path)?.Text.ToString();

    // The compiler cites some paths in full.
    private (string Name, SourceText Text)? Find(string path) =>
        cells.TryGetValue(Path.GetFileName(path), out (string Name, SourceText Text) cell) ? cell : null;
}
