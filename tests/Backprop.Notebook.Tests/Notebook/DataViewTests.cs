using Backprop.Display;
using Backprop.Tests.Display;

namespace Backprop.Tests.Notebook;

public class DataViewTests
{
    [Fact]
    public void A_table_shows_its_first_rows_what_columns_hold_and_what_is_missing()
    {
        double[] prices = [.. Enumerable.Range(0, 60).Select(i => i * 0.5)];
        prices[3] = double.NaN;
        var table = new Backprop.Table(("<script>", prices), ("rooms", [.. prices.Select(_ => 3.0)]));
        MimeBundle bundle = Bundle(table);
        string html = (string)bundle.Formats[MimeBundle.Html];
        Markup.AssertWellFormed(html);
        Assert.Contains("Showing 20 of 60 rows.", html, StringComparison.Ordinal);
        Assert.Contains("lacks 1 of 60.", html, StringComparison.Ordinal);
        Assert.Contains("0 to 29.5", html, StringComparison.Ordinal);
        Assert.Contains(">missing</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("Showing 20 of 60 rows.", bundle.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_words_say_how_many_there_are() =>
        Assert.Contains("words, ", Html(Datasets.Derivatives), StringComparison.Ordinal);

    [Fact]
    public void A_table_without_rows_is_shown() => Markup.AssertWellFormed(Html(new Backprop.Table(("x", []))));

    [Fact]
    public void Examples_that_are_images_are_shown_as_images_with_their_targets()
    {
        string html = Html(Datasets.Digits(40));
        Markup.AssertWellFormed(html);
        Assert.Contains("Images 0–15 of 40.", html, StringComparison.Ordinal);
        Assert.Contains("Their targets: 0 1 2", html, StringComparison.Ordinal);
        Assert.Contains("10 classes", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_examples_are_rows_with_their_targets()
    {
        string html = Html(Datasets.Moons(20));
        Assert.Contains("Showing 8 of 20 examples.", html, StringComparison.Ordinal);
        Assert.Contains("2 classes, how often each: 0: 10, 1: 10.", html, StringComparison.Ordinal);
        html = Html(new TensorDataset(Tensor.Ones(3, 30), Tensor.Ones(3, 2)));
        Assert.Contains("Showing 3 of 3 examples and 6 of 30 features.", html, StringComparison.Ordinal);
        Markup.AssertWellFormed(html);
    }

    [Fact]
    public void Showing_a_loader_draws_no_batch()
    {
        DataLoader loader = Datasets.Moons(20).Batches(8);
        Assert.Contains("3 batches of 8", Html(loader), StringComparison.Ordinal);
        Assert.Equal(0, loader.Position);
        Assert.Equal(0, loader.Epoch);
    }

    [Fact]
    public void A_vocabulary_shows_symbols_that_cannot_be_seen()
    {
        string html = Html(Vocabulary.OfCharacters("a <b\n"));
        Assert.Contains("<b>\\n</b>", html, StringComparison.Ordinal);
        Assert.Contains("<b>␣</b>", html, StringComparison.Ordinal);
        Assert.Contains("<b>&lt;</b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confusion_matrix_shows_counts_recall_and_what_is_confused()
    {
        Tensor right = Tensor.From([0, 0, 0, 1, 1]);
        Tensor taken = Tensor.From([0, 0, 1, 1, 1]);
        string html = Html(ConfusionMatrix.Of(taken, right, ["<cat>", "dog"]));
        Markup.AssertWellFormed(html);
        Assert.Contains("80.0 % right", html, StringComparison.Ordinal);
        Assert.Contains("Most often confused: &lt;cat&gt; for dog 1×.", html, StringComparison.Ordinal);
        Assert.Contains("66.7 %", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Confusion_of_many_classes_is_a_picture_and_of_none_says_so()
    {
        int[] labels = [.. Enumerable.Range(0, 40)];
        string html = Html(ConfusionMatrix.Of(Tensor.From(labels), Tensor.From(labels)));
        Assert.Contains("<img", html, StringComparison.Ordinal);
        Markup.AssertWellFormed(html);
        Assert.Contains("nothing added yet", Html(new ConfusionMatrix()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_roc_curve_says_its_area()
    {
        string html = Html(RocCurve.Of(Tensor.From([0.1f, 0.4f, 0.35f, 0.8f]), Tensor.From([0, 0, 1, 1])));
        Markup.AssertWellFormed(html);
        Assert.Contains("AUC 0.7500", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimizer_shows_its_settings_as_they_were_typed()
    {
        var net = new Linear(2, 3);
        string text = Bundle(new Adam(net.Parameters) { LearningRate = 3e-4 }).PlainText;
        Assert.StartsWith("Adam, 9 numbers in 2 parameters: Beta1 0.9, ", text, StringComparison.Ordinal);
        Assert.Contains("LearningRate 3e−4", text, StringComparison.Ordinal);
        var groups = new ParameterGroups(new Sgd([net.Weight]), new AdamW([net.Bias!]));
        Assert.Contains("1: AdamW", Html(groups), StringComparison.Ordinal);
        Markup.AssertWellFormed(Html(groups));
    }

    [Fact]
    public void A_schedule_is_a_curve_of_its_rate()
    {
        MimeBundle bundle = Bundle(new StepDecay(every: 5, factor: 0.5));
        Assert.StartsWith("StepDecay: Every 5, Factor 0.5", bundle.PlainText, StringComparison.Ordinal);
        Markup.AssertWellFormed((string)bundle.Formats[MimeBundle.Html]);
        Schedule[] others =
        [
            new WarmUp(5).Then(new CosineDecay(20), after: 5), new PlateauDecay(), new OneCycle(10),
            new MilestoneDecay(0.1, 3, 6), new InverseDecay(0.1).Times(new ExponentialDecay(0.01)),
        ];
        Assert.All(others, schedule => Markup.AssertWellFormed(Html(schedule)));
    }

    [Fact]
    public void A_search_shows_the_best_and_all_trials()
    {
        var search = new RandomSearch { Space = new SearchSpace { ["<rate>"] = Functional.LogUniform(1e-4, 1) }, Trials = 25 };
        TuningResults results = search.Minimize(trial => Math.Abs(Math.Log10(trial["<rate>"]) + 2));
        string html = Html(results);
        Markup.AssertWellFormed(html);
        Assert.Contains("Showing the best 20 of 25 trials.", html, StringComparison.Ordinal);
        Assert.Contains("&lt;rate&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Trial", Html(results.Best), StringComparison.Ordinal);
        TuningResults none = search.Minimize(_ => double.NaN);
        Assert.Contains("all diverged", Html(none), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_since_a_state_say_how_far_each_parameter_moved()
    {
        var net = new Linear(2, 1) { Weight = [[3, 4]], Bias = [0] };
        var before = net.State();
        net.Load(new Dictionary<string, Tensor> { ["weight"] = Tensor.From([3f, -4], [1, 2]), ["bias"] = Tensor.From([0.5f]) });
        ParameterChanges changes = net.ChangesSince(before);
        ParameterChange weight = changes.Rows[0];
        Assert.Equal(("weight", 5, 8, 8, 0.5), (weight.Name, weight.Before, weight.Moved, weight.Largest, weight.Flipped));
        Assert.Equal(1.6, weight.Relative);
        Assert.Equal(double.PositiveInfinity, changes.Rows[1].Relative);
        string html = Html(changes);
        Markup.AssertWellFormed(html);
        Assert.Contains("160.0 %", html, StringComparison.Ordinal);
        Assert.Contains("was 0", html, StringComparison.Ordinal);
    }

    [Fact]
    public void States_of_two_nets_are_not_compared()
    {
        var error = Assert.Throws<ArgumentException>(() => new Linear(2, 1).ChangesSince(new Linear(3, 1).State()));
        Assert.Contains("weight was [1, 3] and is [1, 2]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Linear(2, 1).ChangesSince(new Dictionary<string, Tensor>()));
    }

    [Fact]
    public void An_evaluation_shows_shares_as_percent()
    {
        var evaluation = new Evaluation(0.25, new Dictionary<string, double> { ["accuracy"] = 0.915 });
        Assert.Contains("91.5 %", Html(evaluation), StringComparison.Ordinal);
    }

    private static MimeBundle Bundle(object value)
    {
        NotebookDefaults.Register();
        return Formatter.ToBundle(value);
    }

    private static string Html(object value) => (string)Bundle(value).Formats[MimeBundle.Html];
}
