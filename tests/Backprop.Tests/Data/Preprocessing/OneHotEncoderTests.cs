using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class OneHotEncoderTests
{
    [Fact]
    public void Each_code_gets_a_column_in_rising_order()
    {
        var encoder = new OneHotEncoder();
        Tensor codes = Tensor.From([5, 2, 9, 2], [4, 1]);
        Tensor y = encoder.FitTransform(codes);
        Holds(y, [4, 3], 0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0);
        Assert.Equal([2, 5, 9], encoder.Categories(0));
        Holds(encoder.Inverse(y), [4, 1], 5, 2, 9, 2);
    }

    [Fact]
    public void Columns_that_are_not_chosen_pass_as_they_are()
    {
        var encoder = new OneHotEncoder(1);
        Tensor x = Tensor.From([0.5, 7, -1, 1.5, 8, -2], [2, 3], DType.Float64);
        Tensor y = encoder.FitTransform(x);
        Holds(y, [2, 4], 0.5, 1, 0, -1, 1.5, 0, 1, -2);
        Holds(encoder.Inverse(y), [2, 3], 0.5, 7, -1, 1.5, 8, -2);
    }

    [Fact]
    public void Probabilities_come_back_as_the_likeliest_code()
    {
        var encoder = new OneHotEncoder();
        encoder.Fit(Tensor.From([4, 6], [2, 1]));
        Holds(encoder.Inverse(Tensor.From([0.3, 0.7, 0.9, 0.1], [2, 2])), [2, 1], 6, 4);
    }

    [Fact]
    public void An_unknown_code_is_named_with_its_place()
    {
        var encoder = new OneHotEncoder();
        encoder.Fit(Tensor.From([1, 2], [2, 1]));
        Complaint.Says<ArgumentException>("code 3 in row 1, column 0", () => encoder.Transform(Tensor.From([1, 3], [2, 1])));
        Complaint.Says<ArgumentException>("no column 5", () => new OneHotEncoder(5).Fit(Tensor.Ones(2, 2)));
    }
}
