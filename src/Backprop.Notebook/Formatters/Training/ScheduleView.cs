using Backprop.Display;

namespace Backprop;

/// <summary>A schedule as the curve of the rate that it sets.</summary>
internal static class ScheduleView
{
    private const int Usual = 100;
    private const int MostPoints = 400;

    public static MimeBundle Of(Schedule schedule)
    {
        int horizon = Horizon(schedule);
        int every = Math.Max(1, horizon / MostPoints);
        int[] times = [.. Enumerable.Range(0, (horizon / every) + 1).Select(i => i * every)];
        Chart chart = Chart.Line(times, times.Select(t => schedule.LearningRate(t, 1)), Role: SeriesRole.Value)
            .WithXAxisStyle("steps of the schedule").WithYAxisStyle("rate / first rate").WithSize(420, 220);
        if (schedule.Time > 0 && schedule.Time <= horizon)
            chart = chart.WithVerticalLine(schedule.Time, "now");
        string name = schedule.GetType().Name;
        Html caption = Card.Caption(schedule is PlateauDecay
            ? "It follows a loss: what it will do is not known before."
            : "The rate as a multiple of the rate that the optimizer was given.");
        Html card = Card.Of(name, Html.Empty, Settings(schedule), Html.Of($"{chart.ToHtml()}{caption}"));
        string text = Settings(schedule) is { Length: > 0 } settings ? $"{name}: {settings}" : name;
        return Card.Bundle(card, $"{text}\n{chart}");
    }

    private static string Settings(Schedule schedule) => string.Join(", ", SettingsText.Of(schedule)
        .Where(s => s.Name is not "Time").Select(s => $"{s.Name} {s.Value}"));

    // So far that its course is seen.
    private static int Horizon(Schedule schedule) => schedule switch
    {
        CosineDecay cosine => cosine.Steps,
        OneCycle cycle => cycle.Steps,
        WarmUp warm => 2 * warm.Steps,
        StepDecay step => 5 * step.Every,
        MilestoneDecay milestones => Math.Max(1, milestones.Milestones.DefaultIfEmpty(1).Max() * 5 / 4),
        _ => Usual,
    };
}
