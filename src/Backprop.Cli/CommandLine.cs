using System.CommandLine;
using Backprop.Cli.Commands;
using Spectre.Console;

namespace Backprop.Cli;

/// <summary>
/// The tool's verbs and their options. What a verb does stands in <c>Commands</c>; there is no logic of its own here.
/// </summary>
internal static class CommandLine
{
    /// <summary>Runs one command. 0: fine; 1: the work failed; 2: the command was wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["worker", .. var options])
            return WorkerVerb.Run(options);
        if (args is ["kernel", "run", ..])
            WorkerVerb.StartAhead();

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            });
            AnsiConsole.Console.Profile.Width = 1000; // a file has no edge to break lines at
        }

        RootCommand root = Create();
        if (args is [] or ["help"])
            args = ["--help"];
        else if (args is ["help", string verb, ..])
            args = [verb, "--help"];

        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(e => e.Message).Distinct())
                Messages.Error(message.ReplaceLineEndings(" "));
            Messages.Note($"`{Clone.ToolName} help` lists the commands.");
            return ExitCode.Usage;
        }
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        if (args is ["kernel", "run", ..])
            invocation.ProcessTerminationTimeout = null; // signals are the kernel's own: SIGINT interrupts a cell
        return await parsed.InvokeAsync(invocation);
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Backprop: learn and do deep learning in C#.")
        {
            RunVerb.Create(),
            StartVerb.Create(),
            ValidateVerb.Create(),
            ReleaseVerb.Create(),
            KernelVerb.Create(),
            ConvertVerb.Create(),
        };
        if (Clone.Root is not null)
        {
            root.Add(CheckVerb.Create());
            root.Add(LessonVerb.Create());
            root.Add(TestVerb.Create());
            root.Add(BenchVerb.Create());
        }
        root.Add(new Command("help", "Shows this help, or that of one command: help run.")
        {
            new Argument<string?>("command") { Arity = ArgumentArity.ZeroOrOne },
        });
        return root;
    }
}
