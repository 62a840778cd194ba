namespace Backprop;

/// <summary>One schedule up to a time, then another. PyTorch's SequentialLR.</summary>
internal sealed class ScheduleSequence(Schedule first, Schedule next, int after) : Schedule
{
    private readonly Schedule first = first;
    private readonly Schedule next = next ?? throw new ArgumentNullException(nameof(next));
    private readonly int after = Options.AtLeastOne(after, nameof(after));

    public override double LearningRate(int time, double start) =>
        time < after ? first.LearningRate(time, start) : next.LearningRate(time - after, start);

    internal override void Observe(int time, double? metric)
    {
        if (time < after)
            first.Observe(time, metric);
        else
            next.Observe(time - after, metric);
    }

    internal override void Reset()
    {
        first.Reset();
        next.Reset();
    }

    internal override void Save(Dictionary<string, double> numbers, string prefix)
    {
        first.Save(numbers, prefix + "first.");
        next.Save(numbers, prefix + "next.");
    }

    internal override Action Restore(StateReader reader, string prefix) =>
        first.Restore(reader, prefix + "first.") + next.Restore(reader, prefix + "next.");
}
