using System.CommandLine;
using System.Globalization;
using Backprop.Documents;
using Spectre.Console;

namespace Backprop.Cli.Commands;

/// <summary><c>validate</c>: runs a learner's copy and says what is open, before it is handed in.</summary>
internal static class ValidateVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "The notebooks to hand in.",
            Arity = ArgumentArity.OneOrMore,
        };
        var timeout = new Option<double>("--timeout")
        {
            Description = "The most seconds that one cell may run.",
            DefaultValueFactory = _ => 120,
        };
        timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is <= 0 or > 1e6)
                result.AddError("--timeout takes seconds, more than 0.");
        });
        var command = new Command("validate", "Runs your copy of a lesson in a fresh session and says what is open.")
        {
            paths, timeout,
        };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(timeout), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, double timeout, CancellationToken stop)
    {
        try
        {
            // Nothing is written: the plan's folder is only where results would go.
            RunPlan plan = RunPlan.Create(paths, Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
            var runner = new NotebookRunner(WorkerVerb.StartSession)
            {
                CellTimeout = TimeSpan.FromSeconds(timeout),
                GoesOn = true,
            };
            bool isReady = true;
            foreach (PlannedNotebook planned in plan.Notebooks)
            {
                NotebookRun run = await runner.RunAsync(planned, progress: null, stop);
                if (run.Notebook is null)
                    throw new DocumentException(run.Failure!.Message);
                LearnersWork work = LearnersWork.Of(run.Notebook);
                Report(planned.Label, work);
                isReady &= work.IsReady;
            }
            return isReady ? ExitCode.Fine : ExitCode.Failed;
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
            Messages.Note("stopped");
            return ExitCode.Interrupted;
        }
    }

    private static void Report(string label, LearnersWork work)
    {
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{label}[/]");
        foreach (ExerciseOutcome exercise in work.Exercises)
        {
            (string sign, string colour) = exercise.Passed ? ("✓", "green") : ("…", "yellow");
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture,
                $"  [{colour}]{sign}[/] {exercise.Id}  {exercise.Earned} of {exercise.Most} points");
            foreach (string open in exercise.Open)
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"      {open}");
        }
        foreach (string fault in work.Faults)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [red]✗[/] {fault}");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"  {work.Exercises.Sum(e => e.Earned)} of {work.Exercises.Sum(e => e.Most)} points on the visible checks");
    }
}
