using System.Text.Json;
using Backprop.Display;

namespace Backprop.Kernel;

/// <summary>Asks the person behind the client whose cell is running.</summary>
internal sealed class StdinChannel(KernelChannels channels, Action<string> log) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private Request? asker;
    private CancellationTokenSource asking = new();
    private TaskCompletionSource<string?>? answer;

    /// <summary>From now on questions go to the client of this request.</summary>
    public void Begin(Request request)
    {
        lock (gate)
        {
            asking.Dispose();
            (asker, asking) = (request, new CancellationTokenSource());
        }
    }

    /// <summary>From now on there is nobody to ask; who waits for an answer gets none.</summary>
    public void End()
    {
        lock (gate)
        {
            asker = null;
            asking.Cancel();
        }
    }

    /// <summary>Asks, and waits for the answer; null where there is nobody to ask.</summary>
    public async Task<string?> AskAsync(InputQuestion question, CancellationToken stop)
    {
        (Request? to, CancellationToken ended) = Asker();
        if (to is null)
            return null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ended);
        await turn.WaitAsync(either.Token);
        try
        {
            var given = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref answer, given);
            var content = new InputRequest(question.Prompt, question.IsPassword);
            channels.Send(channels.Stdin, to.Message, "input_request", content);
            return await given.Task.WaitAsync(either.Token);
        }
        finally
        {
            Volatile.Write(ref answer, null);
            turn.Release();
        }
    }

    /// <summary>Takes answers until it is stopped. One that nobody waits for is dropped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                JupyterMessage message = channels.Wire.Read((await channels.Stdin.ReceiveAsync(stop)).Message);
                if (message.Header.MsgType == "input_reply")
                    Volatile.Read(ref answer)?.TrySetResult(Json.Read<InputReply>(message.Content).Value);
            }
            catch (Exception error) when (error is MessageException or JsonException)
            {
                log($"an input_reply was dropped: {error.Message}");
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        turn.Dispose();
        asking.Dispose();
    }

    private (Request? Asker, CancellationToken Ended) Asker()
    {
        lock (gate)
            return (asker, asking.Token);
    }
}
