namespace Backprop.Cli;

/// <summary>Lines for the person at the terminal: on standard error, so that standard output holds results only.</summary>
internal static class Messages
{
    /// <summary>Says what went wrong, in one line.</summary>
    public static void Error(string text) => Console.Error.WriteLine($"{Clone.ToolName}: {text}");

    /// <summary>Says what is going on.</summary>
    public static void Note(string text) => Console.Error.WriteLine($"{Clone.ToolName}: {text}");
}
