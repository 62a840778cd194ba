using System.Text.RegularExpressions;
using Backprop.Display;
using Backprop.Tests.Display;

namespace Backprop.Tests.Notebook;

[Collection(RandomNumbers.Name)]
public partial class HistoryViewTests
{
    [Fact]
    public void A_training_shows_its_losses_and_where_the_validation_was_best()
    {
        NotebookDefaults.Register();
        MimeBundle bundle = Formatter.ToBundle(Train(epochs: 40));
        string html = Timeless((string)bundle.Formats[MimeBundle.Html]);
        Markup.AssertWellFormed(html);
        Assert.Contains("✓ finished", html, StringComparison.Ordinal);
        Assert.Contains("best validation", html, StringComparison.Ordinal);
        Assert.Contains("train", bundle.PlainText, StringComparison.Ordinal);
        Expectation.Html("training", html);
    }

    [Fact]
    public void A_single_pass_is_shown_by_step()
    {
        NotebookDefaults.Register();
        string html = (string)Formatter.ToBundle(Train(epochs: 1)).Formats[MimeBundle.Html];
        Assert.Contains(">step</text>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_an_alarm()
    {
        NotebookDefaults.Register();
        string html = (string)Formatter.ToBundle(Train(epochs: 30, learningRate: 1e6)).Formats[MimeBundle.Html];
        Assert.Contains("The loss is not finite.", html, StringComparison.Ordinal);
        Markup.AssertWellFormed(html);
    }

    private static History Train(int epochs, double learningRate = 0.05)
    {
        Tensor.Seed(3);
        double[] x = NotebookGallery.Waves(24);
        Tensor inputs = Tensor.From(x, [24, 1]).To(DType.Float32);
        Tensor targets = Tensor.From(x.Select(v => (1.5 * v) - 0.3 + (0.2 * Math.Sin(v * 40))).ToArray(), [24, 1])
            .To(DType.Float32);
        Sequential net = [new Linear(1, 1)];
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters) { LearningRate = learningRate },
            Loss = (p, t) => (p - t).Square().Mean(),
        };
        return trainer.Fit(inputs, targets, epochs, batchSize: 8, shuffle: false,
            validation: new TensorDataset(inputs[..6], targets[..6]));
    }

    private static string Timeless(string html) => Id().Replace(Time().Replace(html, "TIME"), "bp-");

    [GeneratedRegex(@"\d+(\.\d+)? m?s\b")]
    private static partial Regex Time();

    [GeneratedRegex("bp-[0-9a-f]{10}-")]
    private static partial Regex Id();
}
