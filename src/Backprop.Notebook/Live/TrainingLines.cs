using System.Text;
using Backprop.Display;

namespace Backprop;

/// <summary>A training in four lines of text: how far, loss, metrics, gradients.</summary>
internal static class TrainingLines
{
    private const int BarLength = 24;
    private const int MostMetrics = 2;
    private const int Blocks = 20;

    public static string Of(TrainingPicture picture)
    {
        var text = new StringBuilder(Progress(picture));
        (_, double[] losses) = picture.Curves.Losses;
        Row(text, "loss", Loss(picture.Loss), Loss(picture.ValidationLoss), losses);
        foreach ((string name, double? train, double? validation) in picture.Metrics.Take(MostMetrics))
        {
            IEnumerable<double> values = picture.History.Epochs
                .Select(e => e.Metrics.TryGetValue(name, out double value) ? value : double.NaN);
            Row(text, name, MetricText.Of(name, train), MetricText.Of(name, validation), [.. values]);
        }
        if (picture.Curves.Norm is { } norm)
            text.Append("\n  gradient norm ").Append(NumberText.Significant(norm));
        if (picture.Step is not null)
            text.Append("  learning rate ").Append(NumberText.Significant(picture.LearningRate));
        if (picture.Error is { } error)
            text.Append("\n[FAIL] ").Append(error);
        else if (picture.History.StopReason is { } reason)
            text.Append('\n').Append(reason);
        return text.ToString();
    }

    private static string Progress(TrainingPicture picture)
    {
        int filled = (int)Math.Round(picture.Progress * BarLength);
        var line = new StringBuilder(FormattableString.Invariant($"epoch {picture.Epoch}/{picture.Run.Epochs} "));
        line.Append('█', filled).Append('░', BarLength - filled);
        line.Append(' ').Append(NumberText.Percent(picture.Progress, 0)).Append("  ");
        line.Append(TrainingCard.Pace(picture, ", "));
        if (picture.Status != TrainingStatus.Running)
            line.Append("  ").Append(picture.StatusText);
        return line.ToString();
    }

    private static void Row(StringBuilder text, string name, string? train, string? validation, double[] curve)
    {
        if (train is null)
            return;
        text.Append("\n  ").Append(name.PadRight(8)).Append(' ').Append(train);
        if (validation is not null)
            text.Append("  valid ").Append(validation);
        if (curve.Length > 1)
            text.Append("  ").Append(Sparkline.Of(curve, Blocks));
    }

    private static string? Loss(double? value) => value is { } loss ? NumberText.Fixed(loss, 4) : null;
}
