using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class IndexingTests
{
    [Fact]
    public void Numbers_drop_axes_and_ranges_keep_them()
    {
        var x = Count(2, 3);
        Holds(x[0], [3], 0, 1, 2);
        Holds(x[^1], [3], 3, 4, 5);
        Holds(x[0, ..], [3], 0, 1, 2);
        Holds(x[.., ^1], [2], 2, 5);
        Holds(x[1..], [1, 3], 3, 4, 5);
        Holds(x[.., 1..3], [2, 2], 1, 2, 4, 5);
        Holds(x[1, 2], [], 5);
        Holds(x[1..1], [0, 3]);
        Holds(x[.., Slice.NewAxis, 0], [2, 1], 0, 3);
        Holds(x[.., Slice.Every(2)], [2, 2], 0, 2, 3, 5);
    }

    [Fact]
    public void Every_small_slice_holds_the_elements_it_names()
    {
        var x = Count(3, 4);
        for (int top = 0; top <= 3; top++)
        {
            for (int bottom = top; bottom <= 3; bottom++)
            {
                for (int left = 0; left <= 4; left++)
                {
                    for (int right = left; right <= 4; right++)
                        CheckBox(x, top, bottom, left, right);
                }
            }
        }

        static void CheckBox(Tensor x, int top, int bottom, int left, int right)
        {
            var expected = new List<double>();
            for (int i = top; i < bottom; i++)
            {
                for (int j = left; j < right; j++)
                    expected.Add(4 * i + j);
            }
            Holds(x[top..bottom, left..right], [bottom - top, right - left], [.. expected]);
            Holds(x[top..bottom][.., left..right], [bottom - top, right - left], [.. expected]);
            Holds(x.T[left..right, top..bottom].T, [bottom - top, right - left], [.. expected]);
        }
    }

    [Fact]
    public void Slices_are_views_of_the_same_memory()
    {
        var x = Count(3, 4);
        Assert.Same(x.Storage, x[1, 2..].Storage);
        Assert.Same(x.Storage, x[.., 1, Slice.NewAxis].Storage);
    }

    [Fact]
    public void Beyond_the_end_the_message_names_the_axis()
    {
        var x = Count(2, 3);
        Assert.Contains("axis 0 of length 2", MessageOf<ArgumentException>(() => _ = x[2]), StringComparison.Ordinal);
        Assert.Contains("axis 1 of length 3", MessageOf<ArgumentException>(() => _ = x[.., 1..4]), StringComparison.Ordinal);
        Assert.Contains("axis 0 of length 2", MessageOf<ArgumentException>(() => _ = x[^3]), StringComparison.Ordinal);
        Assert.Contains("Count from the end with ^1", MessageOf<ArgumentException>(() => _ = x[-1]), StringComparison.Ordinal);
        Assert.Contains("has 2 axes", MessageOf<ArgumentException>(() => _ = x[0, 0, 0]), StringComparison.Ordinal);
        Assert.Contains("Use Item()", MessageOf<ArgumentException>(() => _ = x[0, 0][0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_takes_what_is_true()
    {
        Tensor x = [[1, 5], [7, 2]];
        Holds(x[x > 2], [2], 5, 7);
        Holds(x[x > 9], [0]);
        Holds(x[x.Sum(1) > 8], [1, 2], 7, 2);
        Assert.Contains("mask of [3] does not fit [2, 2]",
            MessageOf<ArgumentException>(() => _ = x[Tensor.Zeros(3) > 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_tensor_takes_rows()
    {
        var x = Count(3, 2);
        Holds(x[Tensor.From([2, 0, 2])], [3, 2], 4, 5, 0, 1, 4, 5);
        Assert.Equal([2, 1, 2], x[Tensor.From([0, 1], [2, 1])].Shape);
        Holds(Count(4)[Tensor.From([3, 1])], [2], 3, 1);
        Holds(x[Tensor.From([1])[0]], [2], 2, 3);
        Assert.Contains("lies outside axis 0 of length 3",
            MessageOf<ArgumentException>(() => _ = x[Tensor.From([3])]), StringComparison.Ordinal);
        Assert.Contains(".To(DType.Int32)", MessageOf<ArgumentException>(() => _ = x[Tensor.Ones(1)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Gather_looks_up_along_an_axis()
    {
        var x = Count(2, 3);
        Holds(x.Gather(1, Tensor.From([2, 0], [2, 1])), [2, 1], 2, 3);
        Holds(x.Gather(0, Tensor.From([1, 0, 1], [1, 3])), [1, 3], 3, 1, 5);
        Assert.Contains("as many axes", MessageOf<ArgumentException>(() => x.Gather(0, Tensor.From([0]))), StringComparison.Ordinal);
        Assert.Contains("int32", MessageOf<ArgumentException>(() => x.Gather(0, Tensor.Zeros(1, 3))), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_named_twice_get_both_gradients()
    {
        var x = Count(3, 2).RequireGrad();
        x[Tensor.From([1, 1, 2])].Sum().Backward();
        Holds(x.Grad!, [3, 2], 0, 0, 2, 2, 1, 1);
    }

    [Fact]
    public void Foreach_walks_over_rows()
    {
        var sums = new List<double>();
        foreach (var row in Count(3, 2))
            sums.Add(row.Sum().Item());
        Assert.Equal([1, 5, 9], sums);
    }

    [Fact]
    public void Parts_can_be_written()
    {
        var x = Tensor.Zeros(2, 3);
        x[0] = 1;
        x[1, ^1] = 5;
        x[.., 1] = Tensor.Stack(7, 8);
        Holds(x, [2, 3], 1, 7, 1, 0, 8, 5);
        x[x > 6] = -1;
        Holds(x, [2, 3], 1, -1, 1, 0, -1, 5);
        x[Tensor.From([1])] = Tensor.Stack(4, 4, 4);
        Holds(x, [2, 3], 1, -1, 1, 4, 4, 4);
        x.T[0] = 9;
        Holds(x, [2, 3], 9, -1, 1, 9, 4, 4);
    }

    [Fact]
    public void Writing_over_itself_reads_first()
    {
        var x = Count(4);
        x[1..] = x[..^1];
        Holds(x, [4], 0, 0, 1, 2);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros(2, 3)[0] = Tensor.Ones(2));

    [Fact]
    public void A_repeated_tensor_cannot_be_written() => Assert.Contains("Clone() it first",
        MessageOf<InvalidOperationException>(() => Tensor.Zeros(1).Expand(3).Assign(1)), StringComparison.Ordinal);
}
