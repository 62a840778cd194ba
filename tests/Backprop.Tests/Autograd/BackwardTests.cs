using static Backprop.Functional;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class BackwardTests
{
    [Fact]
    public void The_chain_rule_by_hand()
    {
        // y = cos(w²) + sin(w²) at w = 1: −2w sin w² + 2w cos w² = −0.60234
        var w = Tensor.From([1.0], dtype: DType.Float64).RequireGrad();
        var u = w * w;
        (u.Cos() + u.Sin()).Sum().Backward();
        Assert.Equal(-2 * Math.Sin(1) + 2 * Math.Cos(1), w.Grad!.Item(), 1e-14);
        Assert.Equal(-0.60234, w.Grad.Item(), 5e-6);
    }

    [Fact]
    public void Gradients_of_both_factors_of_a_product_of_matrices()
    {
        var x = Tensor.Stack([1, 2], [3, 4]).RequireGrad();
        var w = Tensor.Stack([1, 0], [0, -1]).RequireGrad();
        x.MatMul(w).Sum().Backward();
        Holds(x.Grad!, [2, 2], 1, -1, 1, -1);
        Holds(w.Grad!, [2, 2], 4, 4, 6, 6);
    }

    [Fact]
    public void A_tensor_used_twice_adds_both_ways()
    {
        Tensor x = 3;
        x.RequireGrad();
        (x + x).Backward();
        Assert.Equal(2, x.Grad!.Item());
    }

    [Fact]
    public void Each_backward_adds_to_what_is_there()
    {
        Tensor x = 3;
        x.RequireGrad();
        (2 * x).Backward();
        (5 * x).Backward();
        Assert.Equal(7, x.Grad!.Item());
        x.Grad = null;
        (2 * x).Backward();
        Assert.Equal(2, x.Grad!.Item());
    }

    [Fact]
    public void Gradients_of_two_tensors_do_not_share_memory()
    {
        Tensor a = Tensor.Ones(3).RequireGrad(), b = Tensor.Ones(3).RequireGrad();
        (a + b).Sum().Backward();
        Assert.NotSame(a.Grad!.Storage, b.Grad!.Storage);
        a.Grad.Assign(9);
        Holds(b.Grad, [3], 1, 1, 1);
    }

    [Fact]
    public void A_branch_without_gradient_does_not_hold_up_the_others()
    {
        // Nothing flows back through the condition's arithmetic, though u has other consumers.
        var x = Tensor.Stack(1, -2).RequireGrad();
        var u = x * 3;
        var picked = Where(u.Pow(0) > 0, u, -u) + u.Pow(0);
        picked.Sum().Backward();
        Holds(x.Grad!, [2], 3, 3);
    }

    [Fact]
    public void Results_on_the_way_can_ask_for_their_gradient()
    {
        Tensor x = 2;
        x.RequireGrad();
        var h = (x * x).RequireGrad();
        var other = x * h;
        other.Backward();
        Assert.Equal(2, h.Grad!.Item());
        Assert.Equal(12, x.Grad!.Item());
        Assert.Null(other.Grad);
    }

    [Fact]
    public void A_hundred_thousand_ops_deep_is_no_stack_overflow()
    {
        Tensor x = 1;
        x.RequireGrad();
        Tensor y = x;
        for (int i = 0; i < 100_000; i++)
            y = y + 1e-5;
        y.Backward();
        Assert.Equal(1, x.Grad!.Item());
    }

    [Fact]
    public void A_ladder_of_shared_steps_is_walked_once_per_step()
    {
        // 2⁶⁰ paths, 60 nodes.
        var x = Tensor.From([1.0], dtype: DType.Float64).RequireGrad();
        var y = x;
        for (int i = 0; i < 60; i++)
            y = y + y;
        y.Sum().Backward();
        Assert.Equal(Math.Pow(2, 60), x.Grad!.Item());
    }

    [Fact]
    public void A_tensor_of_any_shape_takes_a_gradient_to_start_from()
    {
        var x = Tensor.Stack(1, 2).RequireGrad();
        (x * x).Backward(Tensor.Stack(1, 10));
        Holds(x.Grad!, [2], 2, 40);
        Assert.Contains("[2]", MessageOf<ArgumentException>(() => (x * x).Backward(Tensor.Ones(3))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_no_gradient_is_not_computed()
    {
        Tensor data = Tensor.Ones(4, 3), w = Tensor.Ones(3, 2).RequireGrad();
        var y = data.MatMul(w);
        Assert.Null(y.Origin!.Input(0));
        Assert.NotNull(y.Origin.Input(1));
        Assert.False((data * 2).RequiresGrad);
    }

    [Fact]
    public void Backward_of_more_than_one_number_says_what_to_do() => Assert.Contains("Take .Sum() or .Mean() first",
        MessageOf<InvalidOperationException>(() => (Tensor.Ones(2).RequireGrad() * 2).Backward()), StringComparison.Ordinal);

    [Fact]
    public void Backward_without_anything_to_learn_says_so() => Assert.Contains("Nothing to differentiate",
        MessageOf<InvalidOperationException>(() => (Tensor.Ones(1) * 2).Backward()), StringComparison.Ordinal);

    [Fact]
    public void A_second_backward_says_that_the_graph_was_freed()
    {
        Tensor x = 2;
        var y = x.RequireGrad() * x;
        y.Backward();
        Assert.Contains("keepGraph: true", MessageOf<InvalidOperationException>(() => y.Backward()), StringComparison.Ordinal);
        Assert.Equal(4, x.Grad!.Item());
    }

    [Fact]
    public void Two_losses_over_one_freed_part_say_so_too()
    {
        Tensor x = 2;
        var h = (x.RequireGrad() * x).Tanh();
        Tensor one = h * 2, two = h * 3;
        one.Backward();
        Assert.Contains("Tanh", MessageOf<InvalidOperationException>(() => two.Backward()), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepGraph_allows_more_passes_with_the_same_result()
    {
        Tensor x = 2;
        var y = (x.RequireGrad() * x * x).Tanh();
        y.Backward(keepGraph: true);
        double once = x.Grad!.Item();
        y.Backward(keepGraph: true);
        Assert.Equal(2 * once, x.Grad!.Item());
    }

    [Fact]
    public void Slices_that_overlap_add_their_gradients_to_what_others_said()
    {
        Tensor x = Noise([6, 4]), weights = Noise([6, 4], 2);
        var result = GradCheck.Of(t => (t * weights).Sum() + t[1..4].Square().Sum() + t[Slice.Every(2), ..2].Exp().Sum()
            + t[2].Square().Sum() + t.T[1..3].Square().Sum() + (t * t).Sum(), x);
        Assert.True(result.Passed, result.Message);
    }

    [Fact]
    public void A_gradient_that_two_slices_share_is_not_written_into()
    {
        Tensor x = Tensor.Zeros(4).RequireGrad(), y = Tensor.Zeros(4).RequireGrad();
        // The gradient of the sum goes to both as one tensor, before the slices add theirs.
        ((x + y).Sum() + (3 * x[1..3]).Sum() + (5 * y[..2]).Sum()).Backward();
        Holds(x.Grad!, [4], 1, 4, 4, 1);
        Holds(y.Grad!, [4], 6, 6, 1, 1);
    }

    [Fact]
    public void Whole_numbers_have_no_gradient() => Assert.Contains("int32", MessageOf<InvalidOperationException>(() =>
        Tensor.From([1]).RequireGrad()), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_gradient_of_another_shape_cannot_be_set() =>
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Ones(2).Grad = Tensor.Ones(3));

    [Fact]
    public void Float32_gradients_are_near_those_of_float64()
    {
        Tensor Gradient(DType dtype)
        {
            Tensor x = Noise([8, 5], 1, dtype), w = Noise([5, 4], 2, dtype).RequireGrad(), v = Noise([4, 3], 3, dtype);
            x.MatMul(w).Tanh().MatMul(v).CrossEntropy(Tensor.From([0, 1, 2, 0, 1, 2, 0, 1])).Backward();
            return w.Grad!;
        }
        IsNear(Gradient(DType.Float32), [5, 4], 1e-5, Gradient(DType.Float64).ToArray<double>());
    }
}
