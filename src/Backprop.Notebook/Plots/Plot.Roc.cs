using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostCurves = 8;

    /// <summary>
    /// What a threshold trades: the share of positives found against the share of false alarms, with the area under the
    /// curve. <c>Plot.Roc(net.Forward(x), labels)</c>
    /// </summary>
    /// <param name="scores">One for each example, any shape: probabilities or logits.</param>
    /// <param name="labels">0 or 1 for each.</param>
    /// <exception cref="ArgumentException">They do not belong together, or one class is missing.</exception>
    public static Figure Roc(Tensor scores, Tensor labels) => Roc(("scores", RocCurve.Of(scores, labels)));

    /// <summary>Several curves: <c>Plot.Roc(("small", RocCurve.Of(a, y)), ("large", RocCurve.Of(b, y)))</c></summary>
    /// <param name="curves">Each with a name.</param>
    /// <exception cref="ArgumentException">There is none or more than 8.</exception>
    public static Figure Roc(params ReadOnlySpan<(string Name, RocCurve Curve)> curves)
    {
        MustBeFew(curves.Length, "Plot.Roc");
        (string Name, RocCurve Curve)[] all = curves.ToArray();
        IEnumerable<Chart> lines = all.Select(c =>
            Chart.Line(c.Curve.FalsePositiveRates, c.Curve.TruePositiveRates, Name: all.Length == 1 ? null : c.Name));
        double[] ends = [0, 1];
        Chart chart = Chart.Combine(lines.Append(Chart.Line(ends, ends, Name: "chance", Dashed: true)))
            .WithTitle("ROC curve").WithXAxisStyle("false alarms: share of negatives", MinMax: (0, 1))
            .WithYAxisStyle("found: share of positives", MinMax: (0, 1)).WithSize(460, 400);
        return new Figure("ROC curve", FigurePart.Of(chart))
        {
            Subject = all.Length == 1 ? "" : $"{all.Length} scores",
            Extent = "AUC " + string.Join(", ", all.Select(c => NumberText.Fixed(c.Curve.Auc, 4))),
            Finding = string.Join(" ", all.Select(c => RocFinding(all.Length == 1 ? "" : c.Name + ": ", c.Curve))),
            Caption = "Each point is one threshold. The further to the upper left, the better; the dashed diagonal is "
                + "chance. The area under the curve (AUC) is how likely a positive has a larger score than a negative.",
        };
    }

    /// <summary>
    /// What a threshold trades where positives are rare: of those taken for positive the share that is (precision)
    /// against the share of positives found (recall). <c>Plot.PrecisionRecall(net.Forward(x), labels)</c>
    /// </summary>
    /// <inheritdoc cref="Roc(Tensor, Tensor)"/>
    public static Figure PrecisionRecall(Tensor scores, Tensor labels)
    {
        // The curve checks the labels and orders the scores; the counts follow from its shares.
        RocCurve roc = RocCurve.Of(scores, labels);
        double positives = Numbers(labels).Count(l => l == 1);
        double negatives = labels.Shape.Size - positives;
        var recall = new List<double>();
        var precision = new List<double>();
        double average = 0;
        for (int i = 1; i < roc.Thresholds.Count; i++)
        {
            double hits = roc.TruePositiveRates[i] * positives;
            double alarms = roc.FalsePositiveRates[i] * negatives;
            recall.Add(roc.TruePositiveRates[i]);
            precision.Add(hits / (hits + alarms));
            average += (roc.TruePositiveRates[i] - roc.TruePositiveRates[i - 1]) * precision[^1];
        }
        double share = positives / labels.Shape.Size;
        Chart chart = Chart.Line(recall, precision)
            .WithTitle("Precision and recall").WithXAxisStyle("recall: share of positives found", MinMax: (0, 1))
            .WithYAxisStyle("precision", MinMax: (0, 1.02)).WithHorizontalLine(share, "chance").WithSize(460, 400);
        int best = Enumerable.Range(0, recall.Count).MaxBy(i => F1(precision[i], recall[i]));
        return new Figure("Precision and recall", FigurePart.Of(chart))
        {
            Subject = $"{NumberText.Percent(share)} are positive",
            Extent = $"average precision {NumberText.Fixed(average, 4)}",
            Finding = $"Best F1 {NumberText.Fixed(F1(precision[best], recall[best]), 4)} at threshold "
                + $"{Number(roc.Thresholds[best + 1])}: precision {NumberText.Percent(precision[best])}, recall "
                + $"{NumberText.Percent(recall[best])}.",
            Caption = "Each point is one threshold. The further to the upper right, the better; chance is the share of "
                + "positives. Where positives are rare this says more than a ROC curve, which does not see how many "
                + "false alarms come for each hit.",
        };
    }

    private static void MustBeFew(int count, string what)
    {
        if (count is 0 or > MostCurves)
            throw new ArgumentException(Invariant($"{what} draws 1 to {MostCurves} curves, not {count}."));
    }

    private static string RocFinding(string name, RocCurve curve)
    {
        // Youden: where the curve is highest above chance.
        int best = Enumerable.Range(0, curve.Thresholds.Count)
            .MaxBy(i => curve.TruePositiveRates[i] - curve.FalsePositiveRates[i]);
        return $"{name}AUC {NumberText.Fixed(curve.Auc, 4)}. Furthest above chance at threshold "
            + $"{Number(curve.Thresholds[best])}: {NumberText.Percent(curve.TruePositiveRates[best])} found for "
            + $"{NumberText.Percent(curve.FalsePositiveRates[best])} false alarms.";
    }

    private static double F1(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
