using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class PaddingTests
{
    [Fact]
    public void Images_get_a_rim()
    {
        Tensor x = [[1, 2], [3, 4]];
        Holds(x.Pad(1), [4, 4], 0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0);
        Holds(x.Pad((0, 1), value: -1), [2, 4], -1, 1, 2, -1, -1, 3, 4, -1);
        Assert.Equal([5, 3, 8, 6], Tensor.Ones(5, 3, 4, 4).Pad((2, 1)).Shape);
    }

    [Fact]
    public void One_axis_grows_in_front_or_behind()
    {
        Tensor x = [[1, 2], [3, 4]];
        Holds(x.Pad(axis: 0, before: 1, after: 0), [3, 2], 0, 0, 1, 2, 3, 4);
        Holds(x.Pad(axis: -1, before: 0, after: 2, value: 9), [2, 4], 1, 2, 9, 9, 3, 4, 9, 9);
        Holds(Tensor.From([7]).Pad(axis: 0, before: 2, after: 1, value: -100), [4], -100, -100, 7, -100);
    }

    [Fact]
    public void The_type_stays_and_a_view_is_padded_as_it_is_seen()
    {
        Assert.Equal(DType.Int32, Tensor.From([1, 2]).Pad(0, 1, 1).DType);
        Assert.Equal(DType.Bool, Tensor.From([true]).Pad(0, 1, 1).DType);
        Holds(Count(2, 3).T.Pad(axis: 1, before: 0, after: 1), [3, 3], 0, 3, 0, 1, 4, 0, 2, 5, 0);
    }

    [Fact]
    public void Nothing_to_add_changes_nothing_and_an_empty_tensor_becomes_all_rim()
    {
        var x = Count(2, 3);
        Assert.Same(x, x.Pad(0));
        Holds(Tensor.Zeros(0).Pad(axis: 0, before: 1, after: 1, value: 5), [2], 5, 5);
    }

    [Fact]
    public void The_rim_has_no_gradient()
    {
        var x = Tensor.From([1.0, 2]).RequireGrad();
        (x.Pad(axis: 0, before: 1, after: 2, value: 3) * Tensor.From([10.0, 20, 30, 40, 50])).Sum().Backward();
        Holds(x.Grad!, [2], 20, 30);
    }

    [Fact]
    public void A_padded_convolution_is_one_of_padded_images()
    {
        Tensor x = Noise([2, 2, 5, 4]), w = Noise([3, 2, 3, 3], 2);
        var padded = x.Conv2d(w, padding: (2, 1));
        IsNear(x.Pad((2, 1)).Conv2d(w), padded.Shape, 1e-13, padded.ToArray<double>());
    }

    [Fact]
    public void What_cannot_be_padded_is_refused_with_what_to_do()
    {
        Assert.Contains("x[1..^1]", MessageOf<ArgumentException>(() => Count(2, 3).Pad(-1)), StringComparison.Ordinal);
        Assert.Contains("0 and -2 elements along axis 1",
            MessageOf<ArgumentException>(() => Count(2, 3).Pad(axis: -1, before: 0, after: -2)), StringComparison.Ordinal);
        Assert.Contains("axis: 0", MessageOf<ArgumentException>(() => Count(3).Pad(1)), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Count(3).Pad(axis: 1, before: 1, after: 1));
    }
}
