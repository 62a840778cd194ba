using Backprop.Documents;

namespace Backprop.Cli;

/// <summary>Runs the notebooks of a plan, several at a time, and keeps the results in the plan's order.</summary>
internal static class RunBatch
{
    // Each notebook has a worker of its own, and a lesson uses one core for most of its time.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Runs all, and writes each result as soon as it is there.</summary>
    /// <exception cref="DocumentException">A result cannot be written.</exception>
    public static async Task<IReadOnlyList<NotebookRun>> RunAsync(
        RunPlan plan, NotebookRunner runner, SiteWriter site, IProgress<RunEvent> progress, CancellationToken stop)
    {
        var runs = new NotebookRun[plan.Notebooks.Count];
        var writing = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForAsync(0, runs.Length, options, async (i, token) =>
        {
            runs[i] = await runner.RunAsync(plan.Notebooks[i], progress, token);
            lock (writing)
                site.Write(runs[i]);
        });
        return runs;
    }
}
