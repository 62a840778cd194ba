using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace Backprop.Kernel;

/// <summary>
/// Receives from many peers and answers each: the first frame of a message is its peer's name. Answers are never dropped
/// while their peer is there; a peer that does not take them is not read from.
/// </summary>
internal sealed class RouterSocket : ServerSocket
{
    private const int MostReceived = 1000;
    private const int NameSize = 5;

    private readonly Channel<ZmtpMessage> received = Channel.CreateBounded<ZmtpMessage>(MostReceived);
    private readonly ConcurrentDictionary<string, Peer> byName = [];
    private readonly ConcurrentDictionary<Peer, byte[]> names = [];

    public RouterSocket(ZmtpLimits? limits = null)
        : base(ZmtpType.Router, limits)
    {
    }

    /// <summary>The next message of any peer, its first frame the peer's name.</summary>
    public ValueTask<ZmtpMessage> ReceiveAsync(CancellationToken stop) => received.Reader.ReadAsync(stop);

    /// <summary>Sends to the peer that the first frame names. A peer that has left gets nothing.</summary>
    /// <returns>Whether the peer is there.</returns>
    public bool Send(ZmtpMessage message)
    {
        if (!byName.TryGetValue(Key(message.Frames[0].Span), out Peer? peer))
            return false;
        peer.Send(new ZmtpMessage([.. message.Frames.Skip(1)]));
        return true;
    }

    // A client that comes back has the name of its predecessor, which may be half-open still: the newest has the name.
    protected override void OnConnected(Peer peer)
    {
        byte[] name = peer.Identity;
        if (name.Length == 0)
        {
            name = RandomNumberGenerator.GetBytes(NameSize);
            name[0] = 0;
        }
        names[peer] = name;
        Peer? before = null;
        byName.AddOrUpdate(Key(name), peer, (_, old) =>
        {
            before = old;
            return peer;
        });
        before?.Close();
    }

    protected override ValueTask OnMessageAsync(Peer peer, ZmtpMessage message, CancellationToken stop) =>
        received.Writer.WriteAsync(new ZmtpMessage([names[peer], .. message.Frames]), stop);

    protected override void OnClosed(Peer peer)
    {
        if (names.TryRemove(peer, out byte[]? name))
            byName.TryRemove(KeyValuePair.Create(Key(name), peer));
    }

    private static string Key(ReadOnlySpan<byte> name) => Convert.ToHexString(name);
}
