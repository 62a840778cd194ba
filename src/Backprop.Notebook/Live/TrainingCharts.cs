using Backprop.Display;

namespace Backprop;

/// <summary>The curves of a training while it runs, on axes that stay where they are.</summary>
internal static class TrainingCharts
{
    private const int MostMetrics = 2;

    /// <summary>Loss, metrics, norm of the gradients: those of which there is something to draw.</summary>
    public static IEnumerable<(string Title, Chart Chart)> Of(TrainingPicture picture)
    {
        if (picture.Step is null && picture.History.StepLosses.Count == 0)
            yield break;
        yield return ("Loss", Framed(picture, Loss(picture)).WithYAxisStyle("loss"));
        foreach (string name in picture.Run.Trainer.Metrics.Select(m => m.Name).Distinct().Take(MostMetrics))
        {
            if (picture.History.Epochs.Count > 0)
                yield return (name, Framed(picture, HistoryCharts.MetricChart(picture.History.Epochs, name)));
        }
        (double[] x, double[] y) = picture.Curves.Norms;
        if (y.Count(n => n > 0 && double.IsFinite(n)) > 1)
        {
            Chart line = Chart.Line(x, y, Role: SeriesRole.Gradient, Dashed: false);
            yield return ("Norm of the gradients", Framed(picture, line).WithYAxisStyle("‖g‖", Log: true));
        }
    }

    private static Chart Loss(TrainingPicture picture)
    {
        (double[] x, double[] y) = picture.Curves.Losses;
        Chart train = Chart.Line(x, y, Name: "train", Role: SeriesRole.Loss);
        List<EpochResult> measured = [.. picture.History.Epochs.Where(e => e.ValidationLoss is not null)];
        if (measured.Count == 0 || picture.Curves.IsByStep)
            return train;
        Chart validation = Chart.Line(
            measured.Select(e => e.Epoch),
            measured.Select(e => e.ValidationLoss),
            Name: "valid.",
            Role: SeriesRole.Loss,
            Dashed: true);
        Chart both = Chart.Combine(train, validation);
        bool isOver = picture.Status != TrainingStatus.Running;
        return isOver && picture.History.Best is { ValidationLoss: { } least } best
            ? both.WithAnnotation(best.Epoch, least, $"best {NumberText.Significant(least)}")
            : both;
    }

    private static Chart Framed(TrainingPicture picture, Chart chart) => picture.Curves.IsByStep
        ? chart.WithXAxisStyle("step")
        : chart.WithXAxisStyle("epoch", MinMax: (0, Math.Max(1, picture.Run.Epochs)));
}
