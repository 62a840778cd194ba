using System.Globalization;

namespace Backprop;

/// <summary>
/// Checks gradients by nudging: each number of each input a little up and a little down, in float64, and what the
/// result does must be what backward says. Works for any function of tensors, whatever the shape of its result.
/// </summary>
/// <remarks>Keep inputs away from kinks such as 0 for relu: there the two sides differ and no answer is
/// right.</remarks>
public static class GradCheck
{
    private const double Nudge = 1e-5, Tolerance = 1e-6;

    /// <summary>Checks a function of one tensor.</summary>
    public static GradCheckResult Of(Func<Tensor, Tensor> function, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(function);
        return OfAll(xs => function(xs[0]), x);
    }

    /// <summary>Checks a function of two tensors.</summary>
    public static GradCheckResult Of(Func<Tensor, Tensor, Tensor> function, Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(function);
        return OfAll(xs => function(xs[0], xs[1]), a, b);
    }

    /// <summary>Checks a function of several tensors. Int32 and bool inputs are handed over as they are.</summary>
    public static GradCheckResult OfAll(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(inputs);
        Tensor[] leaves = [.. inputs.Select(Leaf)];
        var y = function(leaves);
        double[] weights = Weights(y.Shape.Size);
        double[]?[] slopes = Backward(y, leaves, weights);
        var worst = new GradCheckResult(true, 0, "Backward and nudging agree.");
        for (int which = 0; which < leaves.Length; which++)
        {
            for (int i = 0; slopes[which] is { } slope && i < slope.Length; i++)
            {
                double nudged = (Value(i, Nudge) - Value(i, -Nudge)) / (2 * Nudge);
                worst = Worse(worst, which, leaves[which].Shape, i, slope[i], nudged);
            }

            double Value(int at, double by) => Dot(function([.. leaves.Select((leaf, i) =>
                i == which ? Nudged(leaf, at, by) : leaf.Detach())]), weights);
        }
        return worst;
    }

    /// <summary>Checks the gradient of a function's gradient, for functions that can be differentiated twice.</summary>
    public static GradCheckResult OfSecond(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(function);
        return OfAll(xs =>
        {
            Tensor[] leaves = [.. xs.Select(x => x.RequiresGrad || !x.DType.IsFloat() ? x : x.RequireGrad())];
            var y = function(leaves);
            var wanted = leaves.Where(x => x.Origin is not null).ToDictionary(x => x.Origin!, _ => (Tensor?)null);
            if (y.Origin is not null)
                new Walk(keepGraph: true, createGraph: true).Run(y.Origin, Like(Weights(y.Shape.Size), y), wanted);
            return Tensor.Concat([.. wanted.Values.Select(g =>
                g is null ? Tensor.Zeros([1], DType.Float64) : g.Reshape(-1))]);
        }, inputs);
    }

    private static Tensor Leaf(Tensor x)
    {
        if (!x.DType.IsFloat())
            return x;
        // A view stays a view, so that strides are checked as they are.
        return x.DType == DType.Float64
            ? new Tensor(x.Storage, x.Shape, x.DType, x.Strides, x.Offset).RequireGrad()
            : x.Detach().To(DType.Float64).RequireGrad();
    }

    /// <summary>∂(y · weights)/∂leaf as numbers; null for inputs that have no gradient.</summary>
    private static double[]?[] Backward(Tensor y, Tensor[] leaves, double[] weights)
    {
        var wanted = leaves.Where(x => x.Origin is not null).ToDictionary(x => x.Origin!, _ => (Tensor?)null);
        if (y.Origin is not null)
            new Walk(keepGraph: true, createGraph: false).Run(y.Origin, Like(weights, y), wanted);
        return [.. leaves.Select(x => x.Origin is null
            ? null
            : wanted[x.Origin]?.ToArray<double>() ?? new double[x.Shape.Size])];
    }

    /// <summary>The same tensor with one number changed.</summary>
    private static Tensor Nudged(Tensor leaf, int at, double by)
    {
        double[] values = leaf.ToArray<double>();
        values[at] += by;
        return Like(values, leaf);
    }

    private static Tensor Like(double[] values, Tensor x) =>
        Tensor.From(values, x.Shape, DType.Float64).To(x.Device).To(x.DType);

    /// <summary>1 for a single number; else different for each, so that a gradient at the wrong place is
    /// seen.</summary>
    private static double[] Weights(int count)
    {
        var weights = new double[count];
        for (int i = 0; i < count; i++)
            weights[i] = Math.Cos(1.3 * i);
        return weights;
    }

    private static double Dot(Tensor y, double[] weights)
    {
        double[] values = y.ToArray<double>();
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += values[i] * weights[i];
        return sum;
    }

    private static GradCheckResult Worse(
        GradCheckResult worst, int which, Shape shape, int at, double backward, double nudged)
    {
        double error = Math.Abs(backward - nudged) / Math.Max(1, Math.Max(Math.Abs(backward), Math.Abs(nudged)));
        // Written so that NaN is worse than any number.
        if (error <= worst.WorstError || double.IsNaN(worst.WorstError))
            return worst;
        bool passed = error <= Tolerance;
        string place = string.Join(", ", Place(shape, at)), verdict = passed ? " That is close enough." : "";
        return new(passed, error, string.Create(CultureInfo.InvariantCulture,
            $"Input {which} at [{place}]: backward says {backward:G8}, nudging says {nudged:G8}.{verdict}"));
    }

    private static int[] Place(Shape shape, int at)
    {
        var place = new int[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            place[axis] = at % shape[axis];
            at /= shape[axis];
        }
        return place;
    }
}
