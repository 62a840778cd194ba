using Backprop.Display;

namespace Backprop.Tests.Notebook.Plots;

public class TrainingPlotTests
{
    [Fact]
    public void Rates_grow_by_the_same_factor_and_losses_are_those_of_the_steps()
    {
        // One weight, loss w²/2 on one example: each step multiplies w by 1 − η.
        Sequential net = [new Linear(1, 1, bias: false) { Weight = Tensor.Ones(1, 1).RequireGrad() }];
        var data = new TensorDataset(Tensor.Ones(1, 1), Tensor.Zeros(1, 1));
        LearningRateFinder finder = LearningRateFinder.Run(
            net, data, (p, t) => (p - t).Square().Sum() / 2, from: 0.001, to: 1, steps: 10);

        double w = 1;
        for (int i = 0; i < 10; i++)
        {
            double rate = 0.001 * Math.Pow(1000, i / 9.0);
            Assert.Equal(rate, finder.Rates[i], 12);
            Assert.Equal(w * w / 2, finder.Losses[i], 5);
            w *= 1 - rate;
        }
        Assert.Equal(0.5, finder.SmoothLosses[0], 6);
        Assert.False(finder.HasExploded);
    }

    [Fact]
    public void The_finder_stops_where_the_loss_explodes()
    {
        Sequential net = [new Linear(1, 1, bias: false) { Weight = Tensor.Ones(1, 1).RequireGrad() }];
        var data = new TensorDataset(Tensor.Ones(1, 1), Tensor.Zeros(1, 1));
        LearningRateFinder finder = LearningRateFinder.Run(
            net, data, (p, t) => (p - t).Square().Sum() / 2, from: 0.01, to: 1000, steps: 60);
        Assert.True(finder.HasExploded);
        // With a rate above 2 the weight grows.
        Assert.InRange(finder.Rates[^1], 2, 200);
        Assert.True(finder.Suggested < finder.Lowest);
        Assert.Contains("it explodes", Plot.LearningRateFinder(finder).Finding, StringComparison.Ordinal);
        Assert.StartsWith("learning rate ", finder.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schedules_are_drawn_with_the_rates_they_give()
    {
        Figure figure = Plot.Schedules(
            10, 0.1, ("halved", new StepDecay(every: 5, factor: 0.5)), ("kept", new StepDecay(100, 0.5)));
        Assert.Contains("halved goes from 0.1 to 0.025", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("kept goes from 0.1 to 0.1", figure.Finding, StringComparison.Ordinal);
        Figure twice = Plot.Schedules(10, 0.1, new StepDecay(5, 0.5), new StepDecay(2, 0.5));
        Assert.Contains("StepDecay 2 goes", twice.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_ranks_by_the_last_loss()
    {
        Figure figure = Plot.Compare(("slow", Fit(0.001)), ("fast", Fit(0.2)));
        Assert.StartsWith("Lowest at the end is fast with ", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("fast reached the last loss of slow at epoch", figure.Finding, StringComparison.Ordinal);
        Assert.Equal("training loss", figure.Subject);
    }

    [Fact]
    public void Learning_curves_say_where_the_held_back_loss_was_lowest()
    {
        Figure figure = Plot.LearningCurves(Fit(0.2, Datasets.Moons(20, seed: 2)));
        Assert.Contains("held-back examples", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(["loss", "accuracy"], figure.Charts.Select(c => c.Layout.Title));
    }

    [Fact]
    public void A_confusion_is_counted_and_the_most_common_mix_up_named()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(
            Tensor.From([0, 0, 1, 1, 1, 1]), Tensor.From([0, 0, 0, 0, 1, 1]), ["cat", "dog"]);
        Figure figure = Plot.Confusion(matrix);
        Assert.Equal("66.7 % are right. Most common mix-up: cat read as dog, 2 of 4 times.", figure.Finding);
    }

    [Fact]
    public void A_perfect_score_has_area_1_and_a_known_one_its_own()
    {
        Tensor labels = Tensor.From([0, 0, 1, 1]);
        Assert.Equal("AUC 1.0000", Plot.Roc(Tensor.From([0.1, 0.2, 0.8, 0.9]), labels).Extent);
        // One of four pairs is in the wrong order.
        Assert.Equal("AUC 0.7500", Plot.Roc(Tensor.From([0.1, 0.4, 0.35, 0.8]), labels).Extent);
        // Precision 1, 1/2, 2/3 at the thresholds 0.8, 0.4, 0.35: (1 + 2/3) / 2.
        Assert.Equal(
            "average precision 0.8333", Plot.PrecisionRecall(Tensor.From([0.1, 0.4, 0.35, 0.8]), labels).Extent);
    }

    [Fact]
    public void Attention_names_the_strongest_look()
    {
        Tensor weights = Tensor.From([0.9, 0.1, 0.2, 0.8], [2, 2]);
        string finding = Plot.Attention(weights, ["cat", "it"], ["it", "cat"]).Finding;
        Assert.Contains("“cat” looks most at “it” (90 %)", finding, StringComparison.Ordinal);
        Assert.Contains(
            "spread as over 1 equal shares", Plot.Attention(Tensor.Eye(3)).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_outside_are_text_and_never_markup()
    {
        const string evil = "<script>alert(1)</script>\"'&";
        NotebookDefaults.Register();
        object[] figures =
        [
            Plot.Schedules(5, 0.1, (evil, new StepDecay(2, 0.5))),
            Plot.Compare((evil, Fit(0.1))),
            Plot.Attention(Tensor.Eye(2), [evil, "b"]),
            Plot.Embedding(Tensor.Eye(2), names: [evil, "b"]),
            Plot.Confusion(ConfusionMatrix.Of(Tensor.From([0, 1]), Tensor.From([0, 1]), [evil, "b"])),
            Plot.Roc((evil, RocCurve.Of(Tensor.From([0.1, 0.9]), Tensor.From([0, 1])))),
        ];
        Assert.All(figures, figure =>
        {
            string html = (string)Formatter.ToBundle(figure).Formats[MimeBundle.Html];
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Backprop.Tests.Display.Markup.AssertWellFormed(html);
        });
    }

    [Fact]
    public void What_does_not_fit_is_said_with_the_next_step()
    {
        AssertError(() => Plot.Compare(), "not 0", "(\"SGD\", history)");
        AssertError(() => Plot.Compare(("a", new History())), "a has no step", "Train it first");
        AssertError(() => Plot.LearningCurves(new History()), "no finished epoch", "Train for one");
        AssertError(() => Plot.Schedules(0, 0.1, new StepDecay(2, 0.5)), "not 0", "steps");
        AssertError(() => Plot.Confusion(new ConfusionMatrix()), "is empty", "Add predictions");
        AssertError(() => Plot.Roc(Tensor.From([0.1, 0.2]), Tensor.From([1, 1])), "both positives and negatives");
        AssertError(() => Plot.Attention(Tensor.Full([2, 2], 0.4)), "row 0 of head 0 sums to 0.8", "softmax");
        AssertError(() => Plot.Attention(Tensor.Eye(2), ["a"]), "1 names for 2 queries", "Each needs one");
        AssertError(() => Plot.Attention(Tensor.Ones(2)), "not [2]", "weights[0]");
        Sequential net = PlotGallery.Small();
        AssertError(() => Plot.LearningRateFinder(net, PlotGallery.Moons, PlotGallery.Loss, from: 0),
            "begin at 0", "1e-6");
        AssertError(() => Plot.LearningRateFinder(net, PlotGallery.Moons, PlotGallery.Loss, steps: 3), "3 steps",
            "100 is usual");
    }

    private static void AssertError(Func<object> action, params string[] words)
    {
        string message = Assert.ThrowsAny<ArgumentException>(action).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }

    private static History Fit(double rate, TensorDataset? validation = null)
    {
        Sequential net = PlotGallery.Small();
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters) { LearningRate = rate },
            Loss = PlotGallery.Loss,
            Metrics = [new Accuracy()],
        };
        return trainer.Fit(PlotGallery.Moons, epochs: 4, shuffle: false, validation: validation);
    }
}
