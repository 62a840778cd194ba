using System.Text.RegularExpressions;

namespace Backprop.Scripting;

/// <summary>Tells from what a dead worker left behind what the cell did, in plain words.</summary>
internal static partial class Obituary
{
    private const int SignalBase = 128;
    private const RegexOptions Text = RegexOptions.Multiline | RegexOptions.Singleline;
    private const string Lost = "The session's variables are lost.";

    /// <param name="exitCode">The process's exit code.</param>
    /// <param name="leftWith">The code that it gave to <c>Environment.Exit</c>, where it announced that.</param>
    /// <param name="protocolError">What was wrong with its last message, or null.</param>
    /// <param name="errorText">What it wrote to standard error.</param>
    public static CellResult Write(int exitCode, int? leftWith, string? protocolError, string errorText)
    {
        (string name, string message) = Cause(exitCode, leftWith, protocolError, errorText);
        return Endings.End(CellStatus.Died, name, $"{message} {Lost}");
    }

    private static (string Name, string Message) Cause(
        int exitCode, int? leftWith, string? protocolError, string errorText)
    {
        if (protocolError is not null)
            return ("ProtocolError", $"The worker process wrote into the pipe to its host. {protocolError}");
        if (StackOverflow().IsMatch(errorText))
            return (Endings.StackOverflow, Recursion(errorText));
        if (UnhandledException().Match(errorText) is { Success: true } unhandled)
            return (Last(unhandled.Groups["type"].Value), Unhandled(unhandled));
        if (OutOfMemory().IsMatch(errorText))
            return ("OutOfMemory", "The process ran out of memory.");
        if (FailFast().Match(errorText) is { Success: true } failFast)
            return ("FailFast", $"The process was ended at once: {failFast.Groups["message"].Value.Trim()}");
        if (leftWith is int code)
            return ("EnvironmentExit", Numbered($"The cell called Environment.Exit({code}), which ended its process."));
        return exitCode == SignalBase + NativeMethods.SigKill
            ? ("Killed", "The process was killed from outside, most likely because the machine ran out of memory.")
            : ("Crash", Numbered($"The process ended with exit code {exitCode}."));
    }

    private static string Unhandled(Match match)
    {
        string message = LearnerTerms.Clean(match.Groups["message"].Value.Trim());
        return $"An exception that nobody caught, on a thread of the cell's own, ended the process: {message}";
    }

    // The first frames of the trace may be the library's; the learner's are in the class that holds the cells'
    // variables.
    private static string Recursion(string errorText)
    {
        Match frame = LearnersFrame().Match(errorText);
        return Endings.Recursion(frame.Success ? frame.Groups["name"].Value : null);
    }

    private static string Numbered(FormattableString text) => FormattableString.Invariant(text);

    private static string Last(string type) => type[(type.LastIndexOfAny(['.', '+']) + 1)..];

    [GeneratedRegex(@"^Stack overflow\.", RegexOptions.Multiline)]
    private static partial Regex StackOverflow();

    [GeneratedRegex(@"^Unhandled exception\. (?<type>[\w.+`#]+)(: (?<message>.*?))?\s*(^   at |^ --->|\z)", Text)]
    private static partial Regex UnhandledException();

    [GeneratedRegex(@"^(Out of memory\.|GC heap initialization failed)", RegexOptions.Multiline)]
    private static partial Regex OutOfMemory();

    [GeneratedRegex(@"^Process terminated\.\s*(?<message>.*?)\s*(^   at |\z)", Text)]
    private static partial Regex FailFast();

    [GeneratedRegex(@"at Cell#\d+[.+](?:<.*>g__)?(?<name>[\w.]+)")]
    private static partial Regex LearnersFrame();
}
