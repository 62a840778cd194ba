namespace Backprop;

/// <summary>
/// What is told about the numbers of a tensor. Numbers that are not finite are counted and else left out.
/// </summary>
internal sealed class TensorFacts
{
    private const int HistogramBins = 26;

    public TensorFacts(TensorValues values)
    {
        Count = values.Count;
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            double value = values[i];
            if (!Take(value, i))
                continue;
            sum += value;
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
            Zeros += value == 0 ? 1 : 0;
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

    // Returns whether the number is finite; counts it otherwise.
    private bool Take(double value, int index)
    {
        if (double.IsFinite(value))
        {
            Finite++;
            return true;
        }
        if (double.IsNaN(value))
        {
            NaNs++;
            FirstNaN = FirstNaN < 0 ? index : FirstNaN;
            return false;
        }
        PlusInfs += value > 0 ? 1 : 0;
        MinusInfs += value < 0 ? 1 : 0;
        FirstInf = FirstInf < 0 ? index : FirstInf;
        return false;
    }

    private (double Std, int[] Counts) Spread(TensorValues values)
    {
        int[] counts = new int[HistogramBins];
        double width = (Max / HistogramBins) - (Min / HistogramBins);
        bool isWide = Finite > 0 && width > 0;
        double perBin = isWide ? 1 / width : 0;
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            double value = values[i];
            if (!double.IsFinite(value))
                continue;
            sum += (value - Mean) * (value - Mean);
            counts[Math.Clamp((int)((value - Min) * perBin), 0, HistogramBins - 1)]++;
        }
        return (Finite < 2 ? double.NaN : Math.Sqrt(sum / (Finite - 1)), isWide ? counts : []);
    }
}
