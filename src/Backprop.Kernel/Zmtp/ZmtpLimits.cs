namespace Backprop.Kernel;

/// <summary>What a peer may cost. Who exceeds it is closed, before memory is spent on it.</summary>
internal sealed record ZmtpLimits
{
    /// <summary>The longest message, all frames together, in bytes: room for payloads of 100 MB.</summary>
    public long Message { get; init; } = 128 << 20;

    /// <summary>The most frames of one message.</summary>
    public int Frames { get; init; } = 1024;

    /// <summary>The longest command, in bytes.</summary>
    public int Command { get; init; } = 16 << 10;

    /// <summary>The most topics that one peer may subscribe to.</summary>
    public int Topics { get; init; } = 1024;

    /// <summary>How long greeting and READY may take.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most peers of one socket at a time.</summary>
    public int Peers { get; init; } = 256;

    /// <summary>
    /// What may wait for a peer, in bytes: above it nothing more is read from that peer, and who publishes waits.
    /// </summary>
    public long Waiting { get; init; } = 4 << 20;

    /// <summary>What may wait for a subscriber that does not read at all: above it, messages for it are dropped.</summary>
    public long WaitingForSubscriber { get; init; } = 256 << 20;

    /// <summary>How long who publishes waits for a subscriber before that one counts as stuck.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a socket that closes tries to get rid of what waits.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(1);
}
