using System.CommandLine;
using Backprop.Documents;

namespace Backprop.Cli.Commands;

/// <summary><c>check</c>: holds the lessons to the rules of authoring, as they are written and as they run.</summary>
internal static class CheckVerb
{
    private const string CoverageFile = "coverage.md";

    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Lessons (default: all of notebooks).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var still = new Option<bool>("--still") { Description = "Looks at the text only, and runs nothing." };
        var write = new Option<bool>("--write") { Description = $"Writes notebooks/{CoverageFile} anew." };
        var command = new Command("check", "Holds lessons to the rules of authoring; runs them.") { paths, still, write };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(paths) is { Length: > 0 } given ? given : [.. LessonNotebook.In(Clone.Folder("notebooks"))],
            parsed.GetValue(still), parsed.GetValue(write), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, bool still, bool write, CancellationToken stop)
    {
        try
        {
            int faults = 0;
            foreach (string path in paths)
                faults += Report(path, await FaultsAsync(path, still, stop));
            faults += CheckCoverage(write);
            Console.WriteLine($"{paths.Length} lessons, {faults} faults");
            return faults == 0 ? ExitCode.Fine : ExitCode.Failed;
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

    private static async Task<List<string>> FaultsAsync(string path, bool still, CancellationToken stop)
    {
        var lesson = new LessonNotebook(path);
        List<string> faults = [.. LessonLint.Faults(lesson, Curriculum.Read(lesson.Folder))];
        if (still)
            return faults;
        var runner = new NotebookRunner(WorkerVerb.StartSession);
        NotebookRun run = await runner.RunAsync(
            new PlannedNotebook(lesson.Path, path, Path.GetFileNameWithoutExtension(path)), progress: null, stop);
        if (run.Failure is not null)
            faults.Add(run.Failure.Text);
        if (run.Notebook is null)
            return faults;
        faults.AddRange(LessonLint.Silent(new LessonNotebook(path, run.Notebook)));
        faults.AddRange(NumberLint.Unsupported(run.Notebook));
        faults.AddRange(LearnersWork.Of(run.Notebook).Exercises
            .Where(exercise => !exercise.Passed).Select(exercise => $"{exercise.Id}: its own solution does not pass"));
        return faults;
    }

    private static int Report(string path, List<string> faults)
    {
        foreach (string fault in faults)
            Console.WriteLine($"{Path.GetFileName(path)}: {fault}");
        return faults.Count;
    }

    private static int CheckCoverage(bool write)
    {
        string folder = Clone.Folder("notebooks");
        string file = Path.Combine(folder, CoverageFile);
        string table = Coverage.ToMarkdown(
            Curriculum.Read(folder), [.. LessonNotebook.In(folder).Select(path => new LessonNotebook(path))]);
        if (write)
            AtomicFile.Write(file, table);
        else if (!File.Exists(file) || File.ReadAllText(file) != table)
        {
            Console.WriteLine($"{CoverageFile}: is not what the cells' tags say; `{Clone.ToolName} check --write` writes it");
            return 1;
        }
        return 0;
    }
}
