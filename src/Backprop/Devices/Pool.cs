using System.Numerics;
using System.Runtime.InteropServices;

namespace Backprop;

/// <summary>
/// Native memory for large storages, in size classes. The garbage collector does not see native memory, so the pool
/// says when it is time: it counts the bytes handed out and not given back by hand, and when it has nothing that fits
/// and the count passes the budget, it collects before it takes more from the system.
/// </summary>
internal static unsafe class Pool
{
    private const long SmallestBudget = 64L << 20;

    // A fourth of a doubling apart, so at most a fifth of a block is unused.
    private static readonly Stack<nint>[] Free = [.. Enumerable.Range(0, 256).Select(_ => new Stack<nint>())];
    private static readonly Lock Gate = new();
    private static long budget = SmallestBudget;
    private static long sinceCollection;

    /// <summary>Bytes that storages hold.</summary>
    internal static long Live { get; private set; }

    /// <summary>Bytes that wait to be used again.</summary>
    internal static long Held { get; private set; }

    /// <summary>How often the pool asked for a garbage collection.</summary>
    internal static int Collections { get; private set; }

    internal static byte* Rent(long bytes)
    {
        int sizeClass = SizeClass(bytes, out long size);
        byte* block = TryRent(sizeClass, size, mayGrow: false);
        if (block is not null)
            return block;
        // Tensors of the last steps are young; everything is looked at only if that frees little.
        if (Collect(generation: 1) < budget / 2)
            Collect(generation: 2);
        StartNewCount();
        return TryRent(sizeClass, size, mayGrow: true);
    }

    internal static void Return(byte* block, long bytes, bool byHand)
    {
        int sizeClass = SizeClass(bytes, out long size);
        lock (Gate)
        {
            Free[sizeClass].Push((nint)block);
            Held += size;
            Live -= size;
            if (byHand)
                sinceCollection -= size;
        }
    }

    /// <summary>Gives all waiting memory back to the system.</summary>
    internal static void Trim()
    {
        lock (Gate)
        {
            foreach (var blocks in Free)
            {
                while (blocks.TryPop(out nint block))
                    NativeMemory.AlignedFree((void*)block);
            }
            Held = 0;
        }
    }

    /// <summary>The number and the size of the class that holds so many bytes.</summary>
    internal static int SizeClass(long bytes, out long size)
    {
        ulong last = (ulong)Math.Max(bytes, 1024) - 1;
        int doubling = BitOperations.Log2(last);
        int quarter = (int)(last >> (doubling - 2)) & 3;
        size = (long)(quarter + 5) << (doubling - 2);
        return doubling * 4 + quarter;
    }

    /// <summary>A waiting block, or a new one; null if that would pass the budget and growing is not allowed.</summary>
    private static byte* TryRent(int sizeClass, long size, bool mayGrow)
    {
        lock (Gate)
        {
            bool isWaiting = Free[sizeClass].TryPop(out nint block);
            if (!isWaiting && !mayGrow && sinceCollection + size > budget)
                return null;
            sinceCollection += size;
            Live += size;
            if (isWaiting)
            {
                Held -= size;
                return (byte*)block;
            }
        }
        return FromSystem(size);
    }

    private static byte* FromSystem(long size)
    {
        try
        {
            return (byte*)NativeMemory.AlignedAlloc((nuint)size, 64);
        }
        catch (OutOfMemoryException)
        {
            Collect(generation: 2);
            Trim();
            return (byte*)NativeMemory.AlignedAlloc((nuint)size, 64);
        }
    }

    /// <summary>Collects garbage and returns how many bytes came back to the pool.</summary>
    private static long Collect(int generation)
    {
        long before = Live;
        Collections++;
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
        return before - Live;
    }

    // What is still held is needed: the budget follows it, so that a large model is not collected at every step.
    private static void StartNewCount()
    {
        lock (Gate)
        {
            sinceCollection = 0;
            budget = Math.Max(SmallestBudget, Live);
        }
        // Sizes that are no longer asked for (another batch size, another model) would pile up.
        if (Held > 2 * budget)
            Trim();
    }
}
