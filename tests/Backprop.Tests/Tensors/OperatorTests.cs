using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class OperatorTests
{
    [Fact]
    public void Numbers_and_tensors_mix_on_both_sides()
    {
        Tensor x = [2, 4];
        Holds(1 - x / 2, [2], 0, -1);
        Holds(3 * x + 1, [2], 7, 13);
        Holds(8 / x, [2], 4, 2);
        Holds(-x, [2], -2, -4);
    }

    [Fact]
    public void A_literal_takes_the_type_of_what_it_meets()
    {
        var x = Tensor.From([1.0], dtype: DType.Float64);
        Assert.Equal(0.1, (x * 0.1).Item());
        Assert.Equal(DType.Float64, (0.1 + x).DType);
        var labels = Tensor.From([1, 2]);
        Assert.Equal(DType.Int32, (labels + 1).DType);
        Assert.Equal(DType.Float32, (labels * 0.5).DType);
        Holds(labels * 0.5, [2], 0.5, 1);
        Assert.Equal(DType.Int32, (Tensor.From([true, false]) * 2).DType);
    }

    [Fact]
    public void A_literal_that_is_a_parameter_keeps_its_gradient_in_float64()
    {
        Tensor w = 0.5;
        w.RequireGrad();
        (w * Tensor.From([3.0], dtype: DType.Float64)).Sum().Backward();
        Assert.Equal(3, w.Grad!.Item());
        using (Functional.NoGrad())
            w.Assign(2);
        Assert.Equal(6, (w * Tensor.From([3.0], dtype: DType.Float64)).Item());
    }

    [Fact]
    public void Types_meet_at_the_larger_one()
    {
        Tensor f = [1, 2];
        Assert.Equal(DType.Float64, (f + f.To(DType.Float64)).DType);
        Assert.Equal(DType.Float32, (f + Tensor.From([1, 2])).DType);
        Assert.Equal(DType.Int32, (Tensor.From([true]) + Tensor.From([true])).DType);
        Holds(Tensor.From([7]) / Tensor.From([2]), [1], 3.5);
        Assert.Equal(DType.Float32, (Tensor.From([7]) / 2).DType);
        Assert.Equal(DType.Float32, Tensor.From([0]).Exp().DType);
    }

    [Fact]
    public void Gradients_come_back_in_the_type_of_their_tensor()
    {
        var a = Tensor.Ones(2).RequireGrad();
        var b = Tensor.Ones([2], DType.Float64).RequireGrad();
        (a * b).Sum().Backward();
        Assert.Equal(DType.Float32, a.Grad!.DType);
        Assert.Equal(DType.Float64, b.Grad!.DType);
    }

    [Fact]
    public void Large_whole_numbers_stay_exact()
    {
        var x = Tensor.From([16_777_217, 2_000_000_001]);
        Holds(x + 1, [2], 16_777_218, 2_000_000_002);
        Holds(x * 1, [2], 16_777_217, 2_000_000_001);
        Assert.Equal(2_016_777_218, x.Sum().Item());
    }

    [Fact]
    public void Comparisons_give_true_and_false()
    {
        Tensor x = [1, 2, 3];
        Assert.Equal([false, false, true], (x > 2).ToArray<bool>());
        Assert.Equal([false, true, true], (x >= 2).ToArray<bool>());
        Assert.Equal([true, false, false], (x < 2).ToArray<bool>());
        Assert.Equal([true, true, false], (2 >= x).ToArray<bool>());
        Assert.Equal([false, true, false], Tensor.Equal(x, 2).ToArray<bool>());
        Assert.Equal([true, false, true], Tensor.NotEqual(x, 2).ToArray<bool>());
        Assert.Equal([false, true, false], ((x > 1) & (x < 3)).ToArray<bool>());
        Assert.Equal([true, false, true], ((x < 2) | (x > 2)).ToArray<bool>());
        Assert.Equal([true, false, true], (!Tensor.Equal(x, 2)).ToArray<bool>());
        Assert.Equal(DType.Bool, (x > 2).DType);
        Assert.False((x.RequireGrad() > 2).RequiresGrad);
    }

    [Fact]
    public void NaN_equals_nothing()
    {
        Tensor x = double.NaN;
        Assert.Equal(0, Tensor.Equal(x, x).Item());
        Assert.Equal(1, Tensor.NotEqual(x, x).Item());
        Assert.Equal(0, (x > 0).Item());
    }

    [Fact]
    public void Double_equals_asks_for_the_same_object()
    {
        Tensor a = [1], b = [1];
        Assert.False(a == b);
        Assert.True(a != b);
    }

    [Fact]
    public void Every_pair_of_small_shapes_broadcasts_as_numbers_say()
    {
        Shape[] shapes = [[], [1], [3], [1, 1], [1, 3], [2, 1], [2, 3], [4, 1, 1], [4, 2, 1], [1, 2, 3], [4, 2, 3]];
        foreach (var left in shapes)
        {
            foreach (var right in shapes)
            {
                Tensor a = Noise(left, 1), b = Noise(right, 2);
                var y = a - b;
                var shape = Shape.Broadcast(left, right);
                Assert.Equal(shape, y.Shape);
                double[] x = a.Expand(shape).ToArray<double>(), z = b.Expand(shape).ToArray<double>();
                Assert.Equal(x.Zip(z, (p, q) => p - q), y.ToArray<double>());
            }
        }
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_say_where_they_differ() =>
        Assert.Contains("[2, 3] and [4] do not broadcast: axis 1 has 3 against 4",
            MessageOf<ArgumentException>(() => _ = Tensor.Zeros(2, 3) + Tensor.Zeros(4)), StringComparison.Ordinal);

    [Fact]
    public void Strided_operands_give_what_copies_give()
    {
        Tensor x = Noise([3, 4]), y = Noise([4, 3], 2);
        Tensor[] views = [x.T, x[.., ^3..].T.Expand(2, 3, 3)[1], y[Slice.Every(2), ..], x[1].Expand(5, 4), y[.., 1]];
        foreach (var view in views)
        {
            Assert.False(view.IsContiguous);
            var copy = Tensor.From(view.ToArray<double>(), view.Shape, DType.Float64);
            Assert.Equal((copy * 2 + copy.Tanh()).ToArray<double>(), (view * 2 + view.Tanh()).ToArray<double>());
            Assert.Equal(copy.Sum(-1).ToArray<double>(), view.Sum(-1).ToArray<double>());
            Assert.Equal(copy.Sum(0).ToArray<double>(), view.Sum(0).ToArray<double>());
        }
    }
}
