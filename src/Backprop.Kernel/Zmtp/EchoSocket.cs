namespace Backprop.Kernel;

/// <summary>Sends each message back to who sent it: a heartbeat. It answers whatever else the process is busy with.</summary>
internal sealed class EchoSocket(ZmtpLimits? limits = null)
    : ServerSocket(ZmtpType.Rep, (limits ?? new ZmtpLimits()) with { Message = LongestBeat })
{
    private const long LongestBeat = 64 << 10;

    // The empty frame by which a REQ marks the begin of its message goes back with the rest.
    protected override ValueTask OnMessageAsync(Peer peer, ZmtpMessage message, CancellationToken stop)
    {
        peer.Send(message);
        return ValueTask.CompletedTask;
    }
}
