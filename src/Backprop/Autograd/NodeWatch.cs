namespace Backprop;

/// <summary>While it is open, tells of every result that is recorded on this thread, in the order in which they are
/// made: for looking where numbers went wrong.</summary>
internal sealed class NodeWatch : IDisposable
{
    // One read on the way of every op where nobody watches.
    private static int watchers;

    [ThreadStatic]
    private static NodeWatch? current;

    private readonly NodeWatch? outer;
    private readonly Action<Node, Tensor> hear;

    internal NodeWatch(Action<Node, Tensor> hear)
    {
        this.hear = hear;
        outer = current;
        current = this;
        Interlocked.Increment(ref watchers);
    }

    internal static void Tell(Node node, Tensor result)
    {
        if (watchers > 0)
            current?.hear(node, result);
    }

    public void Dispose()
    {
        current = outer;
        Interlocked.Decrement(ref watchers);
    }
}
