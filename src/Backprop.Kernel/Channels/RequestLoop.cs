using System.Text.Json;
using System.Threading.Channels;

namespace Backprop.Kernel;

/// <summary>
/// Serves one socket: a request at a time, in order, with <c>busy</c> before and <c>idle</c> after each. Nothing that a
/// client sends ends it.
/// </summary>
internal sealed class RequestLoop(
    RouterSocket socket, KernelChannels channels, IReadOnlyDictionary<string, RequestHandler> handlers, Action<string> log)
{
    private const int MostWaiting = 1000;

    private static readonly StatusContent Busy = new("busy");
    private static readonly StatusContent Idle = new("idle");

    /// <summary>Serves until a request ends the kernel, or it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var requests = Channel.CreateBounded<Request>(MostWaiting);
        Task reading = ReadAsync(requests.Writer, stop);
        try
        {
            await foreach (Request request in requests.Reader.ReadAllAsync(stop))
            {
                await AnswerAsync(request, stop);
                if (request.EndsKernel)
                    return;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The kernel ends.
        }
        _ = reading;
    }

    // Requests are taken from the socket while a cell runs: when each came decides whether a failing cell cancels it.
    private async Task ReadAsync(ChannelWriter<Request> requests, CancellationToken stop)
    {
        while (true)
        {
            (ZmtpMessage message, Peer from) = await socket.ReceiveAsync(stop);
            try
            {
                await requests.WriteAsync(new Request(channels.Wire.Read(message), socket, from, channels), stop);
            }
            catch (MessageException error)
            {
                log($"a message was dropped: {error.Message}");
            }
        }
    }

    private async Task AnswerAsync(Request request, CancellationToken stop)
    {
        request.Publish("status", Busy);
        try
        {
            await HandleAsync(request, stop);
        }
        catch (JsonException error)
        {
            Refuse(request, "BadRequest", $"This {request.Type} is malformed. {error.Message}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            log($"{request.Type} failed: {error}");
            Refuse(request, error.GetType().Name, error.Message);
        }
        request.Publish("status", Idle);
    }

    private Task HandleAsync(Request request, CancellationToken stop)
    {
        if (handlers.TryGetValue(request.Type, out RequestHandler? handler))
            return handler(request, stop);
        log($"there is no answer to {request.Type}");
        Refuse(request, "NotSupported", $"This kernel does not answer {request.Type}.");
        return Task.CompletedTask;
    }

    // What is no request gets no answer.
    private static void Refuse(Request request, string name, string message)
    {
        if (request.Type.EndsWith("_request", StringComparison.Ordinal))
            request.Reply(new ErrorReply(name, message, []));
    }
}
