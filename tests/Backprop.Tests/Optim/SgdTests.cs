using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class SgdTests
{
    [Fact]
    public void A_step_goes_down_the_slope()
    {
        var w = Tensor.Stack(1, 2).RequireGrad();
        var sgd = new Sgd([w]) { LearningRate = 0.1 };
        (w * w).Sum().Backward();
        sgd.Step();
        IsNear(w, [2], 1e-7, 0.8, 1.6);
        sgd.ZeroGrad();
        Assert.Null(w.Grad);
    }

    [Fact]
    public void The_learning_rate_may_change_between_steps()
    {
        var w = Tensor.From([1.0], dtype: DType.Float64).RequireGrad();
        var sgd = new Sgd([w]) { LearningRate = 0.1 };
        w.Sum().Backward();
        sgd.Step();
        sgd.LearningRate = 0.01;
        sgd.Step();
        Assert.Equal(1 - 0.1 - 0.01, w.Item(), 1e-15);
    }

    [Fact]
    public void A_parameter_without_gradient_stays()
    {
        Tensor used = Tensor.Ones(1).RequireGrad(), unused = Tensor.Ones(1).RequireGrad();
        var sgd = new Sgd([used, unused]) { LearningRate = 1 };
        used.Sum().Backward();
        sgd.Step();
        Assert.Equal((0, 1), (used.Item(), unused.Item()));
    }

    [Fact]
    public void Five_points_on_a_line_are_found_below_the_largest_stable_rate_and_lost_above()
    {
        // The second derivative is at most 68.82, so rates up to 2 / 68.82 = 0.02906 converge.
        double Fit(double rate, int steps)
        {
            Tensor x = Tensor.From([2.0, 3, 5, 7, 9], [5, 1], DType.Float64), y = 0.5 * x - 1.5;
            var layer = Tensor.Zeros([2], DType.Float64).RequireGrad();
            var sgd = new Sgd([layer]) { LearningRate = rate };
            for (int i = 0; i < steps; i++)
            {
                var loss = (layer[0] * x + layer[1]).Mse(y);
                sgd.ZeroGrad();
                loss.Backward();
                sgd.Step();
            }
            return layer[0].Item();
        }
        Assert.Equal(0.5, Fit(0.028, 2000), 1e-6);
        Assert.Equal(-135, Fit(0.03, 100), 0.5);
    }

    [Fact]
    public void An_empty_list_and_a_result_are_no_parameters()
    {
        Assert.Contains("empty", MessageOf<ArgumentException>(() => _ = new Sgd([])), StringComparison.Ordinal);
        Assert.Contains("RequireGrad()", MessageOf<ArgumentException>(() => _ = new Sgd([Tensor.Ones(2)])), StringComparison.Ordinal);
        Assert.Contains("[2]", MessageOf<ArgumentException>(() => _ = new Sgd([Tensor.Ones(2).RequireGrad() * 2])), StringComparison.Ordinal);
    }
}
