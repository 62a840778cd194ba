namespace Backprop.Tests.Notebook.Plots;

public class BoundaryTests
{
    private static readonly Tensor Corners = Tensor.From([0.0, 0, 1, 0, 0, 1, 1, 1], [4, 2], DType.Float32);

    [Fact]
    public void One_output_from_0_to_1_is_a_probability_and_any_other_a_logit()
    {
        Tensor labels = Tensor.From([0, 1, 0, 1]);
        BoundaryMap share = Map(x => x[.., 0].Sigmoid(), labels);
        Assert.Equal("output = 0.5", share.Rule);
        BoundaryMap logit = Map(x => (x[.., 0] - 0.5) * 4, labels);
        Assert.Equal("logit = 0", logit.Rule);
        Assert.Equal(1, logit.Accuracy);
        Assert.Equal("logit = 3", Map(x => x[.., 0] * 4, labels, threshold: 3).Rule);
    }

    [Fact]
    public void The_map_holds_what_the_function_says_at_each_point_of_the_grid()
    {
        BoundaryMap map = Map(x => x[.., 0] * 4 - x[.., 1], Tensor.From([0, 1, 0, 1]));
        foreach ((int i, int j) in new[] { (0, 0), (10, 30), (53, 71) })
            Assert.Equal(Math.Tanh(((map.Xs[j] * 4) - map.Ys[i]) / 2), map.Sureness[i, j], 5);
    }

    [Fact]
    public void Of_two_outputs_the_difference_of_the_probabilities_decides()
    {
        BoundaryMap map = Map(x => Tensor.Stack([-x[.., 0], x[.., 0]], 1), Tensor.From([0, 1, 0, 1]));
        Assert.True(map.IsTwoClass);
        double x = map.Xs[60];
        Assert.Equal(Math.Tanh(x), map.Sureness[5, 60], 5);
    }

    [Fact]
    public void Of_three_outputs_each_boundary_is_a_line_of_its_own()
    {
        BoundaryMap map = Map(
            x => Tensor.Stack([x[.., 0] * 0, x[.., 0] - 0.5, x[.., 1] - 0.5], 1), Tensor.From([0, 1, 2, 2]));
        Assert.False(map.IsTwoClass);
        Assert.Equal(2, map.Margins.Count);
        Assert.Equal(0.75, map.Accuracy);
        Assert.All(map.Sureness.Cast<double>(), s => Assert.InRange(s, 0, 1));
    }

    [Fact]
    public void A_recorder_looks_at_round_epochs_and_at_the_last()
    {
        var film = new BoundaryRecorder(PlotGallery.Moons);
        Train(film, epochs: 7);
        Assert.Equal([0, 1, 2, 5, 7], film.Epochs);
        Assert.Equal(5, film.Accuracies.Count);
        var asked = new BoundaryRecorder(PlotGallery.Moons, epochs: [0, 3]);
        Train(asked, epochs: 4);
        Assert.Equal([0, 3, 4], asked.Epochs);
    }

    [Fact]
    public void What_does_not_fit_is_said_with_the_next_step()
    {
        Tensor labels = Tensor.From([0, 1, 0, 1]);
        AssertError(() => Plot.DecisionBoundary(x => x[.., 0], Tensor.Ones(4, 3), labels),
            "[n, 2], not [4, 3]", "x[.., ..2]");
        AssertError(() => Plot.DecisionBoundary(x => x[.., 0], Corners, Tensor.From([0, 1])), "4 points",
            "labels of shape [2]");
        AssertError(() => Plot.DecisionBoundary(x => x[.., 0], Corners, Tensor.From([0, 1, 2, 2])), "2 classes",
            "3 outputs");
        AssertError(() => Plot.DecisionBoundary(x => x, Corners, Tensor.From([0, 1, 2, 2])), "classes 0 to 1",
            "label is 2");
        AssertError(() => Plot.DecisionBoundary(x => x.Sum(), Corners, labels), "gave []", "one row of scores");
        AssertError(() => Plot.DecisionBoundary(x => x[.., 0].Log(), Corners - 3, labels), "NaN or ∞", "diverge");
        AssertError(() => Plot.DecisionBoundary(new BoundaryRecorder(Corners, labels)), "nothing", "Callbacks");
        var film = new BoundaryRecorder(PlotGallery.Moons);
        film.Record(PlotGallery.Small(), 4);
        AssertError(() => { film.Record(PlotGallery.Small(), 4); return film; }, "Epoch 4 comes after epoch 4",
            "new BoundaryRecorder");
    }

    private static BoundaryMap Map(Layer function, Tensor labels, double? threshold = null) =>
        BoundaryMap.Of(function, new BoundaryData(Corners, labels, "test"), threshold, "test");

    private static void AssertError(Func<object> action, params string[] words)
    {
        string message = Assert.ThrowsAny<ArgumentException>(action).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }

    internal static Sequential Train(BoundaryRecorder? film, int epochs)
    {
        Sequential net = [new Linear(2, 6), new Tanh(), new Dropout(0.2), new Linear(6, 2)];
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = 0.05 },
            Loss = PlotGallery.Loss,
            Callbacks = film is null ? [] : [film],
        };
        trainer.Fit(PlotGallery.Moons, epochs);
        return net;
    }
}
