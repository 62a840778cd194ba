using Backprop.Display;
using Backprop.Tests.Display;

namespace Backprop.Tests.Notebook.Plots;

public class PlotExpectations
{
    private const int MostCharacters = 200_000;

    public static TheoryData<string> Names => new(PlotGallery.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Plots_look_as_they_did_when_a_person_last_looked(string name)
    {
        MimeBundle bundle = Show(PlotGallery.All[name]());
        Expectation.Html(name, (string)bundle.Formats[MimeBundle.Html]);
        Expectation.Text(name + ".txt", bundle.PlainText + "\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_plot_is_well_formed_small_and_says_what_is_to_be_seen(string name)
    {
        Figure figure = (Figure)PlotGallery.All[name]();
        string html = (string)Show(figure).Formats[MimeBundle.Html];
        Markup.AssertWellFormed(html);
        Assert.InRange(html.Length, 1, MostCharacters);
        Assert.NotEmpty(figure.Caption);
        Assert.All(figure.Charts, AssertNamedAxes);
        Assert.Contains(Html.Escape(figure.Title), html, StringComparison.Ordinal);
        Assert.Contains(Html.Escape(figure.Finding), html, StringComparison.Ordinal);
        Assert.Contains(figure.Finding, figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void The_largest_plots_stay_small_too()
    {
        Tensor heads = Tensor.Ones(20, 40, 40) / 40;
        Sequential deep = [.. Enumerable.Range(0, 7).SelectMany(i => (Layer[])
            [new Conv2d(i == 0 ? 3 : 32, 32, kernel: 3, padding: 1), new Relu()])];
        Figure[] figures =
        [
            Plot.Attention(heads),
            Plot.Attention(heads[0]),
            Plot.FeatureMaps(deep, Tensor.Rand(3, 64, 64)),
            Plot.Weights(new Linear(28 * 28, 500)),
            Plot.Weights(new Linear(700, 301)),
            Plot.Weights(new Conv2d(64, 64, kernel: 3)),
            Plot.Activations([.. Activation.All.Take(12).Select(a => (Layer)a.Forward)]),
            Plot.Embedding(Tensor.Randn(5000, 2), Tensor.From(Enumerable.Range(0, 5000).Select(i => i % 10).ToArray())),
            Plot.DecisionBoundary(PlotGallery.Small(), Datasets.Moons(4000)),
            Plot.DecisionBoundary(LongFilm()),
            Plot.Paths(PlotGallery.Bowl, (-4, 1), 300, [.. Enumerable.Range(1, 6).Select(i =>
                (Func<IReadOnlyList<Tensor>, Optimizer>)(p => new Sgd(p) { LearningRate = i * 0.04 }))]),
        ];
        Assert.All(figures, figure =>
            Assert.InRange(((string)Show(figure).Formats[MimeBundle.Html]).Length, 1, MostCharacters));
    }

    private static BoundaryRecorder LongFilm()
    {
        var film = new BoundaryRecorder(Datasets.Moons(1000));
        for (int epoch = 0; epoch < 20; epoch++)
            film.Record(PlotGallery.Small(), epoch, loss: 1.0 / (epoch + 1));
        return film;
    }

    private static MimeBundle Show(object figure)
    {
        NotebookDefaults.Register();
        return Formatter.ToBundle(figure);
    }

    private static void AssertNamedAxes(Chart chart)
    {
        Assert.False(string.IsNullOrEmpty(chart.Layout.Title));
        Assert.False(string.IsNullOrEmpty(chart.Layout.X.Title));
        bool isBars = chart.Traces.All(t => t is BarTrace { IsHorizontal: true });
        Assert.True(isBars || !string.IsNullOrEmpty(chart.Layout.Y.Title), chart.ToString());
    }
}
