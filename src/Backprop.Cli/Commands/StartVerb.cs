using System.CommandLine;
using Backprop.Documents;

namespace Backprop.Cli.Commands;

/// <summary><c>start</c>: a learner's own copy of the lessons, opened in Jupyter.</summary>
internal static class StartVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("dir")
        {
            Description = "The folder to work in.",
            DefaultValueFactory = _ => "my-course",
        };
        var noOpen = new Option<bool>("--no-open") { Description = "Makes the copy and opens nothing." };
        var command = new Command("start", "Copies the lessons, without solutions, and opens them in Jupyter.") { folder, noOpen };
        command.SetAction(parsed => Start(parsed.GetValue(folder)!, !parsed.GetValue(noOpen)));
        return command;
    }

    private static int Start(string folder, bool open)
    {
        try
        {
            IReadOnlyList<LearnersLesson> lessons = new LearnersCopy(folder).Update(Clone.Folder("notebooks"));
            foreach (string line in lessons.Select(Describe).OfType<string>())
                Console.WriteLine(line);
            Console.WriteLine($"{lessons.Count} lessons in {Path.GetFullPath(folder)}");
        }
        catch (DocumentException error)
        {
            Messages.Error(error.Message);
            return ExitCode.Failed;
        }
        if (!open)
            return ExitCode.Fine;
        return KernelInstallVerbs.EnsureInstalled() ? Jupyter.Open(folder) : ExitCode.Failed;
    }

    private static string? Describe(LearnersLesson lesson) => lesson.Change switch
    {
        LessonChange.New => $"new        {lesson.File}",
        LessonChange.Updated => $"updated    {lesson.File}",
        LessonChange.Beside => $"corrected  {lesson.File}: beside your own, which stays as it is",
        _ => null,
    };
}
