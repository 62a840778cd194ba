namespace Backprop;

/// <summary>Turns Philox words into numbers, in row-major order. All devices of this computer use it.</summary>
internal static class RandomNumbers
{
    /// <summary>Element i from word i mod 4 of block counter + i / 4.</summary>
    internal static void Fill(Span<float> y, Distribution distribution, ulong seed, ulong counter)
    {
        Span<uint> words = stackalloc uint[16];
        Span<float> numbers = stackalloc float[16];
        for (int i = 0; i < y.Length; i += words.Length, counter += 4)
        {
            Philox.FourBlocks(seed, counter, words);
            for (int k = 0; k < words.Length; k += 2)
            {
                (numbers[k], numbers[k + 1]) = distribution == Distribution.Uniform
                    ? (Upper24(words[k]), Upper24(words[k + 1]))
                    : NormalPair(words[k], words[k + 1]);
            }
            numbers[..Math.Min(numbers.Length, y.Length - i)].CopyTo(y[i..]);
        }
    }

    /// <summary>Element i from half i mod 2 of block counter + i / 2.</summary>
    internal static void Fill(Span<double> y, Distribution distribution, ulong seed, ulong counter)
    {
        for (int i = 0; i < y.Length; i += 2)
        {
            var (a, b, c, d) = Philox.Block(seed, counter++);
            double first = Upper53(a, b), second = Upper53(c, d);
            if (distribution == Distribution.Normal)
                (first, second) = BoxMuller(first + Step53, second);
            y[i] = first;
            if (i + 1 < y.Length)
                y[i + 1] = second;
        }
    }

    private const double Step53 = 1.0 / (1L << 53);

    private static float Upper24(uint word) => (word >> 8) * (1f / (1 << 24));

    private static double Upper53(uint low, uint high) => (((ulong)high << 32 | low) >> 11) * Step53;

    // All 32 bits of the radius: with 24 the farthest number would be 5.8 instead of 6.7. In double, so that a device
    // with other sine and cosine routines still rounds to the same float.
    private static (float, float) NormalPair(uint radius, uint angle)
    {
        var (x, y) = BoxMuller((radius + 1.0) / (1L << 32), angle * (1.0 / (1L << 32)));
        return ((float)x, (float)y);
    }

    /// <summary>Two independent normal numbers from u in (0, 1] and v in [0, 1).</summary>
    private static (double, double) BoxMuller(double u, double v)
    {
        double radius = Math.Sqrt(-2 * Math.Log(u));
        var (sin, cos) = Math.SinCos(2 * Math.PI * v);
        return (radius * cos, radius * sin);
    }
}
