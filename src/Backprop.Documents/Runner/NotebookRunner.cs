using System.Diagnostics;
using System.Globalization;
using Backprop.Scripting;

namespace Backprop.Documents;

/// <summary>Runs notebooks from the first cell to the last, without a person.</summary>
/// <param name="newSession">Starts a session whose working directory is the given folder: that of the notebook.</param>
public sealed class NotebookRunner(Func<string, ICellRunner> newSession)
{
    private const string MayFail = "raises-exception";

    /// <summary>How long one cell may run; no limit where null.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>True to run the cells below a failing one too, as a person in a notebook may.</summary>
    public bool GoesOn { get; init; }

    internal OutputLimits Limits { get; init; } = OutputLimits.Default;

    /// <summary>
    /// Runs one notebook in a session of its own. A failing cell ends it, except for an error in a cell tagged
    /// <c>raises-exception</c>. Nothing is written.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public async Task<NotebookRun> RunAsync(
        PlannedNotebook planned, IProgress<RunEvent>? progress = null, CancellationToken stop = default)
    {
        var clock = Stopwatch.StartNew();
        NotebookDocument? notebook = null;
        RunFailure? failure;
        try
        {
            notebook = NotebookFile.Read(planned.Source, planned.Label);
            failure = await RunCellsAsync(planned, notebook, progress, stop).ConfigureAwait(false);
        }
        catch (DocumentException error)
        {
            failure = RunFailure.Unread(planned.Label, error);
        }
        var run = new NotebookRun(planned, notebook, failure, clock.Elapsed);
        progress?.Report(new NotebookEnded(planned, run));
        return run;
    }

    private async Task<RunFailure?> RunCellsAsync(
        PlannedNotebook planned, NotebookDocument notebook, IProgress<RunEvent>? progress, CancellationToken stop)
    {
        foreach (NotebookCell cell in notebook.Cells)
        {
            cell.ExecutionCount = null;
            cell.Outputs.Clear();
        }
        NotebookCell[] runnable = [.. notebook.Cells.Where(cell => cell.IsRunnable)];
        progress?.Report(new NotebookStarted(planned, runnable.Length));
        if (runnable.Length == 0)
            return null;
        ICellRunner session = newSession(Path.GetDirectoryName(planned.Source)!);
        await using var _ = session.ConfigureAwait(false);
        var collector = new OutputCollector(Limits);
        RunFailure? first = null;
        for (int i = 0; i < runnable.Length; i++)
        {
            progress?.Report(new CellStarted(planned, i + 1, runnable.Length));
            runnable[i].ExecutionCount = i + 1;
            CellResult result = await RunCellAsync(session, runnable[i], collector, stop).ConfigureAwait(false);
            bool mayGoOn = result.Status == CellStatus.Ok
                || (result.Status == CellStatus.Failed && runnable[i].HasTag(MayFail));
            if (mayGoOn)
                continue;
            first ??= RunFailure.InCell(planned.Label, i + 1, result.Error!.Line,
                $"{result.Error.Name}: {result.Error.Message}");
            if (!GoesOn || result.Status == CellStatus.Died)
                break;
        }
        return first;
    }

    private async Task<CellResult> RunCellAsync(
        ICellRunner session, NotebookCell cell, OutputCollector collector, CancellationToken stop)
    {
        int count = cell.ExecutionCount!.Value;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (CellTimeout is TimeSpan limit)
            ending.CancelAfter(limit);
        // Not Cancel(): what hangs on the token must not run inside the collector's lock.
        collector.Begin(cell, () => _ = ending.CancelAsync());
        string name = string.Create(CultureInfo.InvariantCulture, $"cell {count}");
        CellResult result = await session.RunAsync(new Cell(cell.Source, name), collector.Add, ending.Token)
            .ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        if (result.Status != CellStatus.Ok)
            result = result with { Error = Explain(result, collector.IsTooMuch) };
        collector.End(result.Error is CellError error
            ? new ErrorEntry(error.Name, error.Message, error.Traceback)
            : result.Value is null ? null : new DisplayEntry(result.Value, count));
        return result;
    }

    private CellError Explain(CellResult result, bool isTooMuch)
    {
        if (result.Status == CellStatus.Stopped && isTooMuch)
            return Plain("TooMuchOutput", string.Create(CultureInfo.InvariantCulture,
                $"The cell wrote more than {Limits.MostBytes / 1e6:0.#} MB and was stopped. Print less in its loop."));
        if (result.Status == CellStatus.Stopped && CellTimeout is TimeSpan limit)
            return Plain("Timeout", string.Create(CultureInfo.InvariantCulture,
                $"The cell ran longer than {limit.TotalSeconds:0.###} s and was stopped. "
                + $"Allow more with --timeout, or look for an endless loop."));
        return result.Error ?? Plain(result.Status.ToString(), result.Status == CellStatus.Died
            ? "The cell ended the process that ran it."
            : "The cell was stopped.");
    }

    private static CellError Plain(string name, string message) => new(name, message, Line: null, [message]);
}
