using System.Text.Json.Nodes;

namespace Backprop.Kernel;

/// <summary>Which request is answered by what.</summary>
internal sealed class KernelHandlers(
    ConnectionFile connection, KernelSession session, KernelChannels channels, StdinChannel stdin, HistoryFile? history)
{
    private readonly OpenComms comms = new();
    private readonly LanguageHandlers language = new(session);

    /// <summary>Requests that wait behind a running cell.</summary>
    public IReadOnlyDictionary<string, RequestHandler> Shell => With(new CommHandler(session, channels, comms));

    /// <summary>Requests that do not wait. Older clients send some of them to the other socket.</summary>
    public IReadOnlyDictionary<string, RequestHandler> Control => new Dictionary<string, RequestHandler>
    {
        ["kernel_info_request"] = Simple(_ => KernelInfo.Reply),
        ["interrupt_request"] = Simple(_ =>
        {
            session.Interrupt();
            return new OkReply();
        }),
        ["shutdown_request"] = ShutdownAsync,
        ["debug_request"] = Simple(Debug),
    };

    private Dictionary<string, RequestHandler> With(CommHandler comm) => new(Control)
    {
        ["execute_request"] = new ExecuteHandler(session, channels, stdin, history, comms).HandleAsync,
        ["is_complete_request"] = language.IsCompleteAsync,
        ["complete_request"] = language.CompleteAsync,
        ["inspect_request"] = language.InspectAsync,
        ["history_request"] = HistoryAsync,
        ["connect_request"] = Simple(_ => new ConnectReply(
            connection.ShellPort, connection.IopubPort, connection.StdinPort, connection.HbPort, connection.ControlPort)),
        ["comm_open"] = comm.OpenAsync,
        ["comm_msg"] = comm.SendAsync,
        ["comm_close"] = comm.CloseAsync,
        ["comm_info_request"] = comm.InfoAsync,
    };

    private static RequestHandler Simple(Func<Request, object> answer) => (request, _) =>
    {
        request.Reply(answer(request));
        return Task.CompletedTask;
    };

    private async Task HistoryAsync(Request request, CancellationToken stop)
    {
        var asked = request.Content<HistoryRequest>();
        var items = new JsonArray();
        if (history is not null)
        {
            (IReadOnlyList<HistoryEntry> entries, int current) = await history.ReadAsync();
            foreach (HistoryEntry entry in HistoryQuery.Select(asked, entries, current))
            {
                JsonNode input = entry.Input;
                items.Add(new JsonArray(
                    entry.Session, entry.Line, asked.Output ? new JsonArray(input, entry.Output) : input));
            }
        }
        request.Reply(new HistoryReply(items));
    }

    // All clients are told, since all lose the kernel.
    private static Task ShutdownAsync(Request request, CancellationToken stop)
    {
        var reply = new ShutdownReply(request.Content<ShutdownRequest>().Restart);
        request.Reply(reply);
        request.Publish("shutdown_reply", reply);
        request.EndsKernel = true;
        return Task.CompletedTask;
    }

    private static DebugReply Debug(Request request)
    {
        var asked = request.Content<DebugRequest>();
        return new DebugReply(asked.Seq, asked.Command, "This kernel has no debugger.");
    }
}
