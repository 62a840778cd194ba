using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>The interactions of this session that a page may still ask; the oldest are forgotten.</summary>
internal static class LiveInteractions
{
    /// <summary>The kind of comm that the script of an interaction opens.</summary>
    public const string Kind = "backprop.interact";

    private const int MostKept = 200;

    private static readonly ConcurrentDictionary<string, Interaction> Known = new();
    private static readonly ConcurrentQueue<string> Order = new();

    static LiveInteractions() => Comm.Accept(Kind, Opened);

    /// <summary>Keeps one, and gives the name by which it is asked.</summary>
    public static string Add(Interaction interaction)
    {
        string id = Guid.NewGuid().ToString("N");
        Known[id] = interaction;
        Order.Enqueue(id);
        if (Order.Count > MostKept && Order.TryDequeue(out string? oldest))
            Known.TryRemove(oldest, out _);
        return id;
    }

    private static void Opened(Comm comm, JsonObject data)
    {
        if (data["id"]?.ToString() is not { } id || !Known.TryGetValue(id, out Interaction? interaction))
        {
            comm.Close();
            return;
        }
        comm.Received = asked => comm.Send(interaction.Answer(asked));
        comm.Send(new JsonObject { ["ready"] = true });
    }
}
