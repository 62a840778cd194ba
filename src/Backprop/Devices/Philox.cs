using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>Four blocks one after the other, 16 words in order: the same words, four blocks at a time.</summary>
    internal static void FourBlocks(ulong seed, ulong counter, Span<uint> words)
    {
        if (!Avx2.IsSupported)
        {
            for (int i = 0; i < 4; i++)
                (words[4 * i], words[4 * i + 1], words[4 * i + 2], words[4 * i + 3]) = Block(seed, counter + (ulong)i);
            return;
        }
        // A word in the lower half of each lane, so that a product of two words has room.
        var lower = Vector256.Create((ulong)uint.MaxValue);
        var at = Vector256.Create(counter) + Vector256<ulong>.Indices;
        Vector256<ulong> a = at & lower, b = at >>> 32, c = default, d = default;
        uint key0 = (uint)seed, key1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            var left = Avx2.Multiply(a.AsUInt32(), Vector256.Create((ulong)Multiplier0).AsUInt32());
            var right = Avx2.Multiply(c.AsUInt32(), Vector256.Create((ulong)Multiplier1).AsUInt32());
            a = right >>> 32 ^ b ^ Vector256.Create((ulong)key0);
            b = right & lower;
            c = left >>> 32 ^ d ^ Vector256.Create((ulong)key1);
            d = left & lower;
            key0 += Weyl0;
            key1 += Weyl1;
        }
        // a and b of a block become one lane, then the pairs (a b) and (c d) of each block stand side by side.
        Vector256<ulong> first = a | b << 32, second = c | d << 32;
        var blocks02 = Avx2.UnpackLow(first, second);
        var blocks13 = Avx2.UnpackHigh(first, second);
        Avx2.Permute2x128(blocks02, blocks13, 0x20).AsUInt32().CopyTo(words);
        Avx2.Permute2x128(blocks02, blocks13, 0x31).AsUInt32().CopyTo(words[8..]);
    }

    /// <summary>How many blocks a view of that many elements uses up: what to add to the counter.</summary>
    public static ulong Blocks(DType type, int elements) =>
        type == DType.Float64 ? ((ulong)elements + 1) / 2 : ((ulong)elements + 3) / 4;
}
