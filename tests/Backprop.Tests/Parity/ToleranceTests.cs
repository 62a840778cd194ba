namespace Backprop.Tests.Parity;

public class ToleranceTests
{
    private static readonly Numbers Two = new([1, 2], [1, -4]);

    [Fact]
    public void A_number_within_the_tolerance_passes()
    {
        Tolerance.Float32.Check("y", [1 + 1.0e-5, -4 - 4.0e-5], Two);
        Tolerance.Float64.Check("y", [1 + 1.0e-10, -4 - 4.0e-10], Two);
    }

    [Fact]
    public void A_number_beyond_it_fails_and_the_message_names_the_worst_index()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Tolerance.Float32.Check("gelu, y", [1.001, -4.5], Two));
        Assert.Equal(
            "gelu, y: 2 numbers are off, the worst at [0, 1]: -4.5, PyTorch has -4; 0.5 apart, 4.01E-05 allowed.",
            failure.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_a_number_fails(double bad) =>
        Assert.ThrowsAny<Exception>(() => Tolerance.Float32.Check("y", [bad, -4], Two));

    [Fact]
    public void Infinity_where_infinity_is_expected_passes() =>
        Tolerance.Float64.Check("y", [double.NegativeInfinity], new Numbers([], [double.NegativeInfinity]));

    [Fact]
    public void Another_count_of_numbers_fails() =>
        Assert.ThrowsAny<Exception>(() => Tolerance.Float32.Check("y", [1], Two));

    [Fact]
    public void Where_PyTorch_itself_loses_digits_its_float64_counts()
    {
        Numbers noisy = new([2], [5e-7, 1]), exact = new([2], [0, 1]);
        Tolerance.Float32.Check("bias", [-4e-7, 1], noisy, exact);
        Assert.ThrowsAny<Exception>(() => Tolerance.Float32.Check("bias", [-4e-7, 1], noisy));
        Assert.ThrowsAny<Exception>(() => Tolerance.Float32.Check("bias", [-7e-7, 1], noisy, exact));
    }
}
