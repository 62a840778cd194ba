namespace Backprop.Display;

/// <summary>Prints outputs as text: what a plain program or a test sees of a display.</summary>
internal static class ConsoleSink
{
    public static void Write(Output output)
    {
        switch (output)
        {
            case DisplayOutput display:
                Console.Out.WriteLine(display.Data.PlainText);
                break;
            case UpdateOutput update:
                Console.Out.WriteLine(update.Data.PlainText);
                break;
            case StreamOutput stream:
                WriteRaw(stream);
                break;
        }
    }

    // Not Console.Out: a host may have replaced it by a writer that publishes here.
    private static void WriteRaw(StreamOutput stream)
    {
        using Stream target = stream.IsError ? Console.OpenStandardError() : Console.OpenStandardOutput();
        target.Write(System.Text.Encoding.UTF8.GetBytes(stream.Text));
    }
}
