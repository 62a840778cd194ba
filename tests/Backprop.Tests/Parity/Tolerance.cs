using System.Globalization;

namespace Backprop.Tests.Parity;

/// <summary>How near a number must come to PyTorch's: |a − b| ≤ absolute + relative · |b|.</summary>
/// <param name="Absolute">The part that holds near 0.</param>
/// <param name="Relative">The part that grows with the number.</param>
public sealed record Tolerance(double Absolute, double Relative)
{
    /// <summary>For float32.</summary>
    public static Tolerance Float32 { get; } = new(1e-7, 1e-5);

    /// <summary>For float64.</summary>
    public static Tolerance Float64 { get; } = new(1e-12, 1e-10);

    /// <summary>How far a number may be from what is expected.</summary>
    public double Allowed(double expected) => Absolute + Relative * Math.Abs(expected);

    /// <summary>Fails with the worst element if any is too far off.</summary>
    public void Check(string what, ReadOnlySpan<double> actual, Numbers expected) =>
        Check(what, actual, expected, expected, noise: 0);

    /// <summary>The same for float32 numbers. Where numbers cancel, PyTorch's own float32 is off by more than the
    /// tolerance; so what misses it may be as far from PyTorch's float64 as PyTorch's float32 is in this tensor, plus
    /// the tolerance.</summary>
    public void Check(string what, ReadOnlySpan<double> actual, Numbers expected, Numbers exact)
    {
        double noise = expected.Data.Zip(exact.Data, (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max();
        Check(what, actual, expected, exact, noise);
    }

    private void Check(string what, ReadOnlySpan<double> actual, Numbers expected, Numbers exact, double noise)
    {
        Assert.True(actual.Length == expected.Count, $"{what}: {actual.Length} numbers, PyTorch has {expected.Count}.");
        int worst = -1, off = 0;
        double worstExcess = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double excess = Math.Min(Excess(actual[i], expected.Data[i], 0), Excess(actual[i], exact.Data[i], noise));
            off += excess > 0 ? 1 : 0;
            if (excess > worstExcess)
                (worst, worstExcess) = (i, excess);
        }
        if (worst >= 0)
            Assert.Fail(Message(what, actual[worst], expected, worst, off));
    }

    // Not a number is infinitely far off.
    private double Excess(double actual, double expected, double noise)
    {
        if (actual.Equals(expected))
            return 0;
        double excess = Math.Abs(actual - expected) - Allowed(expected) - noise;
        return double.IsNaN(excess) ? double.PositiveInfinity : Math.Max(excess, 0);
    }

    private string Message(string what, double actual, Numbers expected, int worst, int off)
    {
        double b = expected.Data[worst];
        string index = expected.IndexOf(worst), count = off == 1 ? "1 number is" : $"{off} numbers are";
        return string.Create(CultureInfo.InvariantCulture,
            $"{what}: {count} off, the worst at {index}: {actual:R}, PyTorch has {b:R}; "
            + $"{Math.Abs(actual - b):G3} apart, {Allowed(b):G3} allowed.");
    }
}
