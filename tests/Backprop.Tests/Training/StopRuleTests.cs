using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Training;

public class StopRuleTests
{
    [Fact]
    public void A_loss_below_the_threshold_stops_and_one_at_it_does_not()
    {
        var rule = new LossBelow(1e-6);
        Assert.Null(rule.Check(new(1, 1e-6)));
        Assert.Equal("The loss 3.1E-07 is below 1E-06.", rule.Check(new(2, 3.1e-7)));
        Assert.Null(rule.Check(new(3, double.NaN)));
    }

    [Fact]
    public void A_small_gradient_stops_and_one_that_was_not_measured_is_asked_for()
    {
        Tensor w = Tensor.From([3.0, 4.0]).RequireGrad();
        (w.Square().Sum() / 2).Backward();
        double norm = new[] { w }.GradNorm();
        Assert.Null(new GradientNormBelow(5).Check(new(1, 12.5, GradientNorm: norm)));
        string? reason = new GradientNormBelow(5.01).Check(new(1, 12.5, GradientNorm: norm));
        Assert.Equal("The gradient's norm 5 is below 5.01.", reason);
        string missing = MessageOf<ArgumentException>(() => new GradientNormBelow(1).Check(new(1, 0)));
        Assert.Contains("GradNorm()", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_iteration_stops()
    {
        var rule = new MostIterations(3);
        Assert.Equal([false, false, true], new[] { 1, 2, 3 }.Select(i => rule.Check(new(i, 1)) is not null));
    }

    [Fact]
    public void Validation_that_does_not_fall_for_its_patience_stops()
    {
        var rule = new NoImprovement(3);
        double[] losses = [1.0, 0.8, 0.9, 0.85, 0.7, 0.7, 0.75, double.NaN];
        string?[] reasons = [.. losses.Select((loss, i) => rule.Check(new(i + 1, Loss: -i, ValidationLoss: loss)))];
        Assert.All(reasons[..^1], Assert.Null);
        Assert.Equal("The loss has not fallen for 3 checks; the best was 0.7 at iteration 5.", reasons[^1]);
        Assert.Equal(5, rule.BestIteration);
    }

    [Fact]
    public void A_decrease_too_small_to_count_is_none_and_the_training_loss_serves_where_nothing_is_held_back()
    {
        var rule = new NoImprovement(2, MinDecrease: 0.1);
        double[] losses = [1.0, 0.95, 0.91];
        Assert.Equal([false, false, true], losses.Select((loss, i) => rule.Check(new(i + 1, loss)) is not null));
    }

    [Fact]
    public void An_interrupted_watch_goes_on()
    {
        var rule = new NoImprovement(3) { Best = 0.31, BestIteration = 12, Waited = 2 };
        Assert.NotNull(rule.Check(new(15, 0.4)));
    }

    [Fact]
    public void Of_several_rules_the_first_that_is_met_gives_the_reason_and_all_keep_watching()
    {
        var patience = new NoImprovement(2);
        StopRule rule = new LossBelow(0.1) | new MostIterations(10) | patience;
        Assert.Null(rule.Check(new(1, 1)));
        Assert.Null(rule.Check(new(2, 1)));
        Assert.Equal(1, patience.Waited);
        Assert.Equal("The loss 0.05 is below 0.1.", rule.Check(new(10, 0.05)));
    }
}
