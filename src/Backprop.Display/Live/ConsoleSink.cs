using System.Text;

namespace Backprop.Display;

/// <summary>
/// Prints outputs as text: what a plain program or a test sees of a display. On a terminal an update is written over
/// the display that it replaces, as long as that is the last thing there.
/// </summary>
internal static class ConsoleSink
{
    private static readonly Lock Gate = new();

    // What was displayed last, how many lines it took, and where the cursor stood then.
    private static (string Id, int Lines, int Row)? last;

    /// <summary>True where lines can be written over.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && !Console.IsInputRedirected;

    public static void Write(Output output)
    {
        lock (Gate)
        {
            switch (output)
            {
                case DisplayOutput display:
                    WriteDisplay(display.Data.PlainText, display.Id);
                    break;
                case UpdateOutput update:
                    Console.Out.Write(Back(update.Id));
                    WriteDisplay(update.Data.PlainText, update.Id);
                    break;
                case StreamOutput stream:
                    last = null;
                    WriteRaw(stream);
                    break;
            }
        }
    }

    private static void WriteDisplay(string text, string? id)
    {
        Console.Out.WriteLine(text);
        bool canReplace = id is not null && IsTerminal;
        last = canReplace ? (id!, Lines(text, Console.WindowWidth), Console.CursorTop) : null;
    }

    // From the end of a display to its beginning, clearing it; nothing where something else was written since.
    private static string Back(string id)
    {
        if (last is not { } shown || shown.Id != id || !IsTerminal || Console.CursorTop != shown.Row)
            return "";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\e[{shown.Lines}A\e[J");
    }

    /// <summary>How many lines of a terminal so wide a text takes.</summary>
    internal static int Lines(string text, int width) =>
        text.Split('\n').Sum(line => Math.Max(1, (line.Length + width - 1) / Math.Max(1, width)));

    // Not Console.Out: a host may have replaced it by a writer that publishes here.
    private static void WriteRaw(StreamOutput stream)
    {
        using Stream target = stream.IsError ? Console.OpenStandardError() : Console.OpenStandardOutput();
        target.Write(Encoding.UTF8.GetBytes(stream.Text));
    }
}
