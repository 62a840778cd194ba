using System.Globalization;

namespace Backprop.Documents;

/// <summary>How running a notebook went.</summary>
/// <param name="Planned">Which notebook.</param>
/// <param name="Notebook">The notebook with what its cells showed, or null where the file could not be read.</param>
/// <param name="Failure">Why it stopped early, or null where it ran to its end.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record NotebookRun(PlannedNotebook Planned, NotebookDocument? Notebook, RunFailure? Failure, TimeSpan Elapsed);

/// <summary>Why a notebook stopped early.</summary>
/// <param name="Message">One line: notebook, cell, line where known, and what went wrong.</param>
/// <param name="Cell">The number of the cell as Jupyter counts them (the cells that ran, from 1), or null.</param>
public sealed record RunFailure(string Message, int? Cell)
{
    /// <summary>A failure in a cell.</summary>
    /// <param name="label">What messages call the notebook.</param>
    /// <param name="cell">The number of the cell.</param>
    /// <param name="line">The line in the cell, from 1, where it is known.</param>
    /// <param name="what">What went wrong; only its first line is taken.</param>
    public static RunFailure InCell(string label, int cell, int? line, string what)
    {
        string place = line is null
            ? string.Create(CultureInfo.InvariantCulture, $"cell {cell}")
            : string.Create(CultureInfo.InvariantCulture, $"cell {cell}, line {line}");
        return new($"{label}: {place}: {what.Trim().Split('\n')[0].TrimEnd()}", cell);
    }
}
