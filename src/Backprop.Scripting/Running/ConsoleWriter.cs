using System.Globalization;
using System.Text;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>A console stream whose text goes to the output sink of the code that prints it, a call at a time.</summary>
internal sealed class ConsoleWriter : TextWriter
{
    private readonly bool isError;

    public ConsoleWriter(bool isError)
        : base(CultureInfo.InvariantCulture)
    {
        this.isError = isError;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Send(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Send(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Send(buffer.ToString());

    public override void Write(string? value) => Send(value ?? "");

    public override void WriteLine() => Send("\n");

    public override void WriteLine(string? value) => Send(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Send($"{buffer}\n");

    private void Send(string text)
    {
        if (text.Length > 0)
            OutputSink.Publish(new StreamOutput(text, isError));
    }
}
