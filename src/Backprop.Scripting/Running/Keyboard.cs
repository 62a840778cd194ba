using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>The console's input: each line is asked of the person. Where nobody can be asked it is at its end.</summary>
internal sealed class Keyboard : TextReader
{
    private readonly Lock gate = new();
    private string line = "";
    private int position;

    public override int Peek()
    {
        lock (gate)
            return Fill() ? line[position] : -1;
    }

    public override int Read()
    {
        lock (gate)
            return Fill() ? line[position++] : -1;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        lock (gate)
        {
            if (count == 0 || !Fill())
                return 0;
            int length = Math.Min(count, line.Length - position);
            line.CopyTo(position, buffer, index, length);
            position += length;
            return length;
        }
    }

    public override string? ReadLine()
    {
        lock (gate)
        {
            if (!Fill())
                return null;
            string rest = line[position..];
            position = line.Length;
            return rest.TrimEnd('\n');
        }
    }

    /// <summary>A person does not type the end of a file: one line is all there is.</summary>
    public override string ReadToEnd() => ReadLine() is { } only ? only + "\n" : "";

    private bool Fill()
    {
        if (position < line.Length)
            return true;
        if (InputSource.Ask(new InputQuestion("")) is not { } typed)
            return false;
        (line, position) = (typed + "\n", 0);
        return true;
    }
}
