using System.CommandLine;
using Backprop.Documents;

namespace Backprop.Cli.Commands;

/// <summary><c>lesson new</c>: the files of a lesson to begin with.</summary>
internal static class LessonVerb
{
    public static Command Create()
    {
        var number = new Argument<int>("number") { Description = "Its place in the course, 1 to 99." };
        var title = new Argument<string>("title") { Description = "Its title, such as \"Slopes and the chain rule\"." };
        number.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 99)
                result.AddError("A lesson has a number from 1 to 99.");
        });
        var fresh = new Command("new", "Writes a notebook, its checks and answers to begin with.") { number, title };
        fresh.SetAction(parsed => New(parsed.GetValue(number), parsed.GetValue(title)!));
        return new Command("lesson", "Helps authors of lessons.") { fresh };
    }

    private static int New(int number, string title)
    {
        try
        {
            foreach (string file in LessonTemplate.Write(Clone.Root!, number, title))
                Console.WriteLine($"wrote {Path.GetRelativePath(Clone.Root!, file)}");
            Messages.Note("notebooks/README.md tells how to go on; `course check --still` says what is missing");
            return ExitCode.Fine;
        }
        catch (DocumentException error)
        {
            Messages.Error(error.Message);
            return ExitCode.Failed;
        }
    }
}
