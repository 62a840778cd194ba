using Backprop.Display;

namespace Backprop.Tests.Display;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.4831, "0.483")]
    [InlineData(-0.8944, "−0.894")]
    [InlineData(2.6712e-4, "2.67e−4")]
    [InlineData(0.0009999, "0.00100")]
    [InlineData(99_999.9, "1.00e5")]
    [InlineData(15_360.0, "15\u202F360")]
    [InlineData(8700.0, "8700")]
    [InlineData(1.0, "1.00")]
    [InlineData(0.0, "0")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "−Inf")]
    [InlineData(1e-300, "1.00e−300")]
    public void Significant_digits(double value, string expected) =>
        Assert.Equal(expected, NumberText.Significant(value));

    [Theory]
    [InlineData(-0.391, 2, "−0.39")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(0.0, 2, "0.00")]
    [InlineData(1_234_567.891, 1, "1\u202F234\u202F567.9")]
    [InlineData(-12345.0, 0, "−12\u202F345")]
    public void Fixed_decimals(double value, int decimals, string expected) =>
        Assert.Equal(expected, NumberText.Fixed(value, decimals));

    [Theory]
    [InlineData(192, "192 B")]
    [InlineData(32_768, "32 KiB")]
    [InlineData(61_440_000, "58.59 MiB")]
    public void Memory(long bytes, string expected) => Assert.Equal(expected, NumberText.Bytes(bytes));

    [Theory]
    [InlineData(52_138, "52.1 k")]
    [InlineData(9_999, "9999")]
    [InlineData(2_100_000, "2.1 M")]
    public void Big_counts_in_short(double value, string expected) => Assert.Equal(expected, NumberText.Short(value));

    [Fact]
    public void Shares_and_times()
    {
        Assert.Equal("94.4 %", NumberText.Percent(0.9444));
        Assert.Equal("35 ms", NumberText.Duration(TimeSpan.FromMilliseconds(35)));
        Assert.Equal("0.4 s", NumberText.Duration(TimeSpan.FromSeconds(0.4)));
        Assert.Equal("2 min 10 s", NumberText.Duration(TimeSpan.FromSeconds(130)));
    }
}
