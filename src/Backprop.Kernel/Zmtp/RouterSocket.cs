using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace Backprop.Kernel;

/// <summary>
/// Receives from many peers and answers each: the first frame of a message is its peer's name. Answers are never dropped
/// while their peer is there; a peer that does not take them is not read from.
/// </summary>
/// <remarks>
/// Several peers may have one name: a client that came back while its old connection is half-open, or two clients of one
/// session. None of them is closed for it. An answer goes back the way that the request came, and where that is closed,
/// or not known, to the newest peer of the name.
/// </remarks>
internal sealed class RouterSocket : ServerSocket
{
    private const int MostReceived = 1000;
    private const int NameSize = 5;

    private readonly Channel<RouterMessage> received = Channel.CreateBounded<RouterMessage>(MostReceived);
    private readonly ConcurrentDictionary<Peer, byte[]> names = [];
    private readonly Lock gate = new();
    private readonly List<Peer> oldestFirst = [];

    public RouterSocket(ZmtpLimits? limits = null)
        : base(ZmtpType.Router, limits)
    {
    }

    /// <summary>The next message of any peer.</summary>
    public ValueTask<RouterMessage> ReceiveAsync(CancellationToken stop) => received.Reader.ReadAsync(stop);

    /// <summary>Sends to the peer that the first frame names. A peer that has left gets nothing.</summary>
    /// <param name="message">The name, and what to send.</param>
    /// <param name="to">The peer among those of the name that shall get it, where it is still there.</param>
    /// <returns>Whether the peer is there.</returns>
    public bool Send(ZmtpMessage message, Peer? to = null)
    {
        Peer? peer = to is not null && names.ContainsKey(to) ? to : Newest(message.Frames[0]);
        peer?.Send(new ZmtpMessage([.. message.Frames.Skip(1)]));
        return peer is not null;
    }

    protected override void OnConnected(Peer peer)
    {
        byte[] name = peer.Identity;
        if (name.Length == 0)
        {
            name = RandomNumberGenerator.GetBytes(NameSize);
            name[0] = 0;
        }
        names[peer] = name;
        lock (gate)
            oldestFirst.Add(peer);
    }

    protected override ValueTask OnMessageAsync(Peer peer, ZmtpMessage message, CancellationToken stop) =>
        received.Writer.WriteAsync(new(new ZmtpMessage([names[peer], .. message.Frames]), peer), stop);

    protected override void OnClosed(Peer peer)
    {
        lock (gate)
            oldestFirst.Remove(peer);
        names.TryRemove(peer, out _);
    }

    private Peer? Newest(ReadOnlyMemory<byte> name)
    {
        lock (gate)
        {
            return oldestFirst.FindLast(peer =>
                names.TryGetValue(peer, out byte[]? own) && own.AsSpan().SequenceEqual(name.Span));
        }
    }
}

/// <summary>A message that a ROUTER received.</summary>
/// <param name="Message">The name of the peer, and what it sent.</param>
/// <param name="From">The peer.</param>
internal sealed record RouterMessage(ZmtpMessage Message, Peer From);
