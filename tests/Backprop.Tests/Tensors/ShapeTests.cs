namespace Backprop.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void A_shape_reads_as_it_is_written() => Assert.Equal("[64, 784]", new Shape(64, 784).ToString());

    [Fact]
    public void A_single_number_has_no_axes_and_one_element()
    {
        Shape one = [];
        Assert.Equal((0, 1, "[]"), (one.Rank, one.Size, one.ToString()));
        Assert.Equal(default, one);
    }

    [Fact]
    public void Shapes_are_equal_by_content()
    {
        Shape a = [2, 3], b = new(2, 3);
        Assert.True(a == b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(a != [3, 2]);
        Assert.True(a != [2, 3, 1]);
    }

    [Fact]
    public void A_shape_spreads_into_a_longer_one()
    {
        Shape inner = [3, 4];
        Shape longer = [2, .. inner];
        Assert.Equal([2, 3, 4], longer);
        Assert.Equal([4], inner[1..]);
        Assert.Equal(4, inner[^1]);
    }

    [Fact]
    public void Broadcasting_aligns_the_last_axes_and_repeats_ones()
    {
        Assert.Equal([5, 2, 3], Shape.Broadcast([2, 1], [5, 1, 3]));
        Assert.Equal([2, 3], Shape.Broadcast([2, 3], []));
        Assert.Equal([2, 0], Shape.Broadcast([2, 1], [1, 0]));
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_are_both_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Shape.Broadcast([64, 10], [64]));
        Assert.Equal("Shapes [64, 10] and [64] do not broadcast: axis 1 has 10 against 64, and neither is 1.", error.Message);
    }

    [Fact]
    public void A_negative_length_and_too_many_elements_are_refused()
    {
        Assert.Contains("negative length", Assert.Throws<ArgumentException>(() => new Shape(2, -1)).Message);
        Assert.Contains("elements", Assert.Throws<ArgumentException>(() => new Shape(70_000, 70_000)).Message);
        Assert.Contains("elements", Assert.Throws<ArgumentException>(() => Shape.Broadcast([70_000, 1], [70_000])).Message);
    }

    [Fact]
    public void A_missing_axis_is_named_with_what_there_is()
    {
        Shape shape = [2, 3];
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => shape[2]).Message;
        Assert.Contains("Shape [2, 3] has 2 axes, so there is no axis 2", message);
        Assert.Equal(1, shape.Axis(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => shape.Axis(-3));
    }

    [Fact]
    public void Strides_of_axes_of_length_one_do_not_matter_for_being_contiguous()
    {
        Assert.True(new Shape(2, 1, 3).IsRowMajor([3, 99, 1]));
        Assert.False(new Shape(2, 3).IsRowMajor([1, 2]));
        Assert.Equal([12, 4, 1], new Shape(2, 3, 4).RowMajorStrides());
    }
}
