using Backprop.Display;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

public sealed class PlotDirectiveTests
{
    [Theory]
    [InlineData("var y = new List<double> { 1, 4, 9 };", "y")]
    [InlineData("var y = new[] { 1, 4, 9 }; var x = new[] { 2.0, 3, 5 };", "y --x x --kind point")]
    [InlineData("Tensor t = [1, 2, 3, 4];", "t --kind column")]
    [InlineData("Tensor t = [1, 2, 3, 4];", "t --kind histogram")]
    [InlineData("Tensor t = [[1, 2], [3, 4]];", "t")]
    [InlineData("Tensor t = [1, 2, 3];", "\"t * 2\" --log --title Doubled")]
    [InlineData("", "Tanh --slope")]
    [InlineData("", "\"x => x * x\" --from -2 --to 2")]
    [InlineData("", "Math.Sin --from 0 --to 6")]
    [InlineData("double Half(double x) => x / 2;", "Half")]
    [InlineData("var f = (Tensor x) => x.Relu();", "f --slope")]
    [InlineData("var moons = Datasets.Moons(20);", "moons")]
    [InlineData("var net = new Linear(2, 3);", "net")]
    [InlineData("Sequential net = [new Linear(2, 4), Tanh, new Linear(4, 2)]; var d = Datasets.Moons(20);", "net --data d")]
    [InlineData("Sequential net = [new Linear(2, 4), Tanh, new Linear(4, 2)]; var d = Datasets.Moons(20);", "net --kind saturation --data d.Inputs")]
    [InlineData("Sequential net = [new Linear(2, 2)]; var d = Datasets.Moons(20);", "net --kind confusion --data d")]
    [InlineData("var matrix = ConfusionMatrix.Of([0, 1, 1], [0, 1, 0]);", "matrix")]
    public async Task Whatever_has_a_picture_is_drawn(string code, string line)
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value($"{code}\n#!plot {line}");
        Output shown = Assert.Single(session.Outputs);
        Assert.Matches("<svg|<table", ((DisplayOutput)shown).Data.Formats[MimeBundle.Html].ToString());
        Assert.Contains("bp-card", ((DisplayOutput)shown).Data.Formats[MimeBundle.Html].ToString());
    }

    [Fact]
    public async Task The_slope_is_that_of_backward()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("#!plot Tanh --slope");
        Assert.Contains("f′", session.Shown().Single());
    }

    [Theory]
    [InlineData("#!plot nothing", "There is no variable and no function nothing that can be drawn.")]
    [InlineData("#!plot text", "text is a String: numbers, a tensor, a training, a data set or a function can be drawn.")]
    [InlineData("#!plot y --x x", "--x has 2 numbers, the values are 3.")]
    [InlineData("#!plot y --kind pie", "--kind pie: choose from line, point, column, histogram, heatmap, boundary,")]
    [InlineData("#!plot y --kind boundary", "--kind boundary: a network is needed, and y is none.")]
    [InlineData("#!plot net --kind line", "--kind line: net is a network; choose from boundary, weights,")]
    [InlineData("#!plot net --kind boundary", "--kind boundary needs examples: --data DATA")]
    [InlineData("#!plot net --kind saturation --data y", "--kind saturation: ")]
    [InlineData("#!plot net --title Mine", "--title: this picture has its own.")]
    [InlineData("#!plot y --kind heatmap", "--kind heatmap: a tensor of rank 2 is needed.")]
    [InlineData("#!plot Tanh --from 3 --to 3", "--to 3: it must be above --from 3.")]
    [InlineData("#!plot Math.Sin --slope", "--slope: this function does not go through tensors, so it has no gradient.")]
    [InlineData("#!plot \"x => x.Sum()\"", "x => x.Sum(): from 201 numbers came []")]
    public async Task What_cannot_be_drawn_is_said(string line, string message)
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("var text = \"a\";\nTensor y = [1, 2, 3];\nTensor x = [1, 2];\n"
            + "Sequential net = [new Linear(2, 4), Tanh, new Linear(4, 2)];");
        Assert.StartsWith(message, (await session.Error(line)).Message);
    }
}
