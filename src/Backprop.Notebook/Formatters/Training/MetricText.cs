using Backprop.Display;

namespace Backprop;

/// <summary>How the numbers of metrics are written, and between which limits they lie.</summary>
internal static class MetricText
{
    private static readonly string[] Shares = ["accuracy", "AUC", "F1", "precision", "recall", "IoU"];
    private static readonly double[] Floors = [0.9, 0.8, 0.5];

    /// <summary>True for numbers from 0 to 1, of which more is better.</summary>
    public static bool IsShare(string name) =>
        Shares.Any(share => name.Contains(share, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>91.0 %</c>, <c>0.3266</c>; null for none.</summary>
    public static string? Of(string name, double? value) => value switch
    {
        not { } => null,
        { } share when name.Contains("accuracy", StringComparison.OrdinalIgnoreCase) => NumberText.Percent(share),
        { } number => NumberText.Fixed(number, 4),
    };

    /// <summary>
    /// Where the axis of a share starts: at the highest of a few round numbers that hides nothing.
    /// </summary>
    public static double Floor(IEnumerable<double> values)
    {
        double least = values.Where(double.IsFinite).DefaultIfEmpty(0).Min();
        return Array.Find(Floors, floor => floor <= least);
    }
}
