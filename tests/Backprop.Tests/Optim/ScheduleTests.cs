using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Optim;

public class ScheduleTests
{
    [Fact]
    public void A_schedule_can_be_asked_without_an_optimizer()
    {
        var schedule = new StepDecay(every: 5, factor: 0.5);
        Assert.Equal([0.1, 0.1, 0.05, 0.025], new[] { 0, 4, 5, 14 }.Select(t => schedule.LearningRate(t, start: 0.1)));
    }

    [Fact]
    public void Starting_sets_the_first_rate()
    {
        Sgd optimizer = Optimizer(1);
        new WarmUp(4, from: 0.2).Start(optimizer);
        Assert.Equal(0.2, optimizer.LearningRate, 12);
    }

    [Fact]
    public void A_step_before_the_start_says_what_to_do()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new WarmUp(4).Step());
        Assert.Equal("This WarmUp has no optimizer to change. Call Start(optimizer) first.", error.Message);
    }

    [Fact]
    public void Schedules_join_one_after_the_other_and_one_on_the_other()
    {
        Schedule halves = new StepDecay(every: 1, factor: 0.5), tenths = new StepDecay(every: 1, factor: 0.1);
        Schedule joined = new WarmUp(2, from: 0.5).Then(halves.Then(tenths, after: 2), after: 2);
        Near([0.5, 0.75, 1, 0.5, 1, 0.1], Rates(joined, 6));
        Near([0.5, 0.75 * 0.5, 0.25, 0.125], Rates(new WarmUp(2, from: 0.5).Times(halves), 4));
    }

    [Fact]
    public void One_cycle_begins_low_peaks_at_the_given_rate_and_ends_lower()
    {
        double[] rates = Rates(new OneCycle(100), 120);
        Assert.Equal(1.0 / 25, rates[0], 12);
        Assert.Equal(1, rates[29], 12);
        Assert.Equal(1.0 / 25 / 1e4, rates[99], 12);
        Assert.Equal(rates[99], rates[119]);
        Assert.All(rates[..29].Zip(rates[1..30]), pair => Assert.True(pair.First < pair.Second));
        Assert.All(rates[29..99].Zip(rates[30..100]), pair => Assert.True(pair.First > pair.Second));
        Assert.All(Rates(new OneCycle(2) { Rise = 0.5 }, 5), rate => Assert.True(double.IsFinite(rate)));
    }

    [Fact]
    public void A_plateau_of_three_epochs_takes_a_tenth()
    {
        Sgd optimizer = Optimizer(1);
        Schedule schedule = new PlateauDecay(after: 3, factor: 0.1).Start(optimizer);
        double[] losses = [1.0, 0.9, 0.9, 0.95, 0.9, 0.8, 0.8, 0.8, double.NaN];
        double[] rates = [1, 1, 1, 1, 0.1, 0.1, 0.1, 0.1, 0.01];
        foreach (var (loss, rate) in losses.Zip(rates))
        {
            schedule.Step(loss);
            Assert.Equal(rate, optimizer.LearningRate, 12);
        }
        Assert.Contains("Step(loss)", MessageOf<ArgumentException>(() => schedule.Step()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plateau_behind_a_warm_up_is_watched_only_once_it_is_in_force()
    {
        Sgd optimizer = Optimizer(1);
        var plateau = new PlateauDecay(after: 2, factor: 0.5);
        Schedule schedule = new WarmUp(3, from: 0.25).Then(plateau, after: 3).Start(optimizer);
        var rates = new List<double>();
        for (int i = 0; i < 6; i++)
        {
            rates.Add(optimizer.LearningRate);
            schedule.Step(metric: 1);
        }
        Near([0.25, 0.5, 0.75, 1, 1, 1], rates);
        Assert.Equal(0.5, optimizer.LearningRate);
    }

    [Fact]
    public void Started_again_a_schedule_has_forgotten_what_it_saw()
    {
        Sgd first = Optimizer(1), second = Optimizer(1);
        Schedule schedule = new PlateauDecay(after: 1).Start(first);
        schedule.Step(1);
        schedule.Step(1);
        Assert.NotEqual(1, first.LearningRate);
        schedule.Start(second);
        schedule.Step(5);
        Assert.Equal(1, second.LearningRate);
    }

    [Fact]
    public void A_saved_schedule_goes_on_where_it_was()
    {
        Sgd straight = Optimizer(0.3), resumed = Optimizer(0.3);
        Schedule whole = Make().Start(straight), saved = Make().Start(Optimizer(0.3));
        for (int i = 0; i < 20; i++)
        {
            whole.Step(Metric(i));
            if (i < 10)
                saved.Step(Metric(i));
        }
        // The rate of the optimizer that goes on may be anything: the start is in the state.
        resumed.LearningRate = 7;
        Schedule loaded = Make().Start(resumed);
        loaded.Load(saved.State());
        Assert.Equal(10, loaded.Time);
        for (int i = 10; i < 20; i++)
            loaded.Step(Metric(i));
        Assert.Equal(straight.LearningRate, resumed.LearningRate);
        Assert.NotEqual(0.3, straight.LearningRate);

        Assert.Throws<ArgumentException>(() => new WarmUp(3).Start(Optimizer(1)).Load(saved.State()));
        Assert.Throws<InvalidOperationException>(() => Make().Load(saved.State()));

        static double Metric(int i) => i % 7;
        static Schedule Make() =>
            new WarmUp(5).Then(new PlateauDecay(after: 2, factor: 0.5).Times(new ExponentialDecay(0.1)), after: 5);
    }

    [Fact]
    public void Wrong_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(every: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialDecay(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InverseDecay(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WarmUp(5, from: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycle(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlateauDecay(after: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlateauDecay { Cooldown = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WarmUp(5).Then(new WarmUp(5), after: 0));
        var error = Assert.Throws<ArgumentException>(() => new ManualSchedule((0, 0.1), (10, 0.05), (10, 0.01)));
        Assert.Equal("Times of rates grow, but 10 comes after 10. Sort them.", error.Message);
    }

    private static Sgd Optimizer(double rate) => new([Tensor.Zeros(1).RequireGrad()]) { LearningRate = rate };

    private static double[] Rates(Schedule schedule, int count) =>
        [.. Enumerable.Range(0, count).Select(t => schedule.LearningRate(t, start: 1))];

    private static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
    }
}
