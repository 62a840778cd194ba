namespace Backprop.Kernel;

/// <summary>
/// One connection: handshake, then messages in both directions. It knows no socket type's manners; its owner has them.
/// </summary>
internal sealed class Peer
{
    private const long Burst = 256 << 10;

    private readonly Stream stream;
    private readonly ZmtpLimits limits;
    private readonly FrameReader reader;
    private readonly FrameWriter writer;
    private readonly OutgoingQueue queue;
    private readonly List<ReadOnlyMemory<byte>> partial = [];
    private long partialSize;

    private Peer(Stream stream, ZmtpLimits limits)
    {
        (this.stream, this.limits) = (stream, limits);
        (reader, writer) = (new FrameReader(stream, limits), new FrameWriter(stream));
        queue = new OutgoingQueue(limits.Waiting);
    }

    /// <summary>The name that the peer gave itself; empty where it gave none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>What waits to be written to it.</summary>
    public OutgoingQueue Queue => queue;

    /// <summary>Exchanges greetings and READY.</summary>
    /// <exception cref="ZmtpException">The peer speaks something else, or is of a type that does not fit.</exception>
    public static async Task<Peer> ShakeHandsAsync(
        Stream stream, ZmtpType own, byte[] identity, ZmtpLimits limits, CancellationToken stop)
    {
        var peer = new Peer(stream, limits);
        await stream.WriteAsync(Greeting.Own(), stop);
        await Greeting.ReadAsync(stream, stop);
        await peer.writer.WriteCommandAsync(new ZmtpCommand.Ready(own.WireName(), identity).Encode(), stop);
        await peer.writer.FlushAsync(stop);

        if (await peer.reader.ReadAsync(stop) is not { IsCommand: true } frame)
            throw new ZmtpException("The peer did not introduce itself.");
        switch (ZmtpCommand.Decode(frame.Body))
        {
            case ZmtpCommand.Ready { SocketType: { } type } when !own.Accepts(type):
                throw new ZmtpException($"A socket of type {type} does not fit {own.WireName()}.");
            case ZmtpCommand.Ready ready:
                peer.Identity = ready.Identity;
                return peer;
            case ZmtpCommand.Error error:
                throw new ZmtpException($"The peer refuses: {error.Reason}");
            default:
                throw new ZmtpException("The peer did not introduce itself.");
        }
    }

    /// <summary>Sends a message, after those that wait already.</summary>
    public void Send(ZmtpMessage message) => queue.Add(new Outgoing(message, null));

    /// <summary>Sends a command.</summary>
    public void Send(ZmtpCommand command) => queue.Add(new Outgoing(null, command.Encode()));

    /// <summary>
    /// The next whole message, or a subscription; null where the peer has left. A message that is cut off is not
    /// delivered. From a peer that does not take what waits for it, nothing more is read.
    /// </summary>
    /// <exception cref="ZmtpException">The peer broke the protocol.</exception>
    public async ValueTask<Incoming?> ReceiveAsync(CancellationToken stop)
    {
        while (true)
        {
            await queue.Room.WaitAsync(stop);
            if (await reader.ReadAsync(stop) is not { } frame)
                return null;
            if (frame.IsCommand)
            {
                if (Obey(ZmtpCommand.Decode(frame.Body)) is { } subscription)
                    return subscription;
            }
            else if (Collect(frame) is { } message)
            {
                return new Incoming(message, null);
            }
        }
    }

    /// <summary>Writes what is sent, until <see cref="OutgoingQueue.Complete"/>.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        while (await queue.WaitAsync(stop))
        {
            long written = 0;
            while (written < Burst && queue.TryTake(out Outgoing item))
            {
                written += item.Size;
                await (item.Message is { } message
                    ? writer.WriteAsync(message, stop)
                    : writer.WriteCommandAsync(item.Command!, stop));
            }
            await writer.FlushAsync(stop);
            queue.Written(written);
        }
    }

    /// <summary>Ends the connection at once.</summary>
    public void Close()
    {
        queue.Close();
        stream.Dispose();
    }

    // Commands may stand between two frames of a message, and change nothing about it.
    private Incoming? Obey(ZmtpCommand command)
    {
        switch (command)
        {
            case ZmtpCommand.Ping ping:
                Send(new ZmtpCommand.Pong(ping.Context));
                return null;
            case ZmtpCommand.Subscribe(var topic):
                return new Incoming(null, new Subscription(topic, IsWanted: true));
            case ZmtpCommand.Cancel(var topic):
                return new Incoming(null, new Subscription(topic, IsWanted: false));
            case ZmtpCommand.Error error:
                throw new ZmtpException($"The peer gives up: {error.Reason}");
            default:
                return null;
        }
    }

    private ZmtpMessage? Collect(Frame frame)
    {
        partial.Add(frame.Body);
        partialSize += frame.Body.Length;
        if (partialSize > limits.Message || partial.Count > limits.Frames)
            throw new ZmtpException($"A message has more than {limits.Message} bytes or {limits.Frames} frames.");
        if (frame.HasMore)
            return null;
        var message = new ZmtpMessage([.. partial]);
        partial.Clear();
        partialSize = 0;
        return message;
    }
}

/// <summary>What a peer sent: a message, or a subscription as a command.</summary>
internal sealed record Incoming(ZmtpMessage? Message, Subscription? Subscription);

/// <summary>That a peer wants messages which begin with a topic, or wants them no more.</summary>
internal sealed record Subscription(byte[] Topic, bool IsWanted);
