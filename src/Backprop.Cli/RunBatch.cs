using Backprop.Documents;

namespace Backprop.Cli;

/// <summary>Runs the notebooks of a plan, several at a time, and keeps the results in the plan's order.</summary>
internal static class RunBatch
{
    // A lesson is single-threaded for most of its time, and each has a worker of its own.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Runs all; hands each result to <paramref name="write"/> as soon as it is there.</summary>
    public static async Task<IReadOnlyList<NotebookRun>> RunAsync(
        RunPlan plan, NotebookRunner runner, IProgress<RunEvent> progress, Action<NotebookRun> write, CancellationToken stop)
    {
        var runs = new NotebookRun[plan.Notebooks.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForAsync(0, runs.Length, options, async (i, token) =>
        {
            runs[i] = await runner.RunAsync(plan.Notebooks[i], progress, token);
            write(runs[i]);
        });
        return runs;
    }
}
