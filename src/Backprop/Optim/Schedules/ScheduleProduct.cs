namespace Backprop;

/// <summary>Two schedules at once: one starts from the rate that the other gives. PyTorch's ChainedScheduler.</summary>
internal sealed class ScheduleProduct(Schedule first, Schedule second) : Schedule
{
    private readonly Schedule first = first;
    private readonly Schedule second = second ?? throw new ArgumentNullException(nameof(second));

    public override double LearningRate(int time, double start) =>
        second.LearningRate(time, first.LearningRate(time, start));

    internal override void Observe(int time, double? metric)
    {
        first.Observe(time, metric);
        second.Observe(time, metric);
    }

    internal override void Reset()
    {
        first.Reset();
        second.Reset();
    }

    internal override void Save(Dictionary<string, double> numbers, string prefix)
    {
        first.Save(numbers, prefix + "first.");
        second.Save(numbers, prefix + "second.");
    }

    internal override Action Restore(StateReader reader, string prefix) =>
        first.Restore(reader, prefix + "first.") + second.Restore(reader, prefix + "second.");
}
