using static Backprop.PlotData;

namespace Backprop;

/// <summary>What a net says everywhere in the plane: for two classes which one and how surely, for more how
/// surely.</summary>
internal sealed class BoundaryMap
{
    private const int Columns = 72;
    private const int Rows = 54;
    private const int MostClasses = 10;

    private BoundaryMap(double[] xs, double[] ys)
    {
        Xs = xs;
        Ys = ys;
    }

    /// <summary>The columns of the grid.</summary>
    public double[] Xs { get; }

    /// <summary>The rows of the grid.</summary>
    public double[] Ys { get; }

    /// <summary>
    /// Of two classes: from −1 (surely the first) through 0 (the boundary) to 1. Of more: from 0 (two are equally
    /// likely) to 1 (one is certain).
    /// </summary>
    public required double[,] Sureness { get; init; }

    /// <summary>For each class but the last: above 0 where it is chosen. Their lines at 0 are the boundaries.</summary>
    public required IReadOnlyList<double[,]> Margins { get; init; }

    /// <summary>The share of the points whose class is the one that is chosen.</summary>
    public required double Accuracy { get; init; }

    /// <summary>How the outputs were read: <c>probability ≥ 0.5</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>True where there are but two.</summary>
    public bool IsTwoClass => Margins.Count == 1;

    /// <summary>Asks the function once about the points and once about a grid.</summary>
    /// <exception cref="ArgumentException">Its outputs do not fit the labels.</exception>
    public static BoundaryMap Of(Layer function, BoundaryData data, double? threshold, string what)
    {
        double[] xs = Linear(data.RangeX.From, data.RangeX.To, Columns);
        double[] ys = Linear(data.RangeY.From, data.RangeY.To, Rows);
        double[] plane = [.. ys.SelectMany(y => xs.SelectMany(x => new[] { x, y }))];
        using IDisposable scope = Functional.NoGrad();
        Tensor grid = Tensor.From(plane, [Rows * Columns, 2], DType.Float64)
            .To(data.Inputs.DType).To(data.Inputs.Device);
        double[][] atGrid = Outputs(function, grid, what);
        double[][] atPoints = Outputs(function, data.Inputs.Detach(), what);
        return atGrid[0].Length == 1
            ? OfOneScore(xs, ys, atGrid, atPoints, data, threshold, what)
            : OfScores(xs, ys, atGrid, atPoints, data, what);
    }

    // One score for each point: a probability or a logit of the second class.
    private static BoundaryMap OfOneScore(
        double[] xs, double[] ys, double[][] grid, double[][] points, BoundaryData data, double? threshold, string what)
    {
        if (data.Classes.Length > 2)
        {
            throw new ArgumentException(Invariant($"{what}: one output tells 2 classes apart, but the labels hold ")
                + Invariant($"{data.Classes.Length}. Give the net {data.Classes.Length} outputs."));
        }
        bool isShare = grid.Concat(points).All(p => p[0] is >= 0 and <= 1);
        double boundary = threshold ?? (isShare ? 0.5 : 0);
        double[,] sureness = Shaped(grid, p => isShare ? 2 * (p[0] - boundary) : Math.Tanh((p[0] - boundary) / 2));
        int second = data.Classes.Length == 2 ? data.Classes[1] : Math.Max(1, data.Classes[0]);
        int right = points.Where((p, i) => p[0] >= boundary == (data.Labels[i] == second)).Count();
        return new BoundaryMap(xs, ys)
        {
            Sureness = sureness,
            Margins = [sureness],
            Accuracy = right / (double)data.Count,
            Rule = $"{(isShare ? "output" : "logit")} = {Number(boundary)}",
        };
    }

    private static BoundaryMap OfScores(
        double[] xs, double[] ys, double[][] grid, double[][] points, BoundaryData data, string what)
    {
        int classes = grid[0].Length;
        if (classes > MostClasses)
        {
            throw new ArgumentException(Invariant(
                $"{what} draws at most {MostClasses} classes; the net has {classes} outputs."));
        }
        if (data.Classes[0] < 0 || data.Classes[^1] >= classes)
        {
            int odd = data.Classes[0] < 0 ? data.Classes[0] : data.Classes[^1];
            throw new ArgumentException(
                $"{what}: the net has {classes} outputs, classes 0 to {classes - 1}, but a label is {odd}. Give it one "
                + "output for each class.");
        }
        double[][] shares = Array.ConvertAll(grid, Shares);
        int right = points.Where((p, i) => Array.IndexOf(p, p.Max()) == data.Labels[i]).Count();
        // Of two classes the second's margin, so that it is green.
        IEnumerable<int> margins = classes == 2 ? [1] : Enumerable.Range(0, classes - 1);
        List<double[,]> each = [.. margins.Select(c => Shaped(shares, p => p[c] - p.Where((_, k) => k != c).Max()))];
        return new BoundaryMap(xs, ys)
        {
            Sureness = classes == 2 ? each[0] : Shaped(shares, Lead),
            Margins = each,
            Accuracy = right / (double)data.Count,
            Rule = "two classes equally likely",
        };
    }

    private static double[][] Outputs(Layer function, Tensor x, string what)
    {
        Tensor y = function(x);
        int rows = x.Shape[0];
        if (y.Shape.Rank is 0 or > 2 || y.Shape[0] != rows)
        {
            throw new ArgumentException($"{what}: for points {x.Shape} the net gave {y.Shape}. It must give one row of "
                + "scores for each point, [n, classes] or [n].");
        }
        double[] numbers = Numbers(y);
        if (numbers.Any(v => !double.IsFinite(v)))
            throw new ArgumentException($"{what}: the net gives NaN or ∞ in this plane. Look at its weights: did the "
                + "training diverge?");
        return [.. numbers.Chunk(numbers.Length / rows)];
    }

    // Softmax, unless the outputs are shares already.
    private static double[] Shares(double[] scores)
    {
        if (scores.All(s => s >= 0) && Math.Abs(scores.Sum() - 1) < 1e-4)
            return scores;
        double most = scores.Max();
        double[] powers = Array.ConvertAll(scores, s => Math.Exp(s - most));
        double sum = powers.Sum();
        return Array.ConvertAll(powers, p => p / sum);
    }

    private static double Lead(double[] shares)
    {
        double[] falling = [.. shares.OrderDescending()];
        return falling[0] - falling[1];
    }

    private static double[,] Shaped(double[][] outputs, Func<double[], double> value)
    {
        var grid = new double[Rows, Columns];
        for (int i = 0; i < outputs.Length; i++)
            grid[i / Columns, i % Columns] = value(outputs[i]);
        return grid;
    }
}
