namespace Backprop;

/// <summary>A step that treats each column by itself: y = (x − shift) / scale.</summary>
public abstract class ColumnScaler : Preprocessor
{
    private Tensor? shift, scale;

    private protected ColumnScaler()
    {
    }

    /// <summary>What is taken off each column, float64 <c>[columns]</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    public Tensor Shift => shift ?? throw NotFitted();

    /// <summary>What each column is divided by then, float64 <c>[columns]</c>. Never 0.</summary>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    public Tensor Scale => scale ?? throw NotFitted();

    internal override int? OutputWidth => InputWidth;

    /// <summary>The two numbers of a column.</summary>
    private protected abstract (double Shift, double Scale) OfColumn(
        double mean, double deviation, double smallest, double largest);

    internal override void Learn(Tensor x)
    {
        double[] mean = x.Mean(0).ToArray<double>();
        double[] deviation = x.Std(0, unbiased: false).ToArray<double>();
        double[] smallest = x.Min(0).ToArray<double>(), largest = x.Max(0).ToArray<double>();
        var (shifts, scales) = (new double[mean.Length], new double[mean.Length]);
        for (int c = 0; c < mean.Length; c++)
        {
            // The mean of equal numbers may miss them by a rounding, and their deviation then is not 0.
            if (smallest[c] == largest[c])
                (mean[c], deviation[c]) = (smallest[c], 0);
            (shifts[c], scales[c]) = OfColumn(mean[c], deviation[c], smallest[c], largest[c]);
        }
        shift = Tensor.From(shifts, dtype: DType.Float64).To(x.Device);
        scale = Tensor.From(scales, dtype: DType.Float64).To(x.Device);
    }

    internal override Tensor Apply(Tensor x) => (x - Shift.To(x.Device)) / Scale.To(x.Device);

    internal override Tensor Invert(Tensor y) => y * Scale.To(y.Device) + Shift.To(y.Device);

    internal override void Save(string prefix, Dictionary<string, Tensor> state)
    {
        state[prefix + "shift"] = Shift.Copy();
        state[prefix + "scale"] = Scale.Copy();
    }

    internal override (Action Commit, int Width) Restore(string prefix, SavedState saved, int? width)
    {
        var newShift = saved.Tensor(prefix + "shift", [width ?? -1]);
        var newScale = saved.Tensor(prefix + "scale", [newShift.Shape[0]]);
        if (Array.Exists(newScale.ToArray<double>(), s => s == 0 || !double.IsFinite(s)))
        {
            throw new ArgumentException($"{prefix}scale in the state holds 0 or no number, by which nothing can be "
                + "divided.");
        }
        int columns = newShift.Shape[0];
        return (() => (shift, scale, InputWidth) = (newShift, newScale, columns), columns);
    }
}
