namespace Backprop.Display;

/// <summary>A question that a cell asks the person at the keyboard.</summary>
/// <param name="Prompt">What to show before the field; may be empty.</param>
/// <param name="IsPassword">Whether what is typed must not be seen.</param>
public sealed record InputQuestion(string Prompt, bool IsPassword = false);

/// <summary>
/// Where lines from the keyboard come from. A worker sets it; elsewhere there is no keyboard, and reading says so.
/// </summary>
public static class InputSource
{
    private static Func<InputQuestion, string?>? source;

    /// <summary>Asks and waits; null stands for nobody to ask.</summary>
    public static string? Ask(InputQuestion question)
    {
        if (Volatile.Read(ref source)?.Invoke(question) is { } text)
            return text;
        const string Message =
            "Console input: cells have no keyboard, so there is nothing to read. Put the value into a variable.\n";
        OutputSink.Publish(new StreamOutput(Message, IsError: true));
        return null;
    }

    /// <summary>Sets who is asked in this process.</summary>
    public static void Set(Func<InputQuestion, string?> ask) => Volatile.Write(ref source, ask);
}
