using Backprop.Display;

namespace Backprop.Tests.Display;

/// <content>Charts on grids, and charts made of charts.</content>
internal static partial class ChartGallery
{
    private static Dictionary<string, Chart> Grids() => new()
    {
        ["chart-surface"] = Chart.Surface(Bowl(), Along(-4, 4, 81), Along(-2, 2, 61), "loss")
            .WithTitle("A valley").WithXAxisStyle("w₁").WithYAxisStyle("w₂")
            .WithDescription("The valley is four times steeper across than along."),
        ["chart-waves"] = Chart.Surface(Heights(41, 41, (x, y) => Math.Sin(4 * x) * Math.Cos(4 * y))),
        ["chart-grid"] = Chart.Grid(
                [
                    Activation("Sigmoid", Sigmoid, x => Sigmoid(x) * (1 - Sigmoid(x)))
                        .WithVerticalBand(-6, -3, "saturated").WithVerticalBand(3, 6, "saturated"),
                    Activation("Tanh", Math.Tanh, x => 1 - (Math.Tanh(x) * Math.Tanh(x))),
                    Activation("Relu", x => Math.Max(0, x), x => x > 0 ? 1 : 0),
                    Activation("Silu", x => x * Sigmoid(x), x => Sigmoid(x) * (1 + (x * (1 - Sigmoid(x))))),
                ])
            .WithTitle("Activations").WithDescription("The slope of the sigmoid is never above 0.25."),
        ["chart-layers"] = Chart.Grid(Enumerable.Range(1, 6).Select(layer =>
                Chart.Histogram(Normal(layer, 400).Select(v => v / layer)).WithTitle($"layer {layer}")))
            .WithTitle("Activations by layer").WithXAxisStyle("activation", MinMax: (-4, 4)),
        ["chart-filters"] = Chart.Grid(
                Enumerable.Range(0, 16).Select(k => Chart.Image(Filter(k)).WithTitle($"{k}")), nCols: 8)
            .WithTitle("16 filters of 9 × 9"),
        ["chart-picture"] = Chart.Image(Ring(28)).WithTitle("A ring"),
        ["chart-boundary"] = Boundary(2).WithTitle("Decision boundary")
            .WithDescription("On the line both classes are equally likely."),
        ["chart-frames"] = Chart.Frames(
                new[] { 0, 2, 5, 10, 20, 60 }.Select(epoch =>
                    ($"{epoch}", Boundary(0.1 + (epoch / 30.0)).WithDescription($"Epoch {epoch}."))), "epoch")
            .WithTitle("How does the boundary grow?"),
        ["chart-filled"] = Chart.Combine(
                Chart.Contour(Bowl(), Along(-4, 4, 81), Along(-2, 2, 61), "loss", Filled: true),
                Chart.Line(Descent().Select(p => p.X), Descent().Select(p => p.Y), Name: "Sgd", ShowMarkers: true),
                Chart.Line([-3.6, -3.1, -2.2, -1.0, -0.1], [1.4, 1.1, 0.8, 0.3, 0.1], Name: "Adam", ShowMarkers: true))
            .WithTitle("Two optimizers").WithXAxisStyle("x").WithYAxisStyle("y"),
        ["chart-levels"] = Chart.Contour(
                Bowl(), Along(-4, 4, 81), Along(-2, 2, 61), "loss", Levels: [0.1, 0.3, 1, 3, 10])
            .WithTitle("Heights on a log scale"),
        ["chart-area"] = Chart.Area(Epochs, Epochs.Select(e => 0.17 + (0.7 * Math.Exp(-e / 6))), Name: "loss")
            .WithTitle("Area").WithXAxisStyle("epoch"),
        ["chart-range"] = Chart.Range(
                Epochs,
                Epochs.Select(e => 0.17 + (0.7 * Math.Exp(-e / 6))),
                Epochs.Select(e => 0.22 + (0.8 * Math.Exp(-e / 7))),
                Epochs.Select(e => 0.14 + (0.6 * Math.Exp(-e / 5))),
                Name: "mean of 5",
                Role: SeriesRole.Loss)
            .WithTitle("Loss over five runs").WithXAxisStyle("epoch").WithYAxisStyle("loss"),
        ["chart-boxes"] = Chart.Combine(
                Chart.BoxPlot(Layer(600), Normal(3, 600), Name: "at the start"),
                Chart.BoxPlot(Layer(600), Normal(4, 600).Select(v => 1 + v), Name: "trained"))
            .WithTitle("Weights by layer").WithYAxisStyle("w"),
        ["chart-counts"] = Chart.Histogram2D(Normal(5, 3000), Normal(5, 3000).Zip(Normal(6, 3000), (a, b) => a + b))
            .WithTitle("Two activations").WithXAxisStyle("a").WithYAxisStyle("b"),
        ["chart-zones"] = Chart.Line(Layers, Layers.Select(n => Math.Pow(3, n) * 1e-4), Name: "gradient")
            .WithYAxisStyle("size", Log: true).WithXAxisStyle("layer").WithTitle("Gradients by layer")
            .WithHorizontalBand(1, 1e9, "exploding").WithHorizontalBand(1e-9, 1e-3, "vanishing"),
    };

    private static Chart Activation(string name, Func<double, double> f, Func<double, double> slope)
    {
        double[] x = Along(-6, 6, 121);
        return Chart.Combine(
                Chart.Line(x, x.Select(f), Name: "f(x)", Role: SeriesRole.Value),
                Chart.Line(x, x.Select(slope), Name: "f′(x)", Role: SeriesRole.Gradient))
            .WithTitle(name);
    }

    private static Chart Boundary(double steepness)
    {
        double[] x = Along(-2, 3, 50);
        double[] y = Along(-1.5, 2, 40);
        var logit = new double[40, 50];
        for (int i = 0; i < 40; i++)
        {
            for (int j = 0; j < 50; j++)
                logit[i, j] = steepness * ((0.7 * Math.Sin(2.2 * x[j])) - y[i] + 0.3);
        }
        double[] angle = Along(0, Math.PI, 60);
        return Chart.Combine(
                Chart.Contour(logit, x, y, Levels: [0], Filled: true, ZMax: 4),
                Chart.Point(angle.Select(Math.Cos), angle.Select(Math.Sin), Name: "class 0", Role: SeriesRole.Negative),
                Chart.Point(
                    angle.Select(a => 1 - Math.Cos(a)),
                    angle.Select(a => 0.5 - Math.Sin(a)),
                    Name: "class 1",
                    Role: SeriesRole.Positive))
            .WithXAxisStyle("x₁").WithYAxisStyle("x₂");
    }

    private static double[,] Filter(int k) => Heights(9, 9, (x, y) => Math.Sin((k * x) + (y * (k % 4))));

    private static double[,] Heights(int rows, int columns, Func<double, double, double> f)
    {
        double[] x = Along(-1, 1, columns);
        double[] y = Along(-1, 1, rows);
        var z = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                z[i, j] = f(x[j], y[i]);
        }
        return z;
    }

    private static IEnumerable<string> Layer(int count) => Enumerable.Range(0, count).Select(i => $"layer {i % 3}");

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
