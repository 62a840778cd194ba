namespace Backprop.Tests.Optim;

/// <summary>What the rules with a rate for each weight promise.</summary>
public class AdaptiveRateTests
{
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(1e6)]
    public void The_first_step_of_Adam_is_the_rate_whatever_the_gradients_size_in_float32_too(double gradient)
    {
        Tensor w = Tensor.Zeros(1).RequireGrad();
        var optimizer = new Adam([w]) { LearningRate = 0.5, Epsilon = 0 };
        optimizer.Step(() => gradient * w.Sum());
        Assert.Equal(-0.5, w.Item(), 1e-6);
    }

    [Fact]
    public void Averages_in_float32_do_not_lose_the_digits_of_1_minus_beta()
    {
        // 1 − 0.999 computed in float32 is off by 1e-5 of itself; so would be each v.
        Tensor w = Tensor.Zeros(1).RequireGrad();
        var optimizer = new Adam([w]);
        optimizer.Step(() => w.Sum());
        Assert.Equal(0.001, optimizer.State()["0.v"].Item(), 1e-9);
    }

    [Fact]
    public void AdamW_pulls_every_weight_alike_and_Adam_by_its_gradients()
    {
        Assert.Equal([0.9, 0.9], Shares([1, 1000], p => new AdamW(p) { LearningRate = 0.1, WeightDecay = 1 }));
        // Adam's decay goes through √v̂: a pull of any size becomes a step of the rate.
        double[] coupled = Shares([1, 1000], p => new Adam(p) { LearningRate = 0.1, WeightDecay = 1 });
        Assert.Equal(0.9, coupled[0], 6);
        Assert.Equal(999.9 / 1000, coupled[1], 6);

        // What one step along no slope at all leaves of the weights.
        static double[] Shares(double[] start, Func<Tensor[], Optimizer> make)
        {
            Tensor w = Worked.Parameter(start);
            make([w]).Step(() => 0 * w.Sum());
            return [.. w.ToArray<double>().Zip(start, (after, before) => after / before)];
        }
    }

    [Fact]
    public void A_rare_large_gradient_is_remembered_by_AMSGrad_and_forgotten_by_Adam()
    {
        Assert.True(StepAfterRareGradient(isAms: true) < 0.2 * StepAfterRareGradient(isAms: false));

        static double StepAfterRareGradient(bool isAms)
        {
            Tensor w = Worked.Parameter(0);
            var optimizer = new Adam([w]) { Beta2 = 0.9, AmsGrad = isAms };
            optimizer.Step(() => 100 * w.Sum());
            for (int i = 0; i < 60; i++)
                optimizer.Step(() => w.Sum());
            double before = w.Item();
            optimizer.Step(() => w.Sum());
            return before - w.Item();
        }
    }

    [Fact]
    public void A_rare_feature_takes_larger_steps_under_AdaGrad()
    {
        Tensor common = Worked.Parameter(0), rare = Worked.Parameter(0);
        var optimizer = new AdaGrad([common, rare]);
        for (int i = 0; i < 99; i++)
            optimizer.Step(() => common.Sum());
        double before = common.Item();
        optimizer.Step(() => common.Sum() + rare.Sum());
        Assert.Equal(10, rare.Item() / (common.Item() - before), 6);
    }

    [Fact]
    public void Delta_bar_delta_raises_a_rate_by_a_constant_and_lowers_it_by_a_share()
    {
        Tensor w = Worked.Parameter(0);
        var rule = new DeltaBarDelta([w]) { LearningRate = 1, Kappa = 0.5, Phi = 0.2, Theta = 0 };
        Assert.Equal(1, rule.Rates(0).Item());
        // Gradients: +, + (agrees), − (turns), 0 (says nothing), + (the last was 0: says nothing).
        double[] gradients = [1, 2, -1, 0, 1], rates = [1, 1.5, 1.2, 1.2, 1.2];
        foreach (var (gradient, rate) in gradients.Zip(rates))
        {
            rule.Step(() => gradient * w.Sum());
            Assert.Equal(rate, rule.Rates(0).Item(), 12);
        }
        Assert.Equal(-(1 * 1 + 1.5 * 2 - 1.2 * 1 + 1.2 * 1), w.Item(), 12);
    }

    [Fact]
    public void Epsilon_keeps_a_zero_gradient_from_becoming_NaN()
    {
        foreach (EpsilonPlace place in Enum.GetValues<EpsilonPlace>())
        {
            Tensor w = Tensor.Ones(1).RequireGrad();
            Optimizer[] optimizers =
            [
                new AdaGrad([w]) { EpsilonPlace = place }, new RmsProp([w]) { EpsilonPlace = place },
                new RmsProp([w]) { EpsilonPlace = place, Momentum = 0.9 }, new Adam([w]),
            ];
            foreach (Optimizer optimizer in optimizers)
                optimizer.Step(() => 0 * w.Sum());
            Assert.Equal(1, w.Item());
        }
    }
}
