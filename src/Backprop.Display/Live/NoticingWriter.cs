using System.Text;

namespace Backprop.Display;

/// <summary>The console as it was, but it is noticed when somebody writes to it.</summary>
internal sealed class NoticingWriter(TextWriter inner) : TextWriter
{
    /// <summary>What <see cref="Console.Out"/> is while this writer stands in its place.</summary>
    public TextWriter? AsConsole { get; private set; }

    /// <summary>Whether anything was written since <see cref="WriteUnnoticed"/>.</summary>
    public bool WasUsed { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Puts one in the place of the console's.</summary>
    public static NoticingWriter Install()
    {
        var writer = new NoticingWriter(Console.Out);
        Console.SetOut(writer);
        writer.AsConsole = Console.Out;
        return writer;
    }

    public void WriteUnnoticed(string text)
    {
        inner.Write(text);
        inner.Flush();
        WasUsed = false;
    }

    public override void Write(char value)
    {
        WasUsed = true;
        inner.Write(value);
    }

    public override void Write(string? value)
    {
        WasUsed = true;
        inner.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        WasUsed = true;
        inner.Write(buffer, index, count);
    }

    public override void Flush() => inner.Flush();
}
