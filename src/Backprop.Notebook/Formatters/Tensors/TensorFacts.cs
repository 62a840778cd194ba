namespace Backprop;

/// <summary>
/// What is told about the numbers of a tensor. Numbers that are not finite are counted and else left out.
/// </summary>
internal sealed class TensorFacts
{
    private const int HistogramBins = 26;
    private const int Chunk = 512;

    public TensorFacts(TensorValues values)
    {
        Count = values.Count;
        double sum = 0;
        Span<double> some = stackalloc double[Chunk];
        for (int start = 0; start < Count; start += Chunk)
        {
            Span<double> numbers = some[..Math.Min(Chunk, Count - start)];
            values.Read(start, numbers);
            sum += Take(numbers, start);
        }
        Mean = Finite == 0 ? double.NaN : sum / Finite;
        (Std, Histogram) = Spread(values);
    }

    public int Count { get; }

    /// <summary>How many numbers are finite.</summary>
    public int Finite { get; private set; }

    public double Min { get; private set; } = double.PositiveInfinity;

    public double Max { get; private set; } = double.NegativeInfinity;

    public double Mean { get; }

    /// <summary>By n − 1; NaN for fewer than two numbers.</summary>
    public double Std { get; }

    public int Zeros { get; private set; }

    public int NaNs { get; private set; }

    public int PlusInfs { get; private set; }

    public int MinusInfs { get; private set; }

    /// <summary>Where the first NaN stands; −1 without.</summary>
    public int FirstNaN { get; private set; } = -1;

    /// <summary>Where the first infinite number stands; −1 without.</summary>
    public int FirstInf { get; private set; } = -1;

    /// <summary>How many numbers fall into each of equal parts from <see cref="Min"/> to <see cref="Max"/>.</summary>
    public IReadOnlyList<int> Histogram { get; }

    public bool AllFinite => Finite == Count;

    // Returns the sum of those that are finite.
    private double Take(ReadOnlySpan<double> numbers, int start)
    {
        (double sum, double min, double max) = (0, Min, Max);
        for (int i = 0; i < numbers.Length; i++)
        {
            double value = numbers[i];
            if (!double.IsFinite(value))
            {
                TakeOdd(value, start + i);
                continue;
            }
            Finite++;
            sum += value;
            min = value < min ? value : min;
            max = value > max ? value : max;
            if (value == 0)
                Zeros++;
        }
        (Min, Max) = (min, max);
        return sum;
    }

    private void TakeOdd(double value, int index)
    {
        if (double.IsNaN(value))
        {
            NaNs++;
            FirstNaN = FirstNaN < 0 ? index : FirstNaN;
            return;
        }
        PlusInfs += value > 0 ? 1 : 0;
        MinusInfs += value < 0 ? 1 : 0;
        FirstInf = FirstInf < 0 ? index : FirstInf;
    }

    private (double Std, int[] Counts) Spread(TensorValues values)
    {
        int[] counts = new int[HistogramBins];
        double width = (Max / HistogramBins) - (Min / HistogramBins);
        bool isWide = Finite > 0 && width > 0;
        double sum = 0;
        Span<double> some = stackalloc double[Chunk];
        for (int start = 0; start < Count; start += Chunk)
        {
            Span<double> numbers = some[..Math.Min(Chunk, Count - start)];
            values.Read(start, numbers);
            sum += Spread(numbers, isWide ? 1 / width : 0, counts);
        }
        return (Finite < 2 ? double.NaN : Math.Sqrt(sum / (Finite - 1)), isWide ? counts : []);
    }

    // Returns the sum of the squares of what they are away from the mean.
    private double Spread(ReadOnlySpan<double> numbers, double perBin, int[] counts)
    {
        (double sum, double mean, double min) = (0, Mean, Min);
        foreach (double value in numbers)
        {
            if (!double.IsFinite(value))
                continue;
            sum += (value - mean) * (value - mean);
            counts[Math.Min((int)((value - min) * perBin), HistogramBins - 1)]++;
        }
        return sum;
    }
}
