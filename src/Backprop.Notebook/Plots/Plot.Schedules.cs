using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostSchedules = 8;

    /// <summary>
    /// Learning rates over time: <c>Plot.Schedules(50, start: 0.1, new StepDecay(10, 0.5), new CosineDecay(50))</c>
    /// </summary>
    /// <param name="steps">How many steps of time.</param>
    /// <param name="start">η₀, the rate that the optimizer is given.</param>
    /// <param name="schedules">What is compared. They are only asked, and go on as they were.</param>
    /// <exception cref="ArgumentException">There is none or more than 8, or no step.</exception>
    public static Figure Schedules(int steps, double start, params ReadOnlySpan<Schedule> schedules)
    {
        var named = new (string, Schedule)[schedules.Length];
        for (int i = 0; i < named.Length; i++)
        {
            Schedule schedule = schedules[i]
                ?? throw new ArgumentNullException(nameof(schedules), $"Schedule {i} is null.");
            string name = schedule.GetType().Name;
            int before = named.Take(i).Count(s => s.Item2.GetType() == schedule.GetType());
            named[i] = (before == 0 ? name : Invariant($"{name} {before + 1}"), schedule);
        }
        return Schedules(steps, start, named);
    }

    /// <summary>The same with names: <c>Plot.Schedules(50, 0.1, ("halved", new StepDecay(10, 0.5)))</c></summary>
    /// <inheritdoc cref="Schedules(int, double, ReadOnlySpan{Schedule})"/>
    public static Figure Schedules(
        int steps, double start, params ReadOnlySpan<(string Name, Schedule Schedule)> schedules)
    {
        if (steps is < 1 or > 1_000_000)
            throw new ArgumentException(Invariant($"Plot.Schedules needs 1 to 1 000 000 steps, not {steps}."));
        if (schedules.Length is 0 or > MostSchedules)
        {
            throw new ArgumentException(
                $"Plot.Schedules draws 1 to {MostSchedules} schedules, not {schedules.Length}. "
                + "Write new StepDecay(10, 0.5).");
        }
        // Each step where that can be seen, else 2000 of them.
        int[] times = [.. Enumerable.Range(0, Math.Min(steps, 2000) + 1)
            .Select(i => (int)((long)i * steps / Math.Min(steps, 2000)))];
        var lines = new List<Chart>();
        var findings = new List<string>();
        foreach ((string name, Schedule schedule) in schedules)
        {
            double[] rates = [.. times.Select(time => schedule.LearningRate(time, start))];
            lines.Add(Chart.Line(times, rates, Name: name));
            int peak = Array.IndexOf(rates, rates.Max());
            string warm = peak > 0 && rates[peak] > rates[0] ? $", highest {Number(rates[peak])} at {times[peak]}" : "";
            findings.Add($"{name} goes from {Number(rates[0])} to {Number(rates[^1])}{warm}");
        }
        Chart chart = Chart.Combine(lines)
            .WithTitle("Learning-rate schedules").WithXAxisStyle("step of time (epoch)")
            .WithYAxisStyle("learning rate");
        return new Figure("Learning-rate schedules", FigurePart.Of(chart))
        {
            Subject = $"start {Number(start)}",
            Extent = Count(steps, "step"),
            Finding = string.Join("; ", findings) + ".",
            Caption = "A high rate first covers ground, a low rate later settles; a warm-up begins low because the "
                + "first gradients are the least reliable. A schedule that watches the loss is drawn as if the loss "
                + "never stalled.",
        };
    }
}
