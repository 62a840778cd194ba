namespace Backprop.Tests.Data;

/// <summary>Examples i → (i, 2 i) that are made one by one, and that knows who is asking.</summary>
internal sealed class CountedDataset(int count, int failsAt = -1) : Dataset
{
    private int running;

    internal int Made;
    internal int MostAtOnce;

    internal bool IsRunning => Volatile.Read(ref running) > 0;

    /// <summary>Set while an example may be made.</summary>
    internal ManualResetEventSlim Gate { get; } = new(true);

    internal ManualResetEventSlim Waiting { get; } = new(false);

    public override int Count => count;

    public override (Tensor Input, Tensor Target) Example(int index)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        try
        {
            Waiting.Set();
            Gate.Wait();
            Interlocked.Increment(ref Made);
            if (index == failsAt)
                throw new IOException($"Example {index} cannot be read.");
            return (Tensor.Full([], index), Tensor.Full([], 2 * index));
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
