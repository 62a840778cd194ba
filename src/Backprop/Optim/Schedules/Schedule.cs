// Schedules: how a learning rate changes with time. Each is a formula of the time alone; a step of time is whatever the
// caller counts, most often an epoch.
using System.Globalization;

namespace Backprop;

/// <summary>
/// A learning rate as a function of time: <c>new StepDecay(every: 5, factor: 0.5).Start(optimizer)</c>, then
/// <c>schedule.Step()</c> after each epoch (or each batch; the schedule counts what it is told).
/// </summary>
/// <remarks>A formula that can be asked and drawn without any optimizer: <c>schedule.LearningRate(10, start: 0.1)</c>.
/// Schedules are joined with <see cref="Then"/> and <see cref="Times"/>.</remarks>
public abstract class Schedule
{
    private Optimizer? optimizer;
    private double[] starts = [];

    /// <summary>The rate in force after some steps.</summary>
    /// <param name="time">How many steps were made; 0 before the first.</param>
    /// <param name="start">η₀, the rate that the optimizer was given.</param>
    public abstract double LearningRate(int time, double start);

    /// <summary>How many steps this schedule has made.</summary>
    public int Time { get; private set; }

    /// <summary>Whether it has an optimizer to change.</summary>
    internal bool IsStarted => optimizer is not null;

    /// <summary>From now on this schedule sets the optimizer's rate. η₀ is the rate that it has at this moment, in
    /// <see cref="ParameterGroups"/> that of each group.</summary>
    /// <returns>This schedule.</returns>
    public Schedule Start(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        this.optimizer = optimizer;
        starts = [.. optimizer.Groups.Select(group => group.LearningRate)];
        Time = 0;
        Reset();
        Apply();
        return this;
    }

    /// <summary>Goes one step of time on and sets the optimizer's rate. A rate that was set by hand meanwhile is
    /// overwritten.</summary>
    /// <param name="metric">The loss to watch, for a <see cref="PlateauDecay"/>; others do not need it.</param>
    /// <exception cref="InvalidOperationException">The schedule has not been started.</exception>
    public void Step(double? metric = null)
    {
        if (optimizer is null)
            throw new InvalidOperationException($"This {GetType().Name} has no optimizer to change. Call Start(optimizer) first.");
        Observe(Time, metric);
        Time++;
        Apply();
    }

    /// <summary>First this schedule for some steps, then another, whose time begins there:
    /// <c>new WarmUp(10).Then(new CosineDecay(50), after: 10)</c>.</summary>
    public Schedule Then(Schedule next, int after) => new ScheduleSequence(this, next, after);

    /// <summary>Both at once: the rate that one gives is the start of the other, so factors multiply.</summary>
    public Schedule Times(Schedule other) => new ScheduleProduct(this, other);

    /// <summary>The time and all else that is remembered, as named numbers (float64 of shape []).</summary>
    public Dictionary<string, Tensor> State()
    {
        var numbers = new Dictionary<string, double> { ["time"] = Time };
        for (int i = 0; i < starts.Length; i++)
            numbers[StartName(i)] = starts[i];
        Save(numbers, "");
        return numbers.ToDictionary(entry => entry.Key, entry => StateReader.Number(entry.Value));
    }

    /// <summary>Takes over what <see cref="State"/> gave and sets the optimizer's rate, so that a run goes on as if it
    /// had not been interrupted. Call <see cref="Start"/> before.</summary>
    /// <exception cref="ArgumentException">The state is that of another schedule.</exception>
    public void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        if (optimizer is null)
            throw new InvalidOperationException($"This {GetType().Name} has no optimizer yet. Call Start(optimizer) before Load.");
        var reader = new StateReader(state, this);
        int time = (int)reader.Number("time");
        double[] rates = [.. starts.Select((_, i) => reader.Number(StartName(i)))];
        var restore = Restore(reader, "");
        reader.Finish();
        (Time, starts) = (time, rates);
        restore();
        Apply();
    }

    /// <summary>Told of each step before it is made.</summary>
    internal virtual void Observe(int time, double? metric)
    {
    }

    /// <summary>Forgets what was observed.</summary>
    internal virtual void Reset()
    {
    }

    /// <summary>Writes what was observed, under names that begin with a prefix.</summary>
    internal virtual void Save(Dictionary<string, double> numbers, string prefix)
    {
    }

    /// <summary>Reads what <see cref="Save"/> wrote, and returns what takes it over once all has been read.</summary>
    internal virtual Action Restore(StateReader reader, string prefix) => () => { };

    private static string StartName(int group) => string.Create(CultureInfo.InvariantCulture, $"start.{group}");

    private void Apply()
    {
        var groups = optimizer!.Groups;
        for (int i = 0; i < groups.Count; i++)
            groups[i].LearningRate = LearningRate(Time, starts[i]);
    }
}
