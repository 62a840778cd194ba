using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class ScalerTests
{
    [Fact]
    public void Standardised_ages_have_mean_0_and_deviation_1()
    {
        Tensor y = new Standardizer().FitTransform(Datasets.Insurance.ToTensor("age"));
        Assert.Equal(0, y.Mean().Item(), 1e-6);
        Assert.Equal(1, y.Std(unbiased: false).Item(), 1e-6);
    }

    [Fact]
    public void Each_step_does_to_a_small_table_what_its_formula_says()
    {
        Tensor x = Tensor.From([1.0, 10, 3, 30], [2, 2], DType.Float64);
        Holds(new MeanCentering().FitTransform(x), [2, 2], -1, -10, 1, 10);
        Holds(new Standardizer().FitTransform(x), [2, 2], -1, -1, 1, 1);
        Holds(new MinMaxScaler().FitTransform(x), [2, 2], 0, 0, 1, 1);
        Holds(new MinMaxScaler(-1, 1).FitTransform(x), [2, 2], -1, -1, 1, 1);
    }

    [Fact]
    public void Test_data_is_treated_with_the_statistics_of_the_training_data()
    {
        var scaler = new Standardizer();
        scaler.Fit(Tensor.From([0.0, 2], [2, 1]));
        Holds(scaler.Transform(Tensor.From([3.0, 5, 7], [3, 1])), [3, 1], 2, 4, 6);
        var range = new MinMaxScaler();
        range.Fit(Tensor.From([0.0, 2], [2, 1]));
        Holds(range.Transform(Tensor.From([-2.0, 4], [2, 1])), [2, 1], -1, 2);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0)]
    [InlineData(-1e9)]
    public void A_column_that_is_everywhere_the_same_becomes_one_plain_number(double same)
    {
        // The mean of three times 0.1 is not 0.1 in floating point.
        Tensor x = Tensor.From([same, 1, same, 2, same, 4], [3, 2], DType.Float64);
        Assert.All(new Standardizer().FitTransform(x)[.., 0].ToArray<double>(), y => Assert.Equal(0, y));
        Assert.All(new MinMaxScaler(2, 5).FitTransform(x)[.., 0].ToArray<double>(), y => Assert.Equal(2, y));
        foreach (Preprocessor step in new Preprocessor[] { new Standardizer(), new MinMaxScaler(2, 5), new MeanCentering() })
            IsNear(step.Inverse(step.FitTransform(x)), [3, 2], 1e-12, same, 1, same, 2, same, 4);
    }

    [Fact]
    public void The_inverse_restores_what_was_transformed()
    {
        Arbitrary<(int Rows, int Columns, int Seed)> tables = Arb.From(
            from rows in Gen.Choose(1, 12)
            from columns in Gen.Choose(1, 6)
            from seed in Gen.Choose(0, 10_000)
            select (rows, columns, seed));
        Prop.ForAll(tables, t =>
        {
            Tensor x = Noise([t.Rows, t.Columns], t.Seed) * 1000 + 300;
            Preprocessor[] steps = [new MeanCentering(), new Standardizer(), new MinMaxScaler(-3, 2)];
            return steps.All(step => IsClose(step.Inverse(step.FitTransform(x)), x, 1e-9));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(DType.Float32, DType.Float32)]
    [InlineData(DType.Float64, DType.Float64)]
    [InlineData(DType.Int32, DType.Float32)]
    public void Results_have_the_type_of_what_comes_in(DType from, DType to)
    {
        Tensor x = Tensor.From([1.0, 2, 3, 5], [4, 1], DType.Float64).To(from);
        var scaler = new Standardizer();
        Assert.Equal(to, scaler.FitTransform(x).DType);
        Assert.Equal(to, scaler.Inverse(x).DType);
    }

    [Fact]
    public void Small_differences_between_large_numbers_survive_in_float32()
    {
        Tensor years = Tensor.From([2000f, 2001f, 2002f, 2004f], [4, 1]);
        Tensor exact = new Standardizer().FitTransform(years.To(DType.Float64));
        IsNear(new Standardizer().FitTransform(years), [4, 1], 1e-6, exact.ToArray<double>());
    }

    [Fact]
    public void Gradients_flow_back_through_a_transform()
    {
        var scaler = new Standardizer();
        scaler.Fit(Tensor.From([0.0, 4], [2, 1]));
        Tensor x = Tensor.Ones(3, 1).RequireGrad();
        scaler.Transform(x).Sum().Backward();
        Holds(x.Grad!, [3, 1], 0.5, 0.5, 0.5);
    }

    [Fact]
    public void Bad_input_is_named_with_its_place()
    {
        var scaler = new Standardizer();
        Complaint.Says<InvalidOperationException>("Fit(x)", () => scaler.Transform(Tensor.Ones(2, 2)));
        Complaint.Says<ArgumentException>("Unsqueeze(1)", () => scaler.Fit(Tensor.Ones(4)));
        Complaint.Says<ArgumentException>("no numbers", () => scaler.Fit(Tensor.Zeros(0, 3)));
        Tensor holes = Tensor.From([1, 2, 3, double.NaN], [2, 2]);
        Complaint.Says<ArgumentException>("row 1, column 1: it holds NaN", () => scaler.Fit(holes));
        Assert.False(scaler.IsFitted);
        scaler.Fit(Tensor.Ones(2, 3));
        Complaint.Says<ArgumentException>("fitted to 3 columns, but [2, 4] has 4", () => scaler.Transform(Tensor.Ones(2, 4)));
        Assert.ThrowsAny<ArgumentException>(() => new MinMaxScaler(1, 1));
    }

    internal static bool IsClose(Tensor a, Tensor b, double tolerance) =>
        a.Shape == b.Shape && a.ToArray<double>().Zip(b.ToArray<double>())
            .All(pair => Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, Math.Abs(pair.Second)));
}
