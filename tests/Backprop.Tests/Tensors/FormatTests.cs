using System.Globalization;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class FormatTests
{
    [Fact]
    public void Whole_numbers_have_no_decimals() => Assert.Equal("[[ 1,  2],\n [-3, 40]]", Tensor.Stack([1, 2], [-3, 40]).ToString());

    [Fact]
    public void Fractions_have_as_many_decimals_as_they_need_up_to_four()
    {
        Assert.Equal("[0.5, 2.0]", Tensor.Stack(0.5, 2).ToString());
        Assert.Equal("[0.3333, 1.0000]", Tensor.Stack(1.0 / 3, 1).ToString());
        Assert.Equal("0.1", ((Tensor)0.1).ToString());
        Assert.Equal("-7", ((Tensor)(-7)).ToString());
    }

    [Fact]
    public void Very_different_sizes_get_five_digits_each() =>
        Assert.Equal("[    1, 1e-06, 2e+08]", Tensor.Stack(1, 1e-6, 2e8).ToString());

    [Fact]
    public void What_is_no_number_is_spelt_out() =>
        Assert.Equal("[ NaN,  Inf, -Inf,    1]", Tensor.Stack(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1).ToString());

    [Fact]
    public void A_format_is_used_for_each_number()
    {
        Assert.Equal("loss 0.333", $"loss {(Tensor)(1.0 / 3):F3}");
        Assert.Equal("[1.00, 2.50]", $"{Tensor.Stack(1, 2.5):F2}");
        Assert.Equal("0.5", $"{(Tensor)0.5}");
    }

    [Fact]
    public void Truths_are_words() => Assert.Equal("[False,  True]", (Tensor.Stack(1, 3) > 2).ToString());

    [Fact]
    public void More_axes_are_set_apart_by_blank_lines() =>
        Assert.Equal("[[[0, 1],\n  [2, 3]],\n\n [[4, 5],\n  [6, 7]]]", Count(2, 2, 2).ToString());

    [Fact]
    public void Nothing_says_its_shape() => Assert.Equal("[] float32 [0]", Tensor.Zeros(0).ToString());

    [Fact]
    public void Large_tensors_show_both_ends_and_say_their_size() =>
        Assert.Equal("[   0,    1,    2, …, 1997, 1998, 1999] float32 [2000]", Count(2000).ToString());

    [Fact]
    public void Large_matrices_leave_out_rows_and_columns()
    {
        string text = Count(50, 60).ToString();
        Assert.Equal(7, text.Split('\n').Length);
        Assert.StartsWith("[[   0,    1,    2, …,   57,   58,   59],\n", text, StringComparison.Ordinal);
        Assert.Contains("\n …,\n", text, StringComparison.Ordinal);
        Assert.EndsWith("2999]] float32 [50, 60]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_narrow_matrix_shows_all_columns() =>
        Assert.StartsWith("[[   0,    1],\n [   2,    3],\n [   4,    5],\n …,\n", Count(1000, 2).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Text_is_the_same_in_every_language(string culture)
    {
        var was = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("[-0.5,  1.0]", Tensor.Stack(-0.5, 1).ToString());
            Assert.Equal("-0.50", $"{(Tensor)(-0.5):F2}");
            Assert.Contains("[2, 3]", MessageOf<ArgumentException>(() => Tensor.Zeros(2, 3).Reshape(-1, 5)), StringComparison.Ordinal);
            Assert.Contains("0.5", MessageOf<ArgumentException>(() => Tensor.Zeros(1).Clamp(1, 0.5)), StringComparison.Ordinal);
            Assert.Contains("loss 0.5000", new TrainingStep(1, 2, 1, 4, 0.5, 0.5, null, TimeSpan.Zero).ToString(), StringComparison.Ordinal);
        }
        catch (CultureNotFoundException)
        {
            // Without ICU there are no other cultures to go wrong in.
        }
        finally
        {
            CultureInfo.CurrentCulture = was;
        }
    }
}
