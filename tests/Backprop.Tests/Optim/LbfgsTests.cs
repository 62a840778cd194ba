namespace Backprop.Tests.Optim;

public class LbfgsTests
{
    [Fact]
    public void The_bottom_of_Rosenbrocks_valley_is_found_in_three_calls()
    {
        Tensor w = Worked.Parameter(-1.2, 1);
        var optimizer = new Lbfgs([w]);
        for (int i = 0; i < 3; i++)
            optimizer.Step(() => (1 - w[0]).Square() + 100 * (w[1] - w[0].Square()).Square());
        // It stops where the loss changes by less than 1e-9.
        Assert.Equal(1, w[0].Item(), 1e-4);
        Assert.Equal(1, w[1].Item(), 1e-4);
    }

    [Fact]
    public void A_small_net_learns_far_more_than_by_descent_with_as_many_losses()
    {
        SmallNet quick = new(), slow = new();
        var optimizer = new Lbfgs(quick.Parameters) { MaxIterations = 10 };
        int losses = 0;
        for (int i = 0; i < 5; i++)
            optimizer.Step(() =>
            {
                losses++;
                return quick.Loss();
            });
        var descent = new Sgd(slow.Parameters) { LearningRate = 0.1 };
        for (int i = 0; i < losses; i++)
            descent.Step(slow.Loss);
        Assert.True(quick.Loss().Item() < 0.1 * slow.Loss().Item());
    }

    [Fact]
    public void At_the_bottom_it_stays()
    {
        Tensor w = Worked.Parameter(0, 0);
        int losses = 0;
        new Lbfgs([w]).Step(() =>
        {
            losses++;
            return Worked.Bowl(w);
        });
        Assert.Equal(1, losses);
        Assert.Equal([0, 0], w.ToArray<double>());
    }

    [Fact]
    public void A_step_without_the_loss_says_what_to_do()
    {
        var error = Assert.Throws<InvalidOperationException>(new Lbfgs([Worked.BowlStart()]).Step);
        Assert.Contains("Step(() =>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_over_a_cliff_of_NaN_ends()
    {
        Tensor w = Worked.Parameter(0.5);
        // NaN below 0; the first step would lead there.
        new Lbfgs([w]) { LearningRate = 10 }.Step(() => w.Sqrt().Sum());
        Assert.True(w.Item() <= 0.5 || double.IsNaN(w.Item()));

        Tensor other = Worked.Parameter(0.5);
        var strict = new Lbfgs([other]) { LearningRate = 10, CheckGradients = true };
        Assert.Throws<NotFiniteNumberException>(() => strict.Step(() => other.Sqrt().Sum()));
    }
}
