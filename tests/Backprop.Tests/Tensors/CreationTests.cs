using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class CreationTests
{
    [Fact]
    public void Nested_literals_become_rows()
    {
        Tensor m = [[1, 2, 3], [4, 5, 6]];
        Holds(m, [2, 3], 1, 2, 3, 4, 5, 6);
        Assert.Equal(DType.Float32, m.DType);
        Tensor cube = [[[1], [2]], [[3], [4]]];
        Assert.Equal([2, 2, 1], cube.Shape);
    }

    [Fact]
    public void A_literal_may_hold_tensors_and_spread_others()
    {
        Tensor row = [1, 2];
        Tensor m = [row, row * 2];
        Holds(m, [2, 2], 1, 2, 2, 4);
        Tensor more = [.. m, [5, 6]];
        Holds(more, [3, 2], 1, 2, 2, 4, 5, 6);
    }

    [Fact]
    public void An_empty_literal_is_a_tensor_without_elements()
    {
        Tensor none = [];
        Assert.Equal([0], none.Shape);
    }

    [Fact]
    public void Rows_of_different_length_say_which_row_differs()
    {
        string message = MessageOf<ArgumentException>(() => { Tensor m = [[1, 2], [3]]; });
        Assert.Contains("Row 1 has shape [1], but the first has [2]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_flow_through_a_literal()
    {
        var a = ((Tensor)2).RequireGrad();
        Tensor m = [a, a * a, 5];
        m.Sum().Backward();
        Assert.Equal(5, a.Grad!.Item());
    }

    [Fact]
    public void Shapes_are_named_with_or_without_brackets()
    {
        Assert.Equal([2, 3], Tensor.Zeros(2, 3).Shape);
        Assert.Equal([2, 3], Tensor.Zeros([2, 3]).Shape);
        Assert.Equal([2, 3], Tensor.Rand(Tensor.Ones(2, 3).Shape).Shape);
        Assert.Equal(Shape.Create([]), Tensor.Ones().Shape);
        Holds(Tensor.Ones([2], DType.Int32), [2], 1, 1);
        Holds(Tensor.Full([1, 2], -1.5), [1, 2], -1.5, -1.5);
    }

    [Fact]
    public void Arange_stops_before_the_end()
    {
        Holds(Tensor.Arange(4), [4], 0, 1, 2, 3);
        Holds(Tensor.Arange(1, 2, 0.25), [4], 1, 1.25, 1.5, 1.75);
        Holds(Tensor.Arange(3, 0, -1, DType.Int32), [3], 3, 2, 1);
        Holds(Tensor.Arange(2, 2), [0]);
        Assert.Contains("do not lead", MessageOf<ArgumentException>(() => Tensor.Arange(0, 3, -1)), StringComparison.Ordinal);
        Assert.Contains("do not lead", MessageOf<ArgumentException>(() => Tensor.Arange(0, 3, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Linspace_ends_exactly_at_its_end()
    {
        var x = Tensor.Linspace(-1, 0.3, 14, DType.Float64);
        Assert.Equal(0.3, At(x, 13));
        Assert.Equal(-1, At(x, 0));
        Assert.Equal(14, x.Shape.Size);
        Assert.Contains("not 1", MessageOf<ArgumentException>(() => Tensor.Linspace(0, 1, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Eye_and_one_hot_have_single_ones()
    {
        Holds(Tensor.Eye(2), [2, 2], 1, 0, 0, 1);
        Holds(Tensor.From([2, 0]).OneHot(3), [2, 3], 0, 0, 1, 1, 0, 0);
        Assert.Contains("Label 3 is none of 3 classes", MessageOf<ArgumentException>(() => Tensor.From([3]).OneHot(3)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_keep_their_type_but_double_becomes_float32_unless_asked()
    {
        Assert.Equal(DType.Float32, Tensor.From([1f, 2f]).DType);
        Assert.Equal(DType.Float32, Tensor.From([1.0, 2.0]).DType);
        Assert.Equal(DType.Float64, Tensor.From([1.0], dtype: DType.Float64).DType);
        Assert.Equal(DType.Int32, Tensor.From([1, 2]).DType);
        Assert.Equal(DType.Bool, Tensor.From([true]).DType);
        Assert.Equal(0.1, Tensor.From([0.1], dtype: DType.Float64).Item());
        Holds(Tensor.From([1.0, 2, 3, 4, 5, 6], [2, 3]), [2, 3], 1, 2, 3, 4, 5, 6);
        Holds(Tensor.From(new[,] { { 1.0, 2 }, { 3, 4 }, { 5, 6 } }), [3, 2], 1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void An_array_that_does_not_fit_says_both_sizes() =>
        Assert.Contains("[2, 2] takes 4 numbers, but the array has 3",
            MessageOf<ArgumentException>(() => Tensor.From([1f, 2f, 3f], [2, 2])), StringComparison.Ordinal);

    [Fact]
    public void Changing_the_array_does_not_change_the_tensor()
    {
        float[] values = [1, 2];
        var x = Tensor.From(values);
        values[0] = 9;
        Holds(x, [2], 1, 2);
        x.ToArray<float>()[0] = 9;
        Holds(x, [2], 1, 2);
    }

    [Fact]
    public void Types_convert_by_cutting_off_and_by_being_zero()
    {
        Tensor x = [-1.7, 0, 2.5];
        Holds(x.To(DType.Int32), [3], -1, 0, 2);
        Assert.Equal([true, false, true], x.ToArray<bool>());
        Assert.Same(x, x.To(DType.Float32));
        Assert.Contains("Int64", MessageOf<ArgumentException>(() => x.ToArray<long>()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_moves_between_devices()
    {
        foreach (var x in new[] { Count(2, 3).T, Count(2, 3) > 2, Count(3).To(DType.Int32), Noise([2]) })
        {
            var there = x.To(Device.Reference);
            Assert.Equal(Device.Reference, there.Device);
            Assert.Equal(x.DType, there.DType);
            Holds(there.To(Device.Cpu), x.Shape, x.ToArray<double>());
        }
    }
}
