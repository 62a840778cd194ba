using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class ViewTests
{
    [Fact]
    public void Reshape_shares_memory_and_works_out_one_length()
    {
        var x = Count(2, 6);
        var y = x.Reshape(3, -1);
        Assert.Equal([3, 4], y.Shape);
        Assert.Same(x.Storage, y.Storage);
        Assert.Equal([12], x.Reshape(-1).Shape);
        Assert.Equal([4, 3], x.Reshape(Tensor.Zeros(4, 3).Shape).Shape);
        Assert.Equal(Shape.Create([]), Tensor.Ones(1, 1).Reshape().Shape);
    }

    [Fact]
    public void Reshape_refuses_another_number_of_elements()
    {
        foreach (int[] lengths in new int[][] { [5], [-1, 5], [-1, -1], [0, -1], [12, -1, 2] })
        {
            string message = MessageOf<ArgumentException>(() => Count(2, 6).Reshape(lengths));
            Assert.Contains("[2, 6] has 12 elements", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_reshape_of_every_view_holds_the_elements_in_order()
    {
        var x = Count(2, 3, 4);
        Tensor[] views =
        [
            x, x.T, x.Permute(2, 0, 1), x.Permute(1, 0, 2), x[.., 1..], x[1], x[.., .., 2], x[Slice.Every(2), .., Slice.Every(2)],
            x[.., ..1], x[0, 0].Expand(3, 4), x[.., ..1].Expand(2, 5, 4),
        ];
        foreach (var view in views)
        {
            double[] elements = view.ToArray<double>();
            foreach (var shape in ShapesOf(elements.Length))
                Assert.Equal(elements, view.Reshape(shape).ToArray<double>());
        }
    }

    [Fact]
    public void Splitting_an_axis_of_a_view_copies_nothing()
    {
        var x = Count(4, 6).T;
        Assert.Same(x.Storage, x.Reshape(2, 3, 2, 2).Storage);
        Assert.NotSame(x.Storage, x.Reshape(24).Storage);
    }

    [Fact]
    public void Permute_and_transpose_move_axes()
    {
        var x = Count(2, 3, 4);
        var y = x.Permute(2, 0, -2);
        Assert.Equal([4, 2, 3], y.Shape);
        Assert.Equal(At(x, 1, 2, 3), At(y, 3, 1, 2));
        Assert.Equal([2, 4, 3], x.T.Shape);
        Assert.Equal([4, 3, 2], x.Transpose(0, -1).Shape);
        Holds(Count(2, 2).T, [2, 2], 0, 2, 1, 3);
        Holds(Count(3).T, [3], 0, 1, 2);
        Assert.Contains("named twice", MessageOf<ArgumentException>(() => x.Permute(0, 0, 1)), StringComparison.Ordinal);
        Assert.Contains("3 axes, but the order names 2", MessageOf<ArgumentException>(() => x.Permute(0, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Squeeze_and_unsqueeze_drop_and_add_axes_of_length_1()
    {
        var x = Tensor.Zeros(1, 3, 1);
        Assert.Equal([3], x.Squeeze().Shape);
        Assert.Equal([3, 1], x.Squeeze(0).Shape);
        Assert.Equal([1, 3], x.Squeeze(-1).Shape);
        Assert.Equal([1, 3, 1, 1], x.Unsqueeze(-1).Shape);
        Assert.Equal([1, 1, 3, 1], x.Unsqueeze(1).Shape);
        Assert.Contains("has length 3", MessageOf<ArgumentException>(() => x.Squeeze(1)), StringComparison.Ordinal);
        Assert.Contains("0 to 3", MessageOf<ArgumentException>(() => x.Unsqueeze(4)), StringComparison.Ordinal);
    }

    [Fact]
    public void Expand_repeats_without_copying()
    {
        Tensor x = [[1], [2]];
        var y = x.Expand(2, 2, 3);
        Assert.Same(x.Storage, y.Storage);
        Holds(y, [2, 2, 3], 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2);
        Assert.Equal([2, 4], x.Expand(-1, 4).Shape);
        Assert.Contains("[2, 1] and [3, 1] do not broadcast", MessageOf<ArgumentException>(() => x.Expand(3, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Concat_joins_along_an_axis_and_stack_along_a_new_one()
    {
        Tensor a = [[1, 2]], b = [[3, 4], [5, 6]];
        Holds(Tensor.Concat([a, b]), [3, 2], 1, 2, 3, 4, 5, 6);
        Holds(Tensor.Concat([b.T, b], 1), [2, 4], 3, 5, 3, 4, 4, 6, 5, 6);
        Holds(Tensor.Stack([b[0], b[1]], 1), [2, 2], 3, 5, 4, 6);
        Assert.Equal([1, 3, 2], Tensor.Stack([a, a, a], 1).Shape);
        Assert.Equal([1, 2, 3], Tensor.Stack([a, a, a], -1).Shape);
    }

    [Fact]
    public void Concat_brings_parts_to_one_type()
    {
        Assert.Equal(DType.Float64, Tensor.Concat([Tensor.Ones(1), Tensor.Ones([1], DType.Float64), Tensor.Ones(1)]).DType);
        Assert.Equal(DType.Float32, Tensor.Concat([Tensor.From([1]), Tensor.Ones(1)]).DType);
    }

    [Fact]
    public void Concat_of_unequal_parts_says_both_shapes()
    {
        Assert.Contains("[1, 2] and [1, 3] do not join along axis 0",
            MessageOf<ArgumentException>(() => Tensor.Concat([Tensor.Zeros(1, 2), Tensor.Zeros(1, 3)])), StringComparison.Ordinal);
        Assert.Contains("no tensor", MessageOf<ArgumentException>(() => Tensor.Concat([])), StringComparison.Ordinal);
    }

    [Fact]
    public void Split_gives_pieces_the_last_maybe_shorter()
    {
        var pieces = Count(2, 5).Split(2, 1);
        Assert.Equal(3, pieces.Length);
        Holds(pieces[0], [2, 2], 0, 1, 5, 6);
        Holds(pieces[2], [2, 1], 4, 9);
    }

    [Fact]
    public void Detach_shares_numbers_and_clone_does_not()
    {
        var x = Count(3).RequireGrad();
        Assert.Same(x.Storage, x.Detach().Storage);
        Assert.False(x.Detach().RequiresGrad);
        Assert.NotSame(x.Storage, x.Clone().Storage);
        Assert.True(x.Clone().RequiresGrad);
    }

    private static IEnumerable<Shape> ShapesOf(int size)
    {
        yield return [size];
        for (int a = 1; a <= size; a++)
        {
            if (size % a != 0)
                continue;
            yield return [a, size / a];
            yield return [1, a, 1, size / a];
            for (int b = 1; b <= size / a; b++)
            {
                if (size / a % b == 0)
                    yield return [a, b, size / a / b];
            }
        }
    }
}
