using System.Text;

namespace Backprop.Documents;

/// <summary>
/// Text as a terminal would show it: a carriage return starts the line again, so that a progress bar leaves one line.
/// </summary>
internal sealed class TerminalText
{
    private readonly StringBuilder text = new();
    private int lineStart;
    private long bytesBeforeLine;
    private long lineBytes;
    private bool returned;

    /// <summary>How many bytes the text has in UTF-8 (a letter that came in two halves counts a little more).</summary>
    public long Bytes => bytesBeforeLine + lineBytes;

    /// <summary>Adds what a program wrote.</summary>
    public void Append(ReadOnlySpan<char> added)
    {
        while (!added.IsEmpty)
        {
            int control = added.IndexOfAny('\r', '\n');
            AppendPlain(control < 0 ? added : added[..control]);
            if (control < 0)
                return;
            if (added[control] == '\n')
                EndLine();
            else
                returned = true;
            added = added[(control + 1)..];
        }
    }

    /// <summary>Cuts the end off so that at most so many bytes stay.</summary>
    public void CutTo(long bytes)
    {
        string all = text.ToString();
        int low = 0;
        int high = all.Length;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Encoding.UTF8.GetByteCount(all.AsSpan(0, middle)) <= bytes)
                low = middle;
            else
                high = middle - 1;
        }
        if (low > 0 && char.IsHighSurrogate(all[low - 1]))
            low--;
        text.Length = low;
        lineStart = Math.Min(lineStart, low);
        bytesBeforeLine = Encoding.UTF8.GetByteCount(all.AsSpan(0, low));
        lineBytes = 0;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void AppendPlain(ReadOnlySpan<char> plain)
    {
        if (plain.IsEmpty)
            return;
        if (returned)
        {
            text.Length = lineStart;
            lineBytes = 0;
            returned = false;
        }
        text.Append(plain);
        lineBytes += Encoding.UTF8.GetByteCount(plain);
    }

    private void EndLine()
    {
        text.Append('\n');
        bytesBeforeLine += lineBytes + 1;
        lineBytes = 0;
        lineStart = text.Length;
        returned = false;
    }
}
