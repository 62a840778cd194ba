using Backprop.Display;

namespace Backprop;

/// <summary>A training as a card: how far it is, its numbers, its curves.</summary>
internal static class TrainingCard
{
    public static Html Of(TrainingPicture picture)
    {
        string epoch = FormattableString.Invariant($"epoch {picture.Epoch} of {picture.Run.Epochs}");
        string optimizer = picture.Run.Trainer.Optimizer.GetType().Name;
        string width = FormattableString.Invariant($"{picture.Progress * 100:0.#}%");
        return Html.Of(
            $"""
            <figure class="bp-card" aria-label="Training {picture.StatusText}, {epoch}"><div class="bp-head">
            <b>{picture.Name}</b> {Chip(picture)} <span>{optimizer}</span></div><div class="bp-body">
            <div class="bp-prog" role="progressbar" aria-label="Training progress" aria-valuemin="0" aria-valuemax="100"
            aria-valuenow="{picture.Progress * 100:0}"><i style="width:{width}"></i></div>
            <p class="bp-pace"><b>{epoch}</b> <span class="muted">· {Pace(picture, " · ")}</span></p>
            {Alarm(picture)}{Statistics(picture)}{Charts(picture)}{Advice(picture)}</div></figure>
            """);
    }

    /// <summary><c>0.2 s, about 0.3 s left, 12 200 examples/s</c></summary>
    public static string Pace(TrainingPicture picture, string between)
    {
        var parts = new List<string> { NumberText.Duration(picture.Elapsed) };
        bool isRunning = picture.Status == TrainingStatus.Running;
        if (isRunning && picture.Step?.Remaining is { } left && left > TimeSpan.Zero)
            parts.Add($"about {NumberText.Duration(left)} left");
        if (picture.Step?.ExamplesPerSecond is > 0 and var pace)
            parts.Add($"{NumberText.Count((long)RoundedTo3(pace))} examples/s");
        return string.Join(between, parts);
    }

    // Further digits of a pace say nothing and flicker.
    private static double RoundedTo3(double number)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(number)) - 2);
        return unit <= 1 ? Math.Round(number) : Math.Round(number / unit) * unit;
    }

    private static Html Chip(TrainingPicture picture)
    {
        (string kind, string sign) = picture.Status switch
        {
            TrainingStatus.Running => ("value", "▶"),
            TrainingStatus.Finished => ("pass", "✓"),
            TrainingStatus.Stopped => ("warn", "▲"),
            _ => ("fail", "✗"),
        };
        return Html.Of($"<span class=\"bp-chip {kind}\">{sign} {picture.StatusText}</span>");
    }

    private static Html Alarm(TrainingPicture picture) => picture switch
    {
        { Error: { } error } => Note("", "The training ended with an error.", error),
        { Status: TrainingStatus.Stopped } => Note(
            "warn", "Stopped.", $"{picture.History.StopReason} The net keeps what it has learned."),
        _ => HistoryAdvice.AlarmOf(picture.History),
    };

    private static Html Advice(TrainingPicture picture) =>
        picture.Status == TrainingStatus.Running ? Html.Empty : HistoryAdvice.Of(picture.History);

    private static Html Note(string kind, string head, string text) =>
        Html.Of($"<div class=\"bp-alarm {kind}\" role=\"note\"><p><b>{head}</b> {text.Trim()}</p></div>");

    private static Html Statistics(TrainingPicture picture)
    {
        var facts = new List<(string Name, string Value, string Role)>();
        if (picture.Loss is { } loss)
            facts.Add(("loss, train", NumberText.Fixed(loss, 4), "loss"));
        if (picture.ValidationLoss is { } held)
            facts.Add(("loss, validation", NumberText.Fixed(held, 4), "loss"));
        foreach ((string name, double? train, double? validation) in picture.Metrics.Take(2))
        {
            if (MetricText.Of(name, train) is { } ofTrain)
                facts.Add(($"{name}, train", ofTrain, ""));
            if (MetricText.Of(name, validation) is { } ofHeld)
                facts.Add(($"{name}, validation", ofHeld, ""));
        }
        if (picture.Curves.Norm is { } norm)
            facts.Add(("gradient norm", NumberText.Significant(norm), "grad"));
        if (picture.Step is not null)
            facts.Add(("learning rate", NumberText.Significant(picture.LearningRate), ""));
        IEnumerable<Html> items =
            facts.Select(f => Html.Of($"<div><dt>{f.Name}</dt><dd class=\"{f.Role}\">{f.Value}</dd></div>"));
        return facts.Count == 0 ? Html.Empty : Html.Of($"<dl class=\"bp-stats\">{items}</dl>");
    }

    private static Html Charts(TrainingPicture picture)
    {
        List<(string Title, Chart Chart)> charts = [.. TrainingCharts.Of(picture)];
        if (charts.Count == 0)
            return new Html("<p class=\"bp-cap\">The curves come with the first steps.</p>");
        return ChartPair.Of(charts);
    }
}
