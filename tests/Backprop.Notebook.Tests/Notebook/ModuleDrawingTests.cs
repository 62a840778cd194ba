using System.Globalization;
using System.Xml.Linq;
using Backprop.Display;
using Backprop.Tests.Display;

namespace Backprop.Tests.Notebook;

public class ModuleDrawingTests
{
    public static IReadOnlyDictionary<string, Func<Module>> Nets { get; } = new Dictionary<string, Func<Module>>
    {
        ["xor"] = () => new Sequential(new Linear(2, 2), new Tanh(), new Linear(2, 1), new Sigmoid()),
        ["wide neurons"] = () => new Sequential(new Linear(4, 6), new Relu(), new Linear(6, 5), new Linear(5, 3)),
        ["cnn"] = () => new Sequential(
            new Conv2d(1, 8, kernel: 3, padding: 1), new Relu(), new MaxPool2d(2), new Flatten(), new Linear(1568, 10)),
        ["lenet"] = () => new LeNet(),
        ["resnet"] = () => new ResNet(blocks: 2),
        ["gpt"] = () => new Gpt(65, 32),
        ["rnn"] = () => new Sequential(
            new Embedding(65, 16), new Lstm(16, 64, bidirectional: true), new Linear(128, 65)),
        ["transformer"] = () => new TransformerEncoder(2, () => new TransformerEncoderLayer(16, 4)),
        ["nested skips"] = () => new Sequential(
            new Linear(20, 20), new Residual([new Linear(20, 20), new Residual([new Linear(20, 20)]), new Relu()])),
        ["repeated"] = () => new Sequential(
            new Linear(20, 20), new Relu(), new Linear(20, 20), new Relu(), new Linear(20, 20), new Relu()),
        ["dense"] = () => new DenseNet(),
        ["gan"] = () => new ImageGenerator(),
        ["own without layers"] = () => new Empty(),
        ["no shape goes through"] = () => new Sequential(new Conv2d(1, 4, kernel: 3), new Flatten(), new Linear(7, 2)),
    };

    public static TheoryData<string> Names => new(Nets.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_meets_another_and_all_lies_inside(string name)
    {
        XElement root = Markup.AssertWellFormed(Html(Nets[name]().Draw()));
        XElement svg = root.Descendants().Single(e => e.Name.LocalName == "svg");
        double width = Number(svg, "width");
        double height = Number(svg, "height");
        List<(Box Box, string Text)> texts = [.. svg.Descendants().Where(e => e.Name.LocalName == "text").Select(BoxOf)];
        Assert.NotEmpty(texts);
        foreach ((Box box, string text) in texts)
        {
            Assert.True(box.Left >= -2 && box.Left + box.Width <= width + 2, $"{name}: {text} leaves the sides");
            Assert.True(box.Top >= -2 && box.Top + box.Height <= height + 2, $"{name}: {text} leaves top or bottom");
            (Box Box, string Text) other = texts.Find(t => t.Box != box && t.Box.Meets(box));
            Assert.True(other.Text is null, $"{name}: {text} meets {other.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_is_small_and_says_in_words_what_it_shows(string name)
    {
        ModuleDrawing drawing = Nets[name]().Draw();
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Html(drawing)), 1, 60_000);
        Assert.NotEmpty(drawing.ToString());
        NotebookDefaults.Register();
        Assert.Equal(drawing.ToString(), Formatter.ToBundle(drawing).PlainText);
    }

    [Fact]
    public void A_small_net_is_drawn_by_neurons_with_signs_of_its_weights()
    {
        Sequential net = [new Linear(2, 1) { Weight = [[2.5, -1.25]] }];
        string html = Html(net.Draw());
        Assert.Contains("2 inputs → 1", net.Draw().ToString(), StringComparison.Ordinal);
        Assert.Contains(">−1.25</text>", html, StringComparison.Ordinal);
        Assert.Contains("class=\"down\"", html, StringComparison.Ordinal);
        Assert.Contains("class=\"up\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Skips_repetitions_and_what_follows_a_block_are_told()
    {
        Assert.Contains("plus what passed by", new ResNet().Draw().ToString(), StringComparison.Ordinal);
        Assert.Contains("(the last part 4 times)", new Gpt(65, 32).Draw().ToString(), StringComparison.Ordinal);
        Assert.Contains("Linear 20, Relu", Nets["repeated"]().Draw(4, 20).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_that_does_not_fit_draws_the_net_up_to_there() =>
        Assert.Contains("✗ stopped at layer 0", Html(new Sequential(new Linear(4, 40)).Draw(2, 5)), StringComparison.Ordinal);

    private static string Html(ModuleDrawing drawing)
    {
        NotebookDefaults.Register();
        return (string)Formatter.ToBundle(drawing).Formats[MimeBundle.Html];
    }

    // A little narrower than the widest guess: letters of a real font are.
    private static (Box, string) BoxOf(XElement text)
    {
        double width = TextWidth.Of(text.Value, 11) * 0.9;
        double x = Number(text, "x");
        double left = text.Attribute("text-anchor")?.Value switch
        {
            "middle" => x - (width / 2),
            "end" => x - width,
            _ => x,
        };
        return (new Box(left, Number(text, "y") - 9, width, 11), text.Value);
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private sealed class Empty : Module
    {
        public override Tensor Forward(Tensor x) => x;
    }
}
