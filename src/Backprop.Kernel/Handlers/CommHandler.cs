using System.Text.Json;
using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Kernel;

/// <summary><c>comm_open</c>, <c>comm_msg</c>, <c>comm_close</c>: handed to the session, which handles them as
/// cells.</summary>
internal sealed class CommHandler(KernelSession session, KernelChannels channels, OpenComms comms)
{
    /// <summary><c>comm_open</c>; the session closes one of a kind that it does not know.</summary>
    public Task OpenAsync(Request request, CancellationToken stop)
    {
        var asked = request.Content<CommOpen>();
        return RunAsync(request, new CommMessage(CommStep.Open, asked.CommId, asked.TargetName, Object(asked.Data)));
    }

    /// <summary><c>comm_msg</c>.</summary>
    public Task SendAsync(Request request, CancellationToken stop) => RunAsync(request, Sent(request, CommStep.Send));

    /// <summary><c>comm_close</c>.</summary>
    public Task CloseAsync(Request request, CancellationToken stop) => RunAsync(request, Sent(request, CommStep.Close));

    /// <summary><c>comm_info_request</c>.</summary>
    public Task InfoAsync(Request request, CancellationToken stop)
    {
        request.Reply(new CommInfoReply(comms.List(request.Content<CommInfoRequest>().TargetName)));
        return Task.CompletedTask;
    }

    private async Task RunAsync(Request request, CommMessage message)
    {
        comms.Note(message);
        var outputs = new CellOutputs(channels, request.Header, comms, isSilent: false);
        CellResult result = await session.RunAsync(new Cell("", "a widget") { Comm = message }, outputs.Show);
        if (result.Error is { } error)
            request.Publish("error", new ErrorContent(error.Name, error.Message, TracebackColors.Of(error)));
        CloseLost(result, request, comms);
    }

    /// <summary>Tells the page of comms whose session is gone.</summary>
    public static void CloseLost(CellResult result, Request request, OpenComms comms)
    {
        if (result.Status is not (CellStatus.Died or CellStatus.Stopped))
            return;
        foreach (string id in comms.Clear())
            request.Publish("comm_close", new CommContent(id, []));
    }

    private static CommMessage Sent(Request request, CommStep step)
    {
        var asked = request.Content<CommSent>();
        return new CommMessage(step, asked.CommId, "", Object(asked.Data));
    }

    private static JsonObject Object(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object ? JsonObject.Create(data)! : [];
}
