using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class PrincipalAxesTests
{
    [Fact]
    public void The_first_axis_follows_a_line_of_points()
    {
        Tensor x = Datasets.FivePoints.ToTensor().To(DType.Float64);
        var pca = new Pca(components: 1);
        Tensor y = pca.FitTransform(x);
        Assert.Equal(new Shape(5, 1), y.Shape);
        // The points lie on y = 0.5 x − 1.5, so one number each says everything.
        double length = Math.Sqrt(1 + 0.25);
        IsNear(pca.Components, [1, 2], 1e-12, 1 / length, 0.5 / length);
        IsNear(pca.ExplainedVarianceRatio, [1], 1e-12, 1);
        IsNear(pca.Inverse(y), [5, 2], 1e-12, x.ToArray<double>());
    }

    [Fact]
    public void Whitened_columns_have_variance_1_and_do_not_vary_together()
    {
        Tensor y = new Whitening().FitTransform(Correlated(50, 4, seed: 3));
        Tensor covariance = y.T.MatMul(y) / 49;
        Assert.True(ScalerTests.IsClose(covariance, Tensor.Eye(4, DType.Float64), 1e-9), covariance.ToString());
        Assert.True(ScalerTests.IsClose(y.Mean(0), Tensor.Zeros([4], DType.Float64), 1e-9));
    }

    [Fact]
    public void All_axes_together_lose_nothing()
    {
        Arbitrary<(int Rows, int Columns, int Seed)> tables = Arb.From(
            from columns in Gen.Choose(1, 6)
            from more in Gen.Choose(1, 8)
            from seed in Gen.Choose(0, 10_000)
            select (columns + more, columns, seed));
        Prop.ForAll(tables, t =>
        {
            Tensor x = Correlated(t.Rows, t.Columns, t.Seed);
            PrincipalAxes[] steps = [new Pca(), new Whitening()];
            return steps.All(step => ScalerTests.IsClose(step.Inverse(step.FitTransform(x)), x, 1e-6)
                && ScalerTests.IsClose(step.Components.MatMul(step.Components.T), Tensor.Eye(t.Columns, DType.Float64), 1e-9));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_direction_without_variance_comes_out_as_zero_and_comes_back()
    {
        Tensor line = Tensor.From([1.0, 2, 5, 2, 4, 5, 3, 6, 5], [3, 3], DType.Float64);
        var whitening = new Whitening();
        Tensor y = whitening.FitTransform(line);
        Assert.All(y[.., 1..].ToArray<double>(), number => Assert.Equal(0, number));
        IsNear(whitening.Inverse(y), [3, 3], 1e-9, line.ToArray<double>());
        Tensor same = Tensor.Ones(4, 2);
        Assert.All(new Whitening().FitTransform(same).ToArray<double>(), number => Assert.Equal(0, number));
        Holds(new Pca().FitTransform(same).Sum(), [], 0);
    }

    [Fact]
    public void Two_fits_agree_to_the_last_bit()
    {
        Tensor x = Correlated(40, 5, seed: 9);
        Assert.Equal(new Pca().FitTransform(x).ToArray<double>(), new Pca().FitTransform(x).ToArray<double>());
    }

    [Fact]
    public void The_largest_entry_of_every_axis_is_positive()
    {
        var pca = new Pca();
        pca.Fit(Correlated(30, 6, seed: 4));
        foreach (Tensor axis in pca.Components)
            Assert.True(axis.Max().Item() > -axis.Min().Item() * (1 - 1e-5));
    }

    [Fact]
    public void Axes_that_the_data_does_not_have_are_refused()
    {
        Complaint.Says<ArgumentException>("at most 2", () => new Pca(3).Fit(Tensor.Rand(9, 2)));
        Complaint.Says<ArgumentException>("2 rows", () => new Whitening().Fit(Tensor.Rand(1, 2)));
        Assert.ThrowsAny<ArgumentException>(() => new Pca(0));
        Assert.Throws<InvalidOperationException>(() => new Pca().Components);
    }

    private static Tensor Correlated(int rows, int columns, int seed) =>
        Noise([rows, columns], seed).MatMul(Noise([columns, columns], seed + 1)) + 5;
}
