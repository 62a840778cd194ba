using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>Draws code cells: the code, then what it showed.</summary>
internal sealed class CellView(OutputView outputs, int? failedCell)
{
    /// <summary>A code cell; null where there is nothing in it.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="code">The code to show in place of the cell's own, or null.</param>
    public IElement? Render(NotebookCell cell, IElement? code = null)
    {
        if (!cell.IsRunnable)
            return null;
        string number = cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? "";
        IElement frame = Dom.Parse("");
        frame.ClassName = "cell";
        if (number.Length > 0)
        {
            frame.Id = $"cell-{number}";
            frame.SetAttribute("data-n", number);
        }
        frame.AppendChild(code ?? Code(cell.Source, number.Length > 0 ? $"C# code, cell {number}" : "C# code"));
        if (outputs.Render(cell) is IElement shown)
            frame.AppendChild(shown);
        if (failedCell is int failed && cell.ExecutionCount == failed)
            frame.AppendChild(frame.Make("p", "stopped", "The lesson stopped here. The cells below did not run."));
        return frame;
    }

    /// <summary>Code in colours.</summary>
    public static IElement Code(string source, string label)
    {
        string html = CSharpHighlighter.ToHtml(source.Trim('\n').TrimEnd());
        return Dom.One(Dom.Scrolling("bp-code", label, new Html($"<code>{html}</code>")));
    }

    /// <summary>What nbgrader noted about a cell, or null.</summary>
    public static JsonObject? Grading(NotebookCell cell) => cell.Metadata["nbgrader"] as JsonObject;

    /// <summary>Whether nbgrader noted that a cell is of a kind: <c>solution</c> or <c>grade</c>.</summary>
    public static bool Is(NotebookCell cell, string kind)
    {
        return Grading(cell)?[kind] is JsonValue value && value.TryGetValue(out bool isSo) && isSo;
    }
}
