using static Backprop.PlotData;

namespace Backprop;

/// <summary>A function of one number and its derivative at points of an axis; the derivative is autograd's.</summary>
/// <param name="X">The points, ascending.</param>
/// <param name="Y">The function.</param>
/// <param name="Slopes">Its derivative.</param>
internal sealed record ActivationCurve(double[] X, double[] Y, double[] Slopes)
{
    /// <summary>Below this |dy/dx| hardly any gradient passes: the unit is saturated.</summary>
    public const double Flat = 0.05;

    private const int Steps = 241;

    /// <summary>Where the slope stays below <see cref="Flat"/>, from left to right.</summary>
    public IReadOnlyList<(double From, double To)> FlatZones
    {
        get
        {
            var zones = new List<(double From, double To)>();
            for (int i = 0; i < X.Length; i++)
            {
                if (!(Math.Abs(Slopes[i]) < Flat))
                    continue;
                int start = i;
                while (i + 1 < X.Length && Math.Abs(Slopes[i + 1]) < Flat)
                    i++;
                // Where a slope only passes through 0, as at the dip of a GELU, nothing is saturated.
                if (start == 0 || i == X.Length - 1)
                    zones.Add((X[start], X[i]));
            }
            return zones;
        }
    }

    /// <summary>Computes both in float64.</summary>
    /// <exception cref="ArgumentException">The function does not give one number for each.</exception>
    public static ActivationCurve Of(Layer function, string name, double from, double to)
    {
        double[] points = Linear(from, to, Steps);
        Tensor x = Tensor.From(points, [Steps], DType.Float64).RequireGrad();
        Tensor y = function(x);
        if (y.Shape != x.Shape)
        {
            throw new ArgumentException($"Plot.Activations: {name} makes {y.Shape} from {x.Shape}. An activation gives "
                + "one number for each; for softmax and maxout plot the outputs.");
        }
        if (y.RequiresGrad)
            y.Sum().Backward();
        double[] slopes = x.Grad is { } gradient ? Numbers(gradient) : new double[Steps];
        return new ActivationCurve(points, Numbers(y), slopes);
    }
}
