namespace Backprop.Kernel;

/// <summary>The topics that one peer subscribed to. A topic that was asked for twice must be cancelled twice.</summary>
internal sealed class TopicSet(int most)
{
    private const int LongestTopic = 1024;

    private readonly List<byte[]> topics = [];

    /// <summary>Adds or removes a topic.</summary>
    /// <exception cref="ZmtpException">There are too many.</exception>
    public void Change(Subscription change)
    {
        if (change.Topic.Length > LongestTopic)
            throw new ZmtpException($"A topic has {change.Topic.Length} bytes; at most {LongestTopic} are allowed.");
        if (change.IsWanted && topics.Count == most)
            throw new ZmtpException($"A peer subscribes to more than {most} topics.");
        if (change.IsWanted)
            topics.Add(change.Topic);
        else if (topics.FindIndex(topic => topic.AsSpan().SequenceEqual(change.Topic)) is var index and >= 0)
            topics.RemoveAt(index);
    }

    /// <summary>Whether a message with this first frame is wanted: whether it begins with one of the topics.</summary>
    public bool Wants(ReadOnlyMemory<byte> frame) => topics.Exists(topic => frame.Span.StartsWith(topic));
}
