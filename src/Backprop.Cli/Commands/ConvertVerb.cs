using System.CommandLine;
using Backprop.Documents;

namespace Backprop.Cli.Commands;

/// <summary><c>convert</c>: writes a notebook in the other format.</summary>
internal static class ConvertVerb
{
    public static Command Create()
    {
        var from = new Argument<string>("from") { Description = "The notebook: .ipynb or .dib." };
        var to = new Argument<string>("to") { Description = "The file to write: .ipynb or .dib (which has no outputs)." };
        var force = new Option<bool>("--force") { Description = "Replaces a file that is there." };
        var command = new Command("convert", "Converts a notebook between .ipynb and .dib.") { from, to, force };
        command.SetAction(parsed => Convert(parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(force)));
        return command;
    }

    private static int Convert(string from, string to, bool force)
    {
        if (!NotebookFile.IsNotebook(from) || !NotebookFile.IsNotebook(to))
        {
            Messages.Error("convert takes two notebooks, whose names end in .ipynb or .dib.");
            return ExitCode.Usage;
        }
        if (File.Exists(to) && !force)
        {
            Messages.Error($"{to}: is there already. Add --force to replace it.");
            return ExitCode.Usage;
        }
        try
        {
            NotebookFile.Write(NotebookFile.Read(from), to);
            Console.WriteLine(to);
            return ExitCode.Fine;
        }
        catch (DocumentException error)
        {
            Messages.Error(error.Message);
            return ExitCode.Failed;
        }
    }
}
