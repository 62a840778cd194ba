namespace Backprop;

/// <summary>
/// Random numbers by (seed, stream) from <see cref="Philox"/>: the same on every machine and under every version of
/// .NET, which <see cref="Random"/> itself does not promise.
/// </summary>
/// <param name="seed">Which numbers.</param>
/// <param name="stream">Streams of one seed have nothing in common: one for each pass, one for each batch.</param>
internal sealed class SeededRandom(long seed, ulong stream = 0) : Random
{
    private ulong counter;
    private ulong spare;
    private bool hasSpare;

    /// <summary>A seed from the source that <see cref="Tensor.Seed"/> starts.</summary>
    internal static long DrawSeed()
    {
        var (seed, counter) = RandomState.Take(1);
        var (a, b, _, _) = Philox.Block(seed, counter);
        return unchecked((long)((ulong)a << 32 | b));
    }

    /// <summary>A number of the bell curve from any source: mean 0, standard deviation 1 (Box–Muller).</summary>
    internal static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A number of the bell curve.</summary>
    internal double NextNormal() => Normal(this);

    /// <summary>The numbers 0 to <paramref name="count"/> − 1 in random order (Fisher and Yates).</summary>
    internal int[] NextOrder(int count)
    {
        var order = new int[count];
        for (int i = 0; i < count; i++)
            order[i] = i;
        for (int i = count - 1; i > 0; i--)
        {
            int other = Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
        return order;
    }

    /// <inheritdoc/>
    public override double NextDouble() => (NextWord() >> 11) * (1.0 / (1L << 53));

    /// <inheritdoc/>
    public override float NextSingle() => (NextWord() >> 40) * (1f / (1 << 24));

    /// <inheritdoc/>
    public override int Next() => Next(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64() => NextInt64(long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        ulong span = unchecked((ulong)maxValue - (ulong)minValue);
        // The upper half of a 64 · 64 bit product: even to within span / 2⁶⁴.
        return unchecked(minValue + (long)Math.BigMul(NextWord(), span, out _));
    }

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref byte cell in buffer)
            cell = (byte)(NextWord() >> 56);
    }

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private ulong NextWord()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }
        // Counted from the far end: Tensor.Seed's numbers are stream 0.
        var (a, b, c, d) = Philox.Block(unchecked((ulong)seed), counter++, ~stream);
        spare = (ulong)d << 32 | c;
        hasSpare = true;
        return (ulong)b << 32 | a;
    }
}
