using Backprop.Display;
using Backprop.Tests.Display;

namespace Backprop.Tests.Notebook;

public class TrainingDisplayTests
{
    [Fact]
    public void One_display_is_updated_in_place_and_ends_finished()
    {
        List<Output> outputs = Watch(() => Fit(epochs: 4));
        var shown = Assert.IsType<DisplayOutput>(outputs[0]);
        Assert.Contains("▶ running", Html(outputs[0]), StringComparison.Ordinal);
        Assert.All(outputs.Skip(1), o => Assert.Equal(shown.Id, Assert.IsType<UpdateOutput>(o).Id));
        string html = Html(outputs[^1]);
        Assert.Contains("✓ finished", html, StringComparison.Ordinal);
        Assert.Contains("epoch 4 of 4", html, StringComparison.Ordinal);
        Assert.Contains("aria-valuenow=\"100\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_is_four_lines()
    {
        string[] lines = Text(Watch(() => Fit(epochs: 4))[^1]).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("epoch 4/4 ████", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  loss     0.", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("  accuracy ", lines[2], StringComparison.Ordinal);
        Assert.Contains("gradient norm", lines[3], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 100));
    }

    [Fact]
    public void The_curves_are_loss_metric_and_gradient_on_an_axis_of_all_epochs()
    {
        string html = Html(Watch(() => Fit(epochs: 6))[^1]);
        Assert.Contains(">Loss</p>", html, StringComparison.Ordinal);
        Assert.Contains(">Accuracy</p>", html, StringComparison.Ordinal);
        Assert.Contains(">epoch</text>", html, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1, 60_000);
        Markup.AssertWellFormed(html);
    }

    [Fact]
    public void A_training_that_is_cancelled_says_where_it_stopped()
    {
        using var source = new CancellationTokenSource();
        var stop = new EveryEpoch((_, epoch) =>
        {
            if (epoch.Epoch == 2)
                source.Cancel();
        });
        List<Output> outputs = Watch(() => Fit(epochs: 10, stop, cancel: source.Token));
        Assert.Contains("▲ stopped at epoch", Html(outputs[^1]), StringComparison.Ordinal);
        Assert.Contains("of 10", Text(outputs[^1]), StringComparison.Ordinal);
        Assert.Contains("keeps what it has learned", Html(outputs[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_that_fails_says_so_and_the_error_goes_on()
    {
        List<Output> outputs = Watch(() => Assert.Throws<InvalidOperationException>(() =>
            Fit(epochs: 3, callbacks: new EveryEpoch((_, _) => throw new InvalidOperationException("<b>no</b>")))));
        Assert.Contains("✗ failed at epoch", Html(outputs[^1]), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;no&lt;/b&gt;", Html(outputs[^1]), StringComparison.Ordinal);
        Assert.Contains("[FAIL] <b>no</b>", Text(outputs[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_elsewhere_are_text()
    {
        string html = Html(Watch(() => Fit(epochs: 2, title: "<script>alert(1)</script>", metric: new Odd()))[^1]);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Markup.AssertWellFormed(html);
    }

    [Fact]
    public void One_display_can_watch_several_trainings_each_with_a_picture_of_its_own()
    {
        var display = new TrainingDisplay();
        List<Output> outputs = Watch(() =>
        {
            Fit(epochs: 1, callbacks: display, own: false);
            Fit(epochs: 1, callbacks: display, own: false);
        });
        Assert.Equal(2, outputs.OfType<DisplayOutput>().Select(o => o.Id).Distinct().Count());
    }

    [Fact]
    public void Batches_of_unknown_number_are_shown_by_step_until_a_pass_is_done()
    {
        Sequential net = [new Linear(2, 1)];
        IEnumerable<(Tensor, Tensor)> Batches()
        {
            for (int i = 0; i < 3; i++)
                yield return (Tensor.Ones(4, 2), Tensor.Ones(4, 1));
        }
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters),
            Loss = (p, t) => (p - t).Square().Mean(),
            Callbacks = [new TrainingDisplay()],
        };
        List<Output> outputs = Watch(() => trainer.Fit(Batches(), epochs: 2));
        Markup.AssertWellFormed(Html(outputs[^1]));
        Assert.Contains("epoch 2 of 2", Html(outputs[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_of_any_length_keeps_its_mean_in_few_points()
    {
        var curve = new ThinCurve();
        for (int i = 0; i < 10_000; i++)
            curve.Add(i % 2);
        Assert.InRange(curve.Means.Count, 100, 320);
        Assert.All(curve.Means, mean => Assert.Equal(0.5, mean));
        Assert.InRange(curve.Places.Last(), 9_000, 10_000);
    }

    [Fact]
    public void Work_is_due_at_once_and_then_after_its_pause()
    {
        var pacer = new Pacer(TimeSpan.FromHours(1), share: 0.01, most: 10);
        Assert.True(pacer.IsDue);
        pacer.Do(() => { }, TimeSpan.Zero);
        Assert.False(pacer.IsDue);
        pacer.Wait(TimeSpan.Zero);
        Assert.True(pacer.IsDue);
    }

    [Fact]
    public void A_test_that_writes_to_a_file_gets_no_pictures_to_replace() =>
        Assert.True(ConsoleSink.IsTerminal || !OutputSink.ReplacesDisplays);

    [Theory]
    [InlineData("one", 80, 1)]
    [InlineData("one\ntwo", 80, 2)]
    [InlineData("a line of twenty chars\n", 10, 4)]
    public void A_terminal_needs_so_many_lines(string text, int width, int lines) =>
        Assert.Equal(lines, ConsoleSink.Lines(text, width));

    private static void Fit(int epochs, TrainingCallback? callbacks = null, string? title = null,
        Metric? metric = null, bool own = true, CancellationToken cancel = default)
    {
        Tensor.Seed(5);
        Sequential net = [new Linear(2, 8), new Tanh(), new Linear(8, 2)];
        TrainingCallback[] all =
        [
            .. own ? [new TrainingDisplay { Title = title }] : Array.Empty<TrainingCallback>(),
            .. callbacks is null ? Array.Empty<TrainingCallback>() : [callbacks],
        ];
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters),
            Loss = (p, t) => p.CrossEntropy(t),
            Metrics = [metric ?? new Accuracy()],
            Callbacks = all,
        };
        (TensorDataset train, TensorDataset held) = Datasets.Moons(60).Split(0.8);
        trainer.Fit(train, epochs, batchSize: 8, validation: held, cancel: cancel);
    }

    private static List<Output> Watch(Action train)
    {
        NotebookDefaults.Register();
        var outputs = new List<Output>();
        using (OutputSink.Use(outputs.Add))
            train();
        return outputs;
    }

    private static MimeBundle Data(Output output) => output is UpdateOutput update
        ? update.Data
        : Assert.IsType<DisplayOutput>(output).Data;

    private static string Html(Output output) => (string)Data(output).Formats[MimeBundle.Html];

    private static string Text(Output output) => Data(output).PlainText;

    private sealed class Odd() : SumMetric("<script>metric</script>")
    {
        public override double Value => Sum(0);

        public override void Add(Tensor prediction, Tensor target) => AddToSums(1, 1);
    }
}
