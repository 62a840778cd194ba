namespace Backprop.Documents;

/// <summary>How running a notebook went.</summary>
/// <param name="Planned">Which notebook.</param>
/// <param name="Notebook">The notebook with what its cells showed, or null where the file could not be read.</param>
/// <param name="Failure">Why it stopped early, or null where it ran to its end.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record NotebookRun(
    PlannedNotebook Planned, NotebookDocument? Notebook, RunFailure? Failure, TimeSpan Elapsed);
