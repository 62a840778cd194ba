namespace Backprop;

/// <summary>
/// Philox4x32-10: four random 32-bit words from a counter and a key, without any state, so every device and every
/// order of work draws the same numbers.
/// </summary>
/// <remarks>Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011).</remarks>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    /// <summary>The four words of one block.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="counter">The lower half of the counter.</param>
    /// <param name="high">The upper half of the counter.</param>
    public static (uint A, uint B, uint C, uint D) Block(ulong seed, ulong counter, ulong high = 0)
    {
        uint a = (uint)counter, b = (uint)(counter >> 32), c = (uint)high, d = (uint)(high >> 32);
        uint key0 = (uint)seed, key1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            ulong left = (ulong)Multiplier0 * a, right = (ulong)Multiplier1 * c;
            (a, b, c, d) = ((uint)(right >> 32) ^ b ^ key0, (uint)right, (uint)(left >> 32) ^ d ^ key1, (uint)left);
            key0 += Weyl0;
            key1 += Weyl1;
        }
        return (a, b, c, d);
    }

    /// <summary>How many blocks a view of that many elements uses up: what to add to the counter.</summary>
    public static ulong Blocks(DType type, int elements) =>
        type == DType.Float64 ? ((ulong)elements + 1) / 2 : ((ulong)elements + 3) / 4;
}
