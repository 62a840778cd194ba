using static Backprop.PlotData;

namespace Backprop;

/// <summary>Points in the plane: as they are, or along the first two principal axes where they have more
/// features.</summary>
internal sealed class Projection
{
    private const int MostPoints = 20_000;
    private const double Room = 0.08;

    private Projection(double[,] points, int features, double[]? shares)
    {
        Count = points.GetLength(0);
        Features = features;
        Shares = shares;
        X = [.. Enumerable.Range(0, Count).Select(i => points[i, 0])];
        Y = [.. Enumerable.Range(0, Count).Select(i => points[i, 1])];
    }

    /// <summary>How many points.</summary>
    public int Count { get; }

    /// <summary>How many features they had.</summary>
    public int Features { get; }

    /// <summary>The share of the variance along each principal axis, falling; null where nothing was turned.</summary>
    public double[]? Shares { get; }

    /// <summary>The first coordinate of each.</summary>
    public double[] X { get; }

    /// <summary>The second coordinate of each.</summary>
    public double[] Y { get; }

    /// <summary>The points as they are if they have 2 features, else turned.</summary>
    /// <exception cref="ArgumentException">They are no list of points.</exception>
    public static Projection Of(Tensor points, string what, bool turn = false)
    {
        double[,] rows = Points(points, null, what);
        if (rows.GetLength(0) > MostPoints)
        {
            throw new ArgumentException(Invariant(
                $"{what} draws at most {MostPoints} points, not {rows.GetLength(0)}. Take some: x[..1000]."));
        }
        int features = rows.GetLength(1);
        if (features == 2 && !turn)
            return new Projection(rows, features, null);
        Tensor x = Tensor.From(rows, DType.Float64);
        (double[,] turned, double[] shares) = rows.GetLength(0) < features ? TurnedByRows(x) : Turned(x);
        if (turned.GetLength(1) < 2)
        {
            throw new ArgumentException($"{what}: {points.Shape} has one principal axis only. Pass 3 points or more.");
        }
        return new Projection(turned, features, shares);
    }

    private static (double[,] Points, double[] Shares) Turned(Tensor x)
    {
        var pca = new Pca();
        Tensor turned = pca.FitTransform(x);
        return (Matrix(turned), Numbers(pca.ExplainedVarianceRatio));
    }

    // Of fewer rows than features the products of the rows are the smaller matrix: with x = U S Vᵀ its axes are those
    // of U, and the coordinates U S. Each feature stands there once more with the other sign, so that their mean is 0.
    private static (double[,] Points, double[] Shares) TurnedByRows(Tensor x)
    {
        Tensor sides = (x - x.Mean(0)).T;
        var pca = new Pca();
        pca.Fit(Tensor.Concat([sides, -sides], 0));
        double[] lengths = [.. Numbers(pca.ExplainedVariance).Select(v => v * (sides.Shape[0] - 0.5))];
        double[] sizes = Array.ConvertAll(lengths, Math.Sqrt);
        Tensor points = (pca.Components * Tensor.From(sizes, [sizes.Length, 1])).T;
        return (Matrix(points), Array.ConvertAll(lengths, l => l / lengths.Sum()));
    }

    /// <summary>The mean of a class.</summary>
    public (int Label, double X, double Y) Mean(int[] classes, int label)
    {
        int[] own = [.. Enumerable.Range(0, Count).Where(i => classes[i] == label)];
        return (label, own.Average(i => X[i]), own.Average(i => Y[i]));
    }

    /// <summary>Whether names at these places would not cover each other.</summary>
    public bool AreApart(IReadOnlyList<(int Label, double X, double Y)> places)
    {
        (double width, double height) = (X.Max() - X.Min(), Y.Max() - Y.Min());
        return places.All(a => places.All(b => a.Label == b.Label
            || Math.Abs(a.X - b.X) > Room * width || Math.Abs(a.Y - b.Y) > Room * height));
    }

    /// <summary>The nearest other point in the plane.</summary>
    public int Nearest(int index)
    {
        int best = index == 0 ? 1 : 0;
        double least = double.PositiveInfinity;
        for (int i = 0; i < Count; i++)
        {
            double distance = ((X[i] - X[index]) * (X[i] - X[index])) + ((Y[i] - Y[index]) * (Y[i] - Y[index]));
            if (i != index && distance < least)
                (best, least) = (i, distance);
        }
        return best;
    }
}
