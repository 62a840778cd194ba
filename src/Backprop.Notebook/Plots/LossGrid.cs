using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

/// <summary>The values of a function of two numbers on a grid.</summary>
internal sealed class LossGrid
{
    private const int Lines = 8;

    private readonly double[] xs;
    private readonly double[] ys;
    private readonly double[,] heights;

    private LossGrid(double[] xs, double[] ys, double[,] heights)
    {
        this.xs = xs;
        this.ys = ys;
        this.heights = heights;
    }

    /// <summary>The largest finite value.</summary>
    public double Highest => heights.Cast<double>().Where(double.IsFinite).Max();

    /// <summary>How many values are not finite.</summary>
    public int NotFinite => heights.Cast<double>().Count(v => !double.IsFinite(v));

    /// <summary>The point of the grid with the least value.</summary>
    public (double X, double Y, double Value) Lowest
    {
        get
        {
            (int row, int column) = (0, 0);
            for (int i = 0; i < ys.Length; i++)
            {
                for (int j = 0; j < xs.Length; j++)
                {
                    if (!(heights[row, column] <= heights[i, j]) && double.IsFinite(heights[i, j]))
                        (row, column) = (i, j);
                }
            }
            return (xs[column], ys[row], heights[row, column]);
        }
    }

    /// <summary>Computes it: one call of the function with x and y of shape [steps, steps], float64.</summary>
    /// <exception cref="ArgumentException">The result has another shape, or is nowhere finite.</exception>
    public static LossGrid Of(
        Func<Tensor, Tensor, Tensor> f, (double From, double To) x, (double From, double To) y, int steps, string what)
    {
        ArgumentNullException.ThrowIfNull(f);
        MustAscend(x, $"x of {what}");
        MustAscend(y, $"y of {what}");
        double[] xs = Linear(x.From, x.To, steps);
        double[] ys = Linear(y.From, y.To, steps);
        Shape all = [steps, steps];
        using IDisposable scope = Functional.NoGrad();
        Tensor result = f(
            Tensor.From([.. ys.SelectMany(_ => xs)], all, DType.Float64),
            Tensor.From([.. ys.SelectMany(value => Enumerable.Repeat(value, steps))], all, DType.Float64));
        if (result.Shape != all)
        {
            throw new ArgumentException(
                $"{what}: for x and y of shape {all} the function gave {result.Shape}. It must give one loss for each "
                    + "pair: no Sum() or Mean(), no Item().");
        }
        var grid = new LossGrid(xs, ys, Matrix(result));
        if (grid.NotFinite == result.Shape.Size)
        {
            throw new ArgumentException(
                $"{what}: the function is NaN or ∞ everywhere in this range. Choose another one.");
        }
        return grid;
    }

    /// <summary>Lines of equal height, the lower the closer: each is a fixed share of the next one's height above the
    /// lowest.</summary>
    public Chart Contours() => Chart.Contour(heights, xs, ys, "loss", Levels: Levels(), Filled: true);

    /// <summary>The heights in space.</summary>
    public Chart Surface() => Chart.Surface(heights, xs, ys, "loss");

    // Equal steps of the height show only the slopes far from the minimum; those of its square root show the valley.
    private List<double> Levels()
    {
        double low = Lowest.Value;
        double first = (Highest - low) / ((Lines + 1) * (Lines + 1));
        if (!(first > 0))
            return [];
        // All in the same round unit.
        double unit = Math.Pow(10, Math.Round(Math.Log10(first)));
        return [.. Enumerable.Range(1, Lines).Select(i => Math.Round((low + (first * i * i)) / unit) * unit)];
    }
}
