namespace Backprop.Tests.Notebook.Plots;

public class PathTests
{
    private static readonly (double X, double Y) Start = (-4, 1);

    [Fact]
    public void Plain_descent_zigzags_through_the_points_computed_by_hand()
    {
        // x shrinks by 1 − 2η, y by 1 − 8η.
        DescentPath path = Walk(2, p => new Sgd(p) { LearningRate = 0.2 });
        AssertClose([-4, -2.4, -1.44], path.X);
        AssertClose([1, -0.6, 0.36], path.Y);
        AssertClose([20, 7.2, 2.592], path.Losses);
    }

    [Fact]
    public void Steps_that_are_too_long_leave_the_valley()
    {
        DescentPath path = Walk(50, p => new Sgd(p) { LearningRate = 0.26 });
        Assert.Equal(4 * Math.Pow(1.08, 100) + 16 * Math.Pow(0.48, 100), path.Losses[^1], 6);
        Assert.Contains("ended higher than the "
            + "start", Of(50, p => new Sgd(p) { LearningRate = 0.26 }).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Momentum_and_Nesterov_end_where_the_lessons_say()
    {
        Assert.Equal(0.18447, Walk(10, p => new Sgd(p) { LearningRate = 0.1 }).Losses[^1], 5);
        Assert.Equal(0.01716, Walk(10, p => new Sgd(p) { LearningRate = 0.1, Momentum = 0.5 }).Losses[^1], 5);
        Assert.Equal(0.00193, Walk(10, p => new Nesterov(p) { LearningRate = 0.1, Momentum = 0.5 }).Losses[^1], 5);
    }

    [Fact]
    public void A_figure_names_each_optimizer_with_its_rate_and_its_loss()
    {
        Figure figure = Of(15, p => new Sgd(p) { LearningRate = 0.24 }, p => new Adam(p) { LearningRate = 0.5 });
        Assert.Contains("by Sgd (rate 0.24)", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("by Adam (rate 0.5)", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(2, figure.Charts.Count);
        Assert.All(figure.Charts, c => Assert.Contains("start", c.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_into_infinity_is_still_drawn()
    {
        Figure figure = Of(2000, p => new Sgd(p) { LearningRate = 1 });
        Assert.Contains("ended higher than the start", figure.Finding, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", figure.Charts[0].ToSvg(340, 200).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_surface_finds_its_lowest_point_and_reports_holes()
    {
        Figure figure = Plot.LossSurface((x, y) => (x - 1).Square() + (y * y) + 3, x: (-4, 4), y: (-4, 4));
        Assert.Contains("lowest at (1, 0) with 3", figure.Finding, StringComparison.Ordinal);
        Figure log = Plot.LossSurface((x, y) => x.Log() + (y * y), x: (-1, 1), y: (-1, 1));
        Assert.Contains("it is not finite", log.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_said_with_the_next_step()
    {
        string sum = Assert.Throws<ArgumentException>(() =>
            Plot.LossSurface((x, y) => (x * y).Sum(), (-1, 1), (-1, 1))).Message;
        Assert.Contains("gave []", sum, StringComparison.Ordinal);
        Assert.Contains("no Sum() or Mean()", sum, StringComparison.Ordinal);
        string range = Assert.Throws<ArgumentException>(() =>
            Plot.LossSurface(PlotGallery.Bowl, (1, -1), (-1, 1))).Message;
        Assert.Contains("from 1 to −1", range, StringComparison.Ordinal);
        Assert.Contains("not 0", Assert.Throws<ArgumentException>(() => Of(5)).Message, StringComparison.Ordinal);
        string steps = Assert.Throws<ArgumentException>(() => Of(0, p => new Sgd(p))).Message;
        Assert.Contains("1 to 5000 steps", steps, StringComparison.Ordinal);
    }

    private static Figure Of(int steps, params Func<IReadOnlyList<Tensor>, Optimizer>[] optimizers) =>
        Plot.Paths(PlotGallery.Bowl, Start, steps, optimizers);

    private static DescentPath Walk(int steps, Func<IReadOnlyList<Tensor>, Optimizer> optimizer) =>
        DescentPath.Walk(PlotGallery.Bowl, Start, steps, optimizer);

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
    }
}
