using System.Text;

namespace Backprop.Scripting;

/// <summary>Text that grows up to a limit; what comes after is dropped.</summary>
internal sealed class BoundedText(int limit)
{
    private readonly StringBuilder text = new();

    public void Append(string more)
    {
        lock (text)
            text.Append(more.AsSpan(0, Math.Min(more.Length, limit - text.Length)));
    }

    /// <summary>The text so far, and room for more.</summary>
    public string Take()
    {
        lock (text)
        {
            string taken = text.ToString();
            text.Clear();
            return taken;
        }
    }
}
