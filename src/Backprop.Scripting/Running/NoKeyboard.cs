using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>The console's input where there is none: it is at its end from the start, and says so.</summary>
internal sealed class NoKeyboard : TextReader
{
    public override int Peek() => End(-1);

    public override int Read() => End(-1);

    public override int Read(char[] buffer, int index, int count) => End(0);

    public override string? ReadLine() => End<string?>(null);

    public override string ReadToEnd() => End("");

    private static T End<T>(T value)
    {
        const string Message =
            "Console input: cells have no keyboard, so there is nothing to read. Put the value into a variable.\n";
        OutputSink.Publish(new StreamOutput(Message, IsError: true));
        return value;
    }
}
