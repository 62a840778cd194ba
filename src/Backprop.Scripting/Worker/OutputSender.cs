using System.Globalization;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>The worker's side of outputs: sends each with the cell that it comes from, long text in parts.</summary>
internal sealed class OutputSender(MessageStream messages)
{
    private const int LongestText = 1 << 20;

    private readonly Lock gate = new();
    private int source;

    /// <summary>What stands in the place of an output that no message can hold.</summary>
    public static string TooLarge => string.Create(
        CultureInfo.InvariantCulture,
        $"(An output above {MessageStream.MaxPayload >> 20} MB is not shown. Write it to a file.)");

    /// <summary>Sends an output of a cell; threads of several cells may call this at once.</summary>
    public void Send(Output output, int run)
    {
        lock (gate)
        {
            if (source != run)
                messages.Send(new Message.Source(run));
            source = run;
            if (output is StreamOutput { Text.Length: > LongestText } stream)
            {
                foreach (string part in Parts(stream.Text))
                    messages.Send(new Message.Shown(stream with { Text = part }));
            }
            else if (!messages.Send(new Message.Shown(output)))
            {
                messages.Send(new Message.Shown(new StreamOutput(TooLarge + "\n", IsError: true)));
            }
        }
    }

    // Two characters that make up one symbol stay together.
    private static IEnumerable<string> Parts(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = Math.Min(start + LongestText, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            yield return text[start..end];
            start = end;
        }
    }
}
