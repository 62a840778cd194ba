using System.Globalization;
using System.Text;

namespace Backprop.Display;

/// <summary>
/// Prints outputs as text: what a plain program or a test sees of a display. On a terminal an update is written over
/// the display that it replaces, as long as that is the last thing there.
/// </summary>
internal static class ConsoleSink
{
    private const int UsualWidth = 80;

    private static readonly Lock Gate = new();
    private static NoticingWriter? watched;

    // What was displayed last, and how many lines it took.
    private static (string Id, int Lines)? last;

    /// <summary>True where lines can be written over.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && !Console.IsInputRedirected;

    public static void Write(Output output)
    {
        lock (Gate)
        {
            switch (output)
            {
                case DisplayOutput display:
                    WriteDisplay("", display.Data.PlainText, display.Id);
                    break;
                case UpdateOutput update:
                    WriteDisplay(Back(update.Id), update.Data.PlainText, update.Id);
                    break;
                case StreamOutput stream:
                    last = null;
                    WriteRaw(stream);
                    break;
            }
        }
    }

    private static void WriteDisplay(string before, string text, string? id)
    {
        if (id is null || !IsTerminal)
        {
            Console.Out.WriteLine(text);
            last = null;
            return;
        }
        // From now on it is noticed when anybody else writes.
        if (watched is null || Console.Out != watched.AsConsole)
            watched = NoticingWriter.Install();
        watched.WriteUnnoticed(before + text + Environment.NewLine);
        last = (id, Lines(text, Console.WindowWidth));
    }

    // From the end of a display to its beginning, clearing it; nothing where something else was written since.
    private static string Back(string id)
    {
        bool isLast = last?.Id == id && watched is { WasUsed: false } && Console.Out == watched.AsConsole;
        return isLast ? string.Create(CultureInfo.InvariantCulture, $"\e[{last!.Value.Lines}A\e[J") : "";
    }

    /// <summary>How many lines of a terminal so wide a text takes.</summary>
    internal static int Lines(string text, int width)
    {
        int columns = width > 1 ? width : UsualWidth;
        return text.Split('\n').Sum(line => Math.Max(1, (line.Length + columns - 1) / columns));
    }

    // Not Console.Out: a host may have replaced it by a writer that publishes here.
    private static void WriteRaw(StreamOutput stream)
    {
        using Stream target = stream.IsError ? Console.OpenStandardError() : Console.OpenStandardOutput();
        target.Write(Encoding.UTF8.GetBytes(stream.Text));
    }
}
