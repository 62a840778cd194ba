namespace Backprop.Tests;

public sealed class SliceTests
{
    private static (int, int) Resolve(Slice slice, int length) => slice.Resolve(0, length);

    [Fact]
    public void Numbers_ranges_and_ends_resolve_as_in_an_array()
    {
        Assert.Equal((2, 1), Resolve(2, 5));
        Assert.Equal((4, 1), Resolve(^1, 5));
        Assert.Equal((1, 2), Resolve(1..3, 5));
        Assert.Equal((0, 5), Resolve(.., 5));
        Assert.Equal((5, 0), Resolve(5.., 5));
    }

    [Fact]
    public void A_step_takes_every_nth_element() => Assert.Equal((1, 2), Resolve(Slice.Every(2, 1..4), 5));

    [Fact]
    public void What_does_not_fit_is_named_with_the_length()
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Resolve(5, 5)).Message;
        Assert.Contains("[5] does not fit axis 0 of length 5", message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Resolve(^6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resolve(2..9, 5));
    }

    [Fact]
    public void A_negative_number_says_how_to_count_from_the_end()
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => (Slice)(-1)).Message;
        Assert.Contains("^1", message);
    }
}
