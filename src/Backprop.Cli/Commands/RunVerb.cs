using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Backprop.Documents;

namespace Backprop.Cli.Commands;

/// <summary><c>run</c>: executes notebooks and writes them, their pages and an index.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Notebooks, or folders of notebooks (default: notebooks).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string>("--out")
        {
            Description = "The folder for the results.",
            DefaultValueFactory = _ => "out",
        };
        var timeout = new Option<double?>("--timeout") { Description = "The most seconds that one cell may run." };
        var open = new Option<bool>("--open") { Description = "Opens the result in the browser." };
        paths.Validators.Add(result =>
        {
            foreach (string option in result.Tokens.Select(t => t.Value).Where(v => v.StartsWith('-')))
                result.AddError($"run has no option {option}.");
        });
        timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is <= 0 or > 1e6)
                result.AddError("--timeout takes seconds, more than 0.");
        });

        var command = new Command("run", "Runs notebooks and writes executed notebooks, pages and an index.")
        {
            paths, output, timeout, open,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(paths) is { Length: > 0 } given ? given : [Clone.Folder("notebooks")],
            parsed.GetResult(output) is { Implicit: false } ? parsed.GetValue(output)! : Clone.Folder("out"),
            parsed.GetValue(timeout),
            parsed.GetValue(open),
            stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string output, double? timeout, bool open, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            RunPlan plan = RunPlan.Create(paths, output);
            var site = new SiteWriter(plan, Assets.Find());
            var runner = new NotebookRunner(WorkerVerb.StartSession)
            {
                CellTimeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            };
            using var progress = new RunProgress(plan.Notebooks.Count);
            IReadOnlyList<NotebookRun> runs = await RunBatch.RunAsync(plan, runner, site, progress, stop);
            progress.Close();

            int failed = runs.Count(run => run.Failure is not null);
            string index = site.WriteIndex();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{runs.Count} notebooks, {failed} failed, {clock.Elapsed.TotalSeconds:F1} s: {index}"));
            if (open)
                Browser.Open(index);
            return failed > 0 ? ExitCode.Failed : ExitCode.Fine;
        }
        catch (UsageException error)
        {
            Messages.Error(error.Message);
            return ExitCode.Usage;
        }
        catch (DocumentException error)
        {
            Messages.Error(error.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            Messages.Note("stopped; what was finished is written");
            return ExitCode.Interrupted;
        }
    }
}
