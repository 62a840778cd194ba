using System.Collections.Concurrent;

namespace Backprop.Kernel;

/// <summary>
/// Sends each message to all peers that subscribed to its beginning. A slow subscriber slows the publisher down (who
/// asks by <see cref="RoomAsync"/>), a stuck one does not: after a moment nobody waits for it, and above a bound it
/// loses messages, which are counted. All others lose nothing.
/// </summary>
internal sealed class PublisherSocket : ServerSocket
{
    private const long LongestFromSubscriber = 16 << 10;

    private readonly ConcurrentDictionary<Peer, Subscriber> subscribers = [];
    private long dropped;

    public PublisherSocket(ZmtpLimits? limits = null)
        : base(ZmtpType.XPub, (limits ?? new ZmtpLimits()) with { Message = LongestFromSubscriber })
    {
    }

    /// <summary>The messages that stuck subscribers have lost, added up.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Called for a subscription; what it returns is sent to that subscriber alone, before all else.</summary>
    public Func<byte[], ZmtpMessage?> Welcome { get; init; } = static _ => null;

    /// <summary>Sends a message, by its first frame, to who wants it. It never waits.</summary>
    public void Send(ZmtpMessage message)
    {
        foreach ((Peer peer, Subscriber subscriber) in subscribers)
        {
            lock (subscriber)
            {
                if (!subscriber.Topics.Wants(message.Frames[0]))
                    continue;
                long waiting = peer.Queue.Waiting;
                if (waiting > 0 && waiting + message.Size > Limits.WaitingForSubscriber)
                    Interlocked.Increment(ref dropped);
                else
                    peer.Send(message);
            }
        }
    }

    /// <summary>
    /// Waits until every subscriber has taken most of what was sent, so that output comes as fast as it is read. For a
    /// subscriber that does not read at all it waits once, and not again before that one has caught up.
    /// </summary>
    public async ValueTask RoomAsync(CancellationToken stop)
    {
        foreach ((Peer peer, Subscriber subscriber) in subscribers)
        {
            Task room = peer.Queue.Room;
            if (room.IsCompleted)
                subscriber.IsStuck = false;
            else if (!subscriber.IsStuck)
                subscriber.IsStuck = await Task.WhenAny(room, Task.Delay(Limits.Patience, stop)) != room;
        }
    }

    protected override void OnConnected(Peer peer) => subscribers[peer] = new Subscriber(new TopicSet(Limits.Topics));

    protected override void OnClosed(Peer peer) => subscribers.TryRemove(peer, out _);

    // Peers of version 3.0 send subscriptions as messages: 1 or 0, and the topic.
    protected override ValueTask OnMessageAsync(Peer peer, ZmtpMessage message, CancellationToken stop)
    {
        if (message.Frames is [{ Length: > 0 } only] && only.Span[0] <= 1)
            OnSubscription(peer, new Subscription(only[1..].ToArray(), only.Span[0] == 1));
        return ValueTask.CompletedTask;
    }

    // The welcome is the first that comes, and all that is sent after it comes too: so both under one lock.
    protected override void OnSubscription(Peer peer, Subscription subscription)
    {
        Subscriber subscriber = subscribers[peer];
        lock (subscriber)
        {
            subscriber.Topics.Change(subscription);
            if (subscription.IsWanted && Welcome(subscription.Topic) is { } welcome)
                peer.Send(welcome);
        }
    }

    private sealed class Subscriber(TopicSet topics)
    {
        public TopicSet Topics => topics;

        /// <summary>Whether it kept the publisher waiting and has not caught up since.</summary>
        public bool IsStuck { get; set; }
    }
}
