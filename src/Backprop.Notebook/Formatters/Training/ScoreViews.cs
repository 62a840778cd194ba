using Backprop.Display;

namespace Backprop;

/// <summary>What says how good predictions are: ROC curves, evaluations.</summary>
internal static class ScoreViews
{
    private static readonly double[] Ends = [0, 1];

    public static MimeBundle Of(RocCurve roc)
    {
        Chart chart = RocChart(roc);
        string auc = $"AUC {NumberText.Fixed(roc.Auc, 4)}";
        Html facts = Card.Statistics(
            ("area under the curve", NumberText.Fixed(roc.Auc, 4)),
            ("thresholds", NumberText.Count(roc.Thresholds.Count - 1)));
        Html caption = Card.Caption(
            "Each point is a threshold. The dashed line is chance, 0.5; the higher the curve, the better.");
        Html card = Card.Of("ROC curve", Html.Empty, auc, Html.Of($"{facts}{chart.ToHtml()}{caption}"));
        return Card.Bundle(card, $"{roc}\n{chart}");
    }

    public static MimeBundle Of(Evaluation evaluation)
    {
        IEnumerable<(string, string)> facts = evaluation.Metrics
            .Select(m => (m.Key, MetricText.Of(m.Key, m.Value)!))
            .Prepend(("loss", NumberText.Fixed(evaluation.Loss, 4)));
        return Card.Bundle(Card.Of("Evaluation", Html.Empty, "", Card.Statistics(facts)), evaluation.ToString());
    }

    private static Chart RocChart(RocCurve roc)
    {
        Chart curve = Chart.Line(roc.FalsePositiveRates, roc.TruePositiveRates, Name: "ROC", Role: SeriesRole.Value);
        Chart chance = Chart.Line(Ends, Ends, Name: "chance", Dashed: true);
        return Chart.Combine(curve, chance).WithSize(380, 340)
            .WithXAxisStyle("negatives taken for positives", MinMax: (0, 1))
            .WithYAxisStyle("positives found", MinMax: (0, 1));
    }
}
