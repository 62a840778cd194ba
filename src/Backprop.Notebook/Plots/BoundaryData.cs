using static Backprop.PlotData;

namespace Backprop;

/// <summary>Points of the plane with their classes, and the rectangle that shows them all with a margin.</summary>
internal sealed class BoundaryData
{
    private const double Margin = 0.15;
    private const int MostPoints = 500;

    public BoundaryData(Tensor points, Tensor labels, string what)
    {
        double[,] rows = Points(points, 2, what);
        Inputs = points;
        Targets = labels;
        Count = rows.GetLength(0);
        X = [.. Enumerable.Range(0, Count).Select(i => rows[i, 0])];
        Y = [.. Enumerable.Range(0, Count).Select(i => rows[i, 1])];
        Labels = PlotData.Labels(labels, Count, what);
        Classes = [.. Labels.Distinct().Order()];
        RangeX = Padded(X);
        RangeY = Padded(Y);
    }

    /// <summary>The points as they were given, [n, 2].</summary>
    public Tensor Inputs { get; }

    /// <summary>The labels as they were given.</summary>
    public Tensor Targets { get; }

    /// <summary>How many points.</summary>
    public int Count { get; }

    /// <summary>The first coordinate of each.</summary>
    public double[] X { get; }

    /// <summary>The second coordinate of each.</summary>
    public double[] Y { get; }

    /// <summary>The class of each.</summary>
    public int[] Labels { get; }

    /// <summary>The classes that occur, ascending.</summary>
    public int[] Classes { get; }

    /// <summary>From left to right.</summary>
    public (double From, double To) RangeX { get; }

    /// <summary>From bottom to top.</summary>
    public (double From, double To) RangeY { get; }

    /// <summary>How many points, and how many are drawn, in words.</summary>
    public string Extent => PlotData.Shown(Count, MostPoints);

    /// <summary>The points of one class that are drawn.</summary>
    public (double[] X, double[] Y) Drawn(int label)
    {
        int[] own = [.. PlotData.Drawn(Count, MostPoints).Where(i => Labels[i] == label)];
        return ([.. own.Select(i => X[i])], [.. own.Select(i => Y[i])]);
    }

    private static (double, double) Padded(double[] values)
    {
        double margin = Math.Max(0.1, (values.Max() - values.Min()) * Margin);
        return (values.Min() - margin, values.Max() + margin);
    }
}
