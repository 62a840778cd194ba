using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class HigherOrderTests
{
    [Fact]
    public void Derivatives_of_a_cube_to_the_third_order()
    {
        var x = Tensor.From([2.0], dtype: DType.Float64).RequireGrad();
        var first = Tensor.Gradient(x.Pow(3).Sum(), x, createGraph: true);
        var second = Tensor.Gradient(first.Sum(), x, createGraph: true);
        var third = Tensor.Gradient(second.Sum(), x);
        Assert.Equal((12, 12, 6), (first.Item(), second.Item(), third.Item()));
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Tanh_to_the_fourth_order_agrees_with_nudging()
    {
        Tensor Third(Tensor[] xs)
        {
            var x = xs[0].RequiresGrad ? xs[0] : xs[0].RequireGrad();
            var g = Tensor.Gradient(x.Tanh().Sum(), x, createGraph: true);
            g = Tensor.Gradient(g.Sum(), x, createGraph: true);
            return Tensor.Gradient(g.Sum(), x, createGraph: true);
        }
        var result = GradCheck.OfAll(Third, Noise([5]));
        Assert.True(result.Passed, result.Message);
    }

    [Fact]
    public void A_gradient_with_a_graph_can_be_part_of_a_loss()
    {
        // d/dx (f'(x))² with f = x³: 2 · 3x² · 6x = 36x³
        var x = Tensor.From([1.5], dtype: DType.Float64).RequireGrad();
        var slope = Tensor.Gradient(x.Pow(3).Sum(), x, createGraph: true);
        slope.Square().Sum().Backward();
        Assert.Equal(36 * 1.5 * 1.5 * 1.5, x.Grad!.Item(), 1e-12);
    }

    [Fact]
    public void Backward_with_createGraph_leaves_differentiable_gradients()
    {
        var x = Tensor.From([3.0], dtype: DType.Float64).RequireGrad();
        (x * x * x).Sum().Backward(createGraph: true);
        var g = x.Grad!;
        Assert.Equal(27, g.Item());
        Assert.Equal(18, Tensor.Gradient(g.Sum(), x).Item());
    }

    [Fact]
    public void Gradients_of_several_tensors_come_in_their_order()
    {
        Tensor a = 2, b = 5;
        a.RequireGrad();
        b.RequireGrad();
        var g = Tensor.Gradients(a * b * b, [b, a]);
        Assert.Equal((20, 25), (g[0].Item(), g[1].Item()));
        Assert.Null(a.Grad);
    }

    [Fact]
    public void A_gradient_by_a_result_on_the_way()
    {
        Tensor x = 2;
        var h = x.RequireGrad() * x;
        Assert.Equal(8, Tensor.Gradient(h * h, h).Item());
    }

    [Fact]
    public void A_gradient_by_something_unrelated_says_so()
    {
        Tensor a = 1, b = 1;
        a.RequireGrad();
        b.RequireGrad();
        Assert.Contains("does not depend", MessageOf<InvalidOperationException>(() => Tensor.Gradient(a * 2, b)), StringComparison.Ordinal);
        Assert.Contains("does not depend", MessageOf<InvalidOperationException>(() => Tensor.Gradient(a * 2, Tensor.Ones(1))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_product_of_the_second_derivative_with_a_vector()
    {
        // f = Σ x⁴/12, so the matrix of second derivatives is diagonal with x².
        var x = Noise([4]).RequireGrad();
        var v = Noise([4], 9);
        var g = Tensor.Gradient(x.Pow(4).Sum() / 12, x, createGraph: true);
        var hv = Tensor.Gradient((g * v).Sum(), x);
        IsNear(hv, [4], 1e-12, [.. x.ToArray<double>().Zip(v.ToArray<double>(), (a, b) => a * a * b)]);
    }
}
