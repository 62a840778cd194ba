using System.Globalization;

namespace Backprop.Documents;

/// <summary>Why a notebook stopped early.</summary>
/// <param name="Label">What messages call the notebook.</param>
/// <param name="What">What went wrong, in one line.</param>
/// <param name="Cell">The number of the cell as Jupyter counts them (the cells that ran, from 1), or null.</param>
/// <param name="Line">The line in that cell, from 1, or null.</param>
public sealed record RunFailure(string Label, string What, int? Cell = null, int? Line = null)
{
    /// <summary>One line that names everything: <c>03.ipynb: cell 2, line 3: CompileError: …</c></summary>
    public string Message => $"{Label}: {Text}";

    /// <summary>The same for a place where the notebook is known: <c>cell 2, line 3: CompileError: …</c></summary>
    public string Text => Cell is null ? What : $"{Place}: {What}";

    private string Place => Line is null
        ? string.Create(CultureInfo.InvariantCulture, $"cell {Cell}")
        : string.Create(CultureInfo.InvariantCulture, $"cell {Cell}, line {Line}");

    /// <summary>A failure in a cell.</summary>
    /// <param name="label">What messages call the notebook.</param>
    /// <param name="cell">The number of the cell.</param>
    /// <param name="line">The line in the cell, from 1, where it is known.</param>
    /// <param name="what">What went wrong; only its first line is taken.</param>
    public static RunFailure InCell(string label, int cell, int? line, string what)
    {
        return new(label, what.Trim().Split('\n')[0].TrimEnd(), cell, line);
    }

    /// <summary>A notebook that could not be read.</summary>
    public static RunFailure Unread(string label, DocumentException error)
    {
        string message = error.Message;
        bool repeats = message.StartsWith(label + ": ", StringComparison.Ordinal);
        return new(label, repeats ? message[(label.Length + 2)..] : message);
    }
}
