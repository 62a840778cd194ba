using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Backprop.Display;

// Widgets/: outputs that a person can change. Comm is the wire, Interact what people call. They know no front end.

/// <summary>
/// A conversation between the page and the session, which Jupyter calls a comm. The page opens it by the name of a kind;
/// what it sends is handled as a cell is: after the cell that runs, and it can be interrupted.
/// </summary>
public sealed class Comm
{
    private static readonly ConcurrentDictionary<string, Action<Comm, JsonObject>> Kinds = new();
    private static readonly ConcurrentDictionary<string, Comm> Open = new();

    private Comm(string id) => Id = id;

    /// <summary>Its name, which the page gave it.</summary>
    public string Id { get; }

    /// <summary>What happens when the page sends something.</summary>
    public Action<JsonObject>? Received { get; set; }

    /// <summary>Says what happens when the page opens a comm of a kind.</summary>
    /// <param name="kind">Its name, the same as in the page's script.</param>
    /// <param name="opened">Gets the comm and what the page sent with it.</param>
    public static void Accept(string kind, Action<Comm, JsonObject> opened) => Kinds[kind] = opened;

    /// <summary>Takes a message from the page. Called by the session.</summary>
    public static void Take(CommMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Step == CommStep.Open)
            Begin(message);
        else if (message.Step == CommStep.Close)
            Open.TryRemove(message.CommId, out _);
        else if (Open.TryGetValue(message.CommId, out Comm? comm))
            comm.Received?.Invoke(message.Data);
        else
            Publish(CommStep.Close, message.CommId, []);
    }

    /// <summary>Sends something to the page.</summary>
    public void Send(JsonObject data) => Publish(CommStep.Send, Id, data);

    /// <summary>Ends the conversation.</summary>
    public void Close()
    {
        if (Open.TryRemove(Id, out _))
            Publish(CommStep.Close, Id, []);
    }

    // A kind that nobody knows is closed: that is the protocol's answer.
    private static void Begin(CommMessage message)
    {
        if (!Kinds.TryGetValue(message.Target, out Action<Comm, JsonObject>? opened))
        {
            Publish(CommStep.Close, message.CommId, []);
            return;
        }
        var comm = new Comm(message.CommId);
        Open[message.CommId] = comm;
        opened(comm, message.Data);
    }

    private static void Publish(CommStep step, string id, JsonObject data) =>
        OutputSink.Publish(new CommOutput(new CommMessage(step, id, "", data)));
}
