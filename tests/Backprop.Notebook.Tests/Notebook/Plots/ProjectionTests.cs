using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace Backprop.Tests.Notebook.Plots;

public class ProjectionTests
{
    private static Tensor Cloud
    {
        get
        {
            double[] waves = NotebookGallery.Waves(120);
            // Three features, the first of which varies most.
            double[] widths = [5, 2, 0.5];
            return Tensor.From(waves.Select((v, i) => v * widths[i % 3]).ToArray(), [40, 3], DType.Float64);
        }
    }

    [Fact]
    public void Shares_of_the_variance_are_those_of_the_covariance_matrix()
    {
        Matrix<double> rows = Matrix<double>.Build.DenseOfRowMajor(40, 3, Cloud.ToArray<double>());
        Matrix<double> covariance = Matrix<double>.Build.Dense(3, 3,
            (i, j) => ArrayStatistics.Covariance([.. rows.Column(i)], [.. rows.Column(j)]));
        double[] values = [.. covariance.Evd().EigenValues.Select(v => v.Real).OrderDescending()];

        double[] shares = Projection.Of(Cloud, "test").Shares!;
        Assert.All(shares.Zip(values), pair => Assert.Equal(pair.Second / values.Sum(), pair.First, 10));
        Assert.Equal(1, shares.Sum(), 10);
    }

    [Fact]
    public void Fewer_rows_than_features_are_turned_the_same_way()
    {
        // Ten rows of 30 features: the covariance is 30 × 30, but the products of the rows are 10 × 10.
        Tensor wide = Tensor.From(NotebookGallery.Waves(300), [10, 30], DType.Float64);
        var pca = new Pca();
        double[] scores = pca.FitTransform(wide)[.., 0].ToArray<double>();
        Projection map = Projection.Of(wide, "test");
        double[] shares = pca.ExplainedVarianceRatio.ToArray<double>();
        Assert.All(map.Shares!.Zip(shares), p => Assert.Equal(p.Second, p.First, 8));
        double sign = Math.Sign(scores[0] * map.X[0]);
        Assert.All(map.X.Zip(scores), p => Assert.Equal(p.Second * sign, p.First, 6));
    }

    [Fact]
    public void The_first_coordinate_varies_as_much_as_the_first_eigenvalue_says()
    {
        Projection map = Projection.Of(Cloud, "test");
        double total = Enumerable.Range(0, 3).Sum(c => ArrayStatistics.Variance([.. Cloud[.., c].ToArray<double>()]));
        Assert.Equal(map.Shares![0] * total, ArrayStatistics.Variance(map.X), 8);
        Assert.Equal(map.Shares[1] * total, ArrayStatistics.Variance(map.Y), 8);
    }

    [Fact]
    public void Points_of_the_plane_are_drawn_where_they_are()
    {
        Projection map = Projection.Of(Cloud[.., ..2], "test");
        Assert.Null(map.Shares);
        Assert.Equal(Cloud[.., 0].ToArray<double>(), map.X);
        Assert.Equal(Cloud[.., 1].ToArray<double>(), map.Y);
    }

    [Fact]
    public void A_figure_says_how_much_of_the_variance_is_seen()
    {
        Figure figure = Plot.Pca(Cloud);
        Assert.Contains("The first axis holds ", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("of 3 hold 90 % or more.", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("2 principal axes", Plot.Embedding(Cloud).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clouds_far_apart_have_neighbours_of_their_own_class()
    {
        Tensor points = Tensor.From([0.0, 0, 1, 0, 0, 1, 50, 50, 51, 50, 50, 51], [6, 2]);
        Figure figure = Plot.Embedding(points, Tensor.From([0, 0, 0, 1, 1, 1]));
        Assert.Contains("100 %", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("Each label stands at the mean", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_said_with_the_next_step()
    {
        AssertError(() => Plot.Embedding(Cloud.Reshape(-1)), "[n, features], not [120]", "Reshape");
        AssertError(() => Plot.Embedding(Cloud, Tensor.From([1, 2])), "40 points", "labels of shape [2]");
        AssertError(() => Plot.Embedding(Cloud, Tensor.Full([40], 0.5)), "label 0 is 0.5", "regression");
        AssertError(() => Plot.Embedding(Cloud, names: ["a"]), "1 names for 40 points", "Each needs one");
        AssertError(() => Plot.Embedding(Cloud / 0.0), "NaN or ∞", "Take those rows out");
        AssertError(() => Plot.Pca(Cloud[..1]), "one principal axis only", "3 points or more");
    }

    private static void AssertError(Func<object> action, params string[] words)
    {
        string message = Assert.ThrowsAny<ArgumentException>(action).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }
}
