namespace Backprop.Documents;

/// <summary>What happens while notebooks run, for whoever shows it.</summary>
/// <param name="Notebook">The notebook that it is about.</param>
public abstract record RunEvent(PlannedNotebook Notebook);

/// <summary>A notebook begins.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Cells">How many cells it will run.</param>
public sealed record NotebookStarted(PlannedNotebook Notebook, int Cells) : RunEvent(Notebook);

/// <summary>A cell begins.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Cell">Its number among the cells that run, from 1.</param>
/// <param name="Cells">How many cells run.</param>
public sealed record CellStarted(PlannedNotebook Notebook, int Cell, int Cells) : RunEvent(Notebook);

/// <summary>A notebook has ended, well or not.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Result">How it went.</param>
public sealed record NotebookEnded(PlannedNotebook Notebook, NotebookRun Result) : RunEvent(Notebook);
