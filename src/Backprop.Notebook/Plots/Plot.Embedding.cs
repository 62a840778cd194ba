using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostNamed = 40;
    private const int MostClasses = 20;
    private const int MostScattered = 1000;

    /// <summary>
    /// Points of an embedding or a latent space in the plane; wider ones along their two principal axes.
    /// <c>Plot.Embedding(encoder.Forward(x), labels)</c>
    /// </summary>
    /// <param name="points">[n, features], 2 or more features.</param>
    /// <param name="labels">The class of each point, [n], or null.</param>
    /// <param name="names">A text beside each of at most 40 points, or null.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static Figure Embedding(Tensor points, Tensor? labels = null, IReadOnlyList<string>? names = null)
    {
        Projection map = Projection.Of(points, "Plot.Embedding");
        int[]? classes = labels is null ? null : Labels(labels, map.Count, "Plot.Embedding");
        if (names is not null && names.Count != map.Count)
        {
            throw new ArgumentException(Invariant(
                $"Plot.Embedding: {names.Count} names for {map.Count} points. Each needs one, even \"\"."));
        }
        Chart chart = Scatter(map, classes, names).WithTitle("Embedding").WithSize(640, 400);
        string kept = map.Shares is null
            ? ""
            : $"The two axes hold {NumberText.Percent(map.Shares[0] + map.Shares[1])} of the variance of "
                + $"{map.Features} features. ";
        return new Figure("Embedding", FigurePart.Of(chart))
        {
            Subject = map.Shares is null ? "" : $"{map.Features} features → 2 principal axes",
            Extent = Shown(map.Count, MostScattered),
            Finding = (kept + NeighbourFinding(map, classes)).TrimEnd(),
            Caption = (map.Shares is null
                ? "Points that lie close together are alike to the net."
                : "Points that lie close together are alike to the net, as far as two axes can show it: what differs "
                    + "along the other axes falls on one place.")
                + (chart.Layout.Notes.Count == 0 ? "" : " Each label stands at the mean of its class."),
        };
    }

    internal static Chart Scatter(Projection map, int[]? classes, IReadOnlyList<string>? names)
    {
        string x = map.Shares is null ? "x₁" : $"axis 1, {NumberText.Percent(map.Shares[0])} of the variance";
        string y = map.Shares is null ? "x₂" : $"axis 2, {NumberText.Percent(map.Shares[1])}";
        bool isNamed = names is not null && map.Count <= MostNamed;
        int[] drawn = Drawn(map.Count, MostScattered);
        if (classes is null)
        {
            IEnumerable<string>? texts = isNamed ? names : null;
            return Chart.Point(drawn.Select(i => map.X[i]), drawn.Select(i => map.Y[i]), MultiText: texts)
                .WithXAxisStyle(x).WithYAxisStyle(y);
        }
        int[] all = [.. classes.Distinct().Order()];
        if (all.Length > MostClasses)
        {
            throw new ArgumentException(
                $"{all.Length} classes cannot be told apart in one drawing; {MostClasses} can. "
                + "Leave the labels out, or group them.");
        }
        Chart chart = Chart.Combine(all.Select(label =>
        {
            int[] own = [.. drawn.Where(i => classes[i] == label)];
            return Chart.Point(own.Select(i => map.X[i]), own.Select(i => map.Y[i]), Name: Invariant($"{label}"),
                MultiText: isNamed ? own.Select(i => names![i]) : null);
        })).WithXAxisStyle(x).WithYAxisStyle(y);
        (int Label, double X, double Y)[] means = [.. all.Select(label => map.Mean(classes, label))];
        if (map.AreApart(means))
        {
            foreach ((int label, double atX, double atY) in means)
                chart = chart.WithAnnotation(atX, atY, Invariant($"{label}"));
        }
        return chart;
    }

    // How well the picture keeps classes apart: the class of the nearest neighbour, in the drawn plane.
    private static string NeighbourFinding(Projection map, int[]? classes)
    {
        if (classes is null || map.Count < 2)
            return "";
        int same = Enumerable.Range(0, map.Count).Count(i => classes[map.Nearest(i)] == classes[i]);
        return $"In the drawing {NumberText.Percent(same / (double)map.Count, 0)} of the points have a nearest "
            + "neighbour of their own class.";
    }
}
