using Backprop.Display;

namespace Backprop;

/// <summary>Neurons as circles, weights as lines: the thicker the larger, dashed where negative.</summary>
internal sealed class NeuronDrawing
{
    private const double Radius = 16;
    private const double Across = 170;
    private const double Down = 66;
    private const double Left = 34;
    private const double Top = 44;
    private const double Thickest = 6;
    private const int MostNumbers = 30;

    private readonly NeuronNet net;
    private readonly SvgBuilder svg;
    private readonly List<Box> taken = [];

    public NeuronDrawing(NeuronNet net)
    {
        this.net = net;
        double width = (2 * Left) + (Across * net.Layers.Count) + 20;
        double height = Top + (Down * (net.Widths.Max() - 1)) + Radius + 24;
        svg = new SvgBuilder(width, height, $"Neurons: {net.Label}");
        for (int column = 0; column < net.Widths.Count; column++)
            TakeColumn(column);
        DrawWeights();
        for (int column = 0; column < net.Widths.Count; column++)
            DrawColumn(column);
    }

    public Html Svg => svg.ToHtml();

    public static Html Legend { get; } = new(
        "<p class=\"bp-cap\">Solid green lines are positive weights, dashed plum lines negative ones; the thicker, the "
        + "larger. Point at a line for its number.</p>");

    private static double X(int column) => Left + (Across * column);

    private double Y(int column, int index) =>
        Top + (Down * (index + ((net.Widths.Max() - net.Widths[column]) / 2.0)));

    // Circles, biases and heads first: numbers of weights stand where these leave room.
    private void TakeColumn(int column)
    {
        for (int i = 0; i < net.Widths[column]; i++)
        {
            taken.Add(new Box(X(column) - Radius - 2, Y(column, i) - Radius - 2, (2 * Radius) + 4, (2 * Radius) + 4));
            if (BiasText(column, i) is { } bias)
                taken.Add(Box.Around(X(column), Y(column, i) + Radius + 13, bias));
        }
    }

    private void DrawColumn(int column)
    {
        string head = column == 0 ? "input" : net.Functions[column - 1] is { Length: > 0 } name ? name : "linear";
        svg.Text(X(column), 14, TextWidth.Fit(head, Across - 10), Ink.Muted, "middle");
        string letter = column == 0 ? "x" : column == net.Layers.Count ? "y" : "h";
        for (int i = 0; i < net.Widths[column]; i++)
        {
            svg.Circle(X(column), Y(column, i), Radius, new Ink("plain", "fill=\"#fff\" stroke=\"#567\""));
            svg.Text(X(column), Y(column, i) + 4, letter + Subscript(i + 1), new Ink("b", ""), "middle");
            if (BiasText(column, i) is { } bias)
                svg.Text(X(column), Y(column, i) + Radius + 13, bias, new Ink("m s halo", "fill=\"#666\""), "middle");
        }
    }

    private string? BiasText(int column, int index) => column > 0 && net.Layers[column - 1].Bias is { } bias
        ? "b " + NumberText.Fixed(bias.ToArray<double>()[index], 2)
        : null;

    private void DrawWeights()
    {
        double most = net.Layers.SelectMany(l => l.Weight.ToArray<double>())
            .Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        bool withNumbers = net.Layers.Sum(l => l.Weight.Shape.Size) <= MostNumbers;
        for (int layer = 0; layer < net.Layers.Count; layer++)
        {
            double[] weights = net.Layers[layer].Weight.ToArray<double>();
            int inputs = net.Widths[layer];
            for (int k = 0; k < weights.Length; k++)
                DrawWeight(layer, k % inputs, k / inputs, weights[k], most, withNumbers);
        }
    }

    private void DrawWeight(int layer, int from, int to, double weight, double most, bool withNumber)
    {
        (double x1, double y1) = (X(layer) + Radius, Y(layer, from));
        (double x2, double y2) = (X(layer + 1) - Radius, Y(layer + 1, to));
        double share = most > 0 && double.IsFinite(weight) ? Math.Abs(weight) / most : 0;
        string width = FormattableString.Invariant($"stroke-width=\"{0.6 + (share * Thickest):0.#}\"");
        string look = weight < 0 ? "down" : "up";
        string color = weight < 0 ? "#7f4a95" : "#338053";
        string dash = weight < 0 ? " stroke-dasharray=\"5 3\"" : "";
        string path = FormattableString.Invariant($"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}");
        string hint = FormattableString.Invariant($"from {from + 1} to {to + 1}: ") + NumberText.Significant(weight, 4);
        svg.Add(Html.Of(
            $"""<path class="{look}" fill="none" stroke="{color}" {new Html(width + dash)} d="{path}"><title>{hint}</title></path>"""));
        if (withNumber)
            DrawNumber(NumberText.Fixed(weight, 2), x1, y1, x2, y2);
    }

    // Somewhere on its line where nothing else stands; left to the hint where there is no such place.
    private void DrawNumber(string text, double x1, double y1, double x2, double y2)
    {
        foreach (double at in (ReadOnlySpan<double>)[0.5, 0.36, 0.64, 0.26, 0.74, 0.43, 0.57, 0.18, 0.82])
        {
            double x = x1 + (at * (x2 - x1));
            double y = y1 + (at * (y2 - y1)) + 4;
            Box box = Box.Around(x, y, text);
            if (taken.Exists(box.Meets))
                continue;
            taken.Add(box);
            svg.Text(x, y, text, new Ink("s mono halo", ""), "middle");
            return;
        }
    }

    private static string Subscript(int number) => string.Concat(
        number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('₀' + (digit - '0'))));
}
