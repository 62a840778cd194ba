using System.Security.Cryptography;

namespace Backprop;

/// <summary>Where this process stands in its random numbers: a seed, and how many blocks are used up.</summary>
internal static class RandomState
{
    private static readonly Lock Gate = new();
    private static ulong seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private static ulong counter;

    internal static void Seed(ulong value) => Now = (value, 0);

    /// <summary>The place itself, so that a run can be interrupted and go on.</summary>
    internal static (ulong Seed, ulong Counter) Now
    {
        get
        {
            lock (Gate)
                return (seed, counter);
        }
        set
        {
            lock (Gate)
                (seed, counter) = value;
        }
    }

    /// <summary>Takes some blocks that nobody else gets.</summary>
    internal static (ulong Seed, ulong Counter) Take(ulong blocks)
    {
        lock (Gate)
        {
            ulong first = counter;
            counter += blocks;
            return (seed, first);
        }
    }
}
