using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Kernel;

/// <summary>Tells all clients what one cell shows, during the cell and after it.</summary>
/// <param name="channels">The sockets.</param>
/// <param name="parent">The header of the cell's request.</param>
/// <param name="comms">The comms that are open.</param>
/// <param name="isSilent">Whether nobody is to see anything.</param>
internal sealed class CellOutputs(KernelChannels channels, ReadOnlyMemory<byte> parent, OpenComms comms, bool isSilent)
{
    /// <summary>The text for the person's next cell: the last that the cell gave, or null.</summary>
    public NextCellOutput? Next { get; private set; }

    /// <summary>Sends an output; the next cell's text is kept for the reply. Where clients read slowly this waits, and with it, in the end, the cell.</summary>
    public void Show(Output output)
    {
        if (isSilent)
            return;
        if (output is NextCellOutput next)
        {
            Next = next;
            return;
        }
        channels.Iopub.RoomAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        (string type, object content) = output switch
        {
            StreamOutput stream => ("stream", new StreamContent(stream.IsError ? "stderr" : "stdout", stream.Text)),
            DisplayOutput display => ("display_data", Content(display.Data, display.Id)),
            UpdateOutput update => ("update_display_data", Content(update.Data, update.Id)),
            CommOutput { Message: var message } => (comms.Note(message), new CommContent(message.CommId, message.Data)),
            ClearOutput clear => ("clear_output", (object)new ClearContent(clear.Wait)),
            _ => throw new ArgumentException($"A {output.GetType().Name} cannot be shown.", nameof(output)),
        };
        channels.Publish(type, parent, content);
    }

    private static DisplayContent Content(MimeBundle data, string? id) =>
        new(new MimeData(data), data.Metadata, id is null ? [] : new JsonObject { ["display_id"] = id });
}
