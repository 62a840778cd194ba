namespace Backprop.Kernel;

// Zmtp/: ZeroMQ's wire protocol, version 3.1, over TCP and Unix sockets, without security (mechanism NULL).
// It knows frames and peers, and nothing of Jupyter.

/// <summary>A message: one frame or more, which arrive together or not at all.</summary>
internal sealed class ZmtpMessage(params IReadOnlyList<ReadOnlyMemory<byte>> frames)
{
    private const int CostOfFrame = 64;

    /// <summary>The frames, in order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Frames => frames;

    /// <summary>What the message weighs in a queue: its bytes and something for each frame.</summary>
    public long Size { get; } = frames.Sum(frame => (long)frame.Length + CostOfFrame);
}
