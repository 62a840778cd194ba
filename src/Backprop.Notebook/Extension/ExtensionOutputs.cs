using System.Collections.Concurrent;
using Backprop.Display;

namespace Backprop;

/// <summary>Outputs as another host shows them: a display keeps its id there.</summary>
internal sealed class ExtensionOutputs(Func<MimeBundle, Action<MimeBundle>?> show, Action<string> print)
{
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<string, Action<MimeBundle>> updates = new();
    private readonly ConcurrentQueue<string> order = new();

    public void Take(Output output)
    {
        switch (output)
        {
            case DisplayOutput display:
                if (show(display.Data) is { } update && display.Id is { } id)
                    Keep(id, update);
                break;
            case UpdateOutput changed when updates.TryGetValue(changed.Id, out Action<MimeBundle>? replace):
                replace(changed.Data);
                break;
            case StreamOutput stream:
                print(stream.Text);
                break;
        }
    }

    // A display of long ago is not updated any more.
    private void Keep(string id, Action<MimeBundle> update)
    {
        updates[id] = update;
        order.Enqueue(id);
        if (order.Count > MostKept && order.TryDequeue(out string? oldest))
            updates.TryRemove(oldest, out _);
    }
}
