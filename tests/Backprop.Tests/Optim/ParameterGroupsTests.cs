namespace Backprop.Tests.Optim;

public class ParameterGroupsTests
{
    [Fact]
    public void Each_group_follows_its_own_rule()
    {
        Tensor a = Worked.Parameter(1), b = Worked.Parameter(1);
        var groups = new ParameterGroups(new Sgd([a]) { LearningRate = 0.25 }, new Adam([b]) { LearningRate = 0.5 });
        groups.Step(() => 2 * a.Sum() + 100 * b.Sum());
        Assert.Equal(0.5, a.Item(), 12);
        Assert.Equal(0.5, b.Item(), 6);
        Assert.Equal([a, b], groups.Parameters);
    }

    [Fact]
    public void Setting_the_rate_keeps_the_proportions()
    {
        Sgd slow = AtRate(0.01), fast = AtRate(0.1);
        var groups = new ParameterGroups(slow, fast);
        groups.LearningRate *= 0.5;
        Assert.Equal(0.005, slow.LearningRate);
        Assert.Equal(0.05, fast.LearningRate);
        groups.LearningRate = 0;
        Assert.Throws<InvalidOperationException>(() => groups.LearningRate = 0.1);
    }

    [Fact]
    public void A_schedule_leads_each_group_from_its_own_rate_even_through_0()
    {
        Sgd slow = AtRate(0.01), fast = AtRate(0.1);
        Schedule schedule = new CosineDecay(2).Start(new ParameterGroups(slow, fast));
        foreach (double share in new[] { 0.5, 0, 0.5 })
        {
            schedule.Step();
            Assert.Equal(0.01 * share, slow.LearningRate, 12);
            Assert.Equal(0.1 * share, fast.LearningRate, 12);
        }
    }

    [Fact]
    public void Gradients_are_checked_in_every_group()
    {
        Tensor a = Worked.Parameter(1), b = Worked.Parameter(1);
        var groups = new ParameterGroups(new Sgd([a]), new Sgd([b])) { CheckGradients = true };
        Assert.Throws<NotFiniteNumberException>(() => groups.Step(() => a.Sum() + double.NaN * b.Sum()));
        Assert.Equal(1, a.Item());
    }

    private static Sgd AtRate(double rate) => new([Worked.Parameter(1)]) { LearningRate = rate };
}
