using System.CommandLine;
using Backprop.Documents;

namespace Backprop.Cli.Commands;

/// <summary><c>release</c>: lessons as learners get them, in nbgrader's format.</summary>
internal static class ReleaseVerb
{
    public static Command Create()
    {
        var source = new Argument<string>("path") { Description = "A notebook with solutions, or a folder of them." };
        var target = new Option<string>("--out")
        {
            Description = "The folder for the copies.",
            DefaultValueFactory = _ => "release",
        };
        var command = new Command("release", "Copies lessons without solutions, hidden tests and outputs.") { source, target };
        command.SetAction(parsed => Release(parsed.GetValue(source)!, parsed.GetValue(target)!));
        return command;
    }

    private static int Release(string source, string target)
    {
        if (!Directory.Exists(source) && !File.Exists(source))
        {
            Messages.Error($"{source}: there is no such file or folder.");
            return ExitCode.Usage;
        }
        try
        {
            IReadOnlyList<string> released = ReleasedFolder.Write(source, target);
            Console.WriteLine($"{released.Count} notebooks released to {Path.GetFullPath(target)}");
            return ExitCode.Fine;
        }
        catch (DocumentException error)
        {
            Messages.Error(error.Message);
            return ExitCode.Failed;
        }
    }
}
