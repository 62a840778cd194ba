using Backprop.Display;

namespace Backprop.Tests.Display;

/// <summary>One chart of each kind, with data that are computed here and never change.</summary>
internal static partial class ChartGallery
{
    private static readonly double[] Epochs = [.. Enumerable.Range(0, 61).Select(e => (double)e)];

    private static readonly int[] Layers = [.. Enumerable.Range(1, 10)];

    public static IReadOnlyDictionary<string, Chart> All { get; } = new Dictionary<string, Chart>(Grids())
    {
        ["chart-lines"] = Losses().WithTitle("Loss").WithXAxisStyle("epoch").WithYAxisStyle("cross-entropy")
            .WithAnnotation(23, Validation(23), "epoch 23"),
        ["chart-log"] = Losses().WithTitle("Loss, log axis").WithXAxisStyle("epoch").WithYAxisStyle("loss", Log: true),
        ["chart-series"] = Chart.Combine(Enumerable.Range(1, 5).Select(k =>
                Chart.Line(Epochs, Epochs.Select(e => 0.97 - (0.45 * Math.Exp(-e * k / 40))), Name: $"width {8 << k}")))
            .WithTitle("Accuracy by width").WithXAxisStyle("epoch").WithYAxisStyle("share right"),
        ["chart-points"] = Moons().WithTitle("Two half-moons").WithXAxisStyle("x₁").WithYAxisStyle("x₂"),
        ["chart-insurance"] = Insurance(),
        ["chart-columns"] = Chart.Combine(
                Chart.Column([0.55, 0.72, 0.9, 0.96], Keys: ["Linear", "Tanh", "Relu", "Gelu"], Name: "train"),
                Chart.Column([0.5, 0.7, 0.86, 0.85], Keys: ["Linear", "Tanh", "Relu", "Gelu"], Name: "validation"))
            .WithTitle("Accuracy by activation").WithYAxisStyle("share right"),
        ["chart-bars"] = Chart.Bar([3140.0, 1470, 741, 5800, -420],
            Keys: ["features.conv1", "features.conv2", "fc1", "fc2", "a layer with a very long name"])
            .WithTitle("Gradient by layer").WithXAxisStyle("10⁻⁶"),
        ["chart-histogram"] = Chart.Combine(
                Chart.Histogram(Normal(1, 800), Name: "at the start"),
                Chart.Histogram(Normal(2, 800).Select(v => (0.5 * v) + 1), Name: "trained"))
            .WithTitle("Weights").WithXAxisStyle("w").WithYAxisStyle("count"),
        ["chart-matrix"] = Chart.Heatmap(Signed(6, 8), Name: "weight").WithTitle("Weights, 6 × 8"),
        ["chart-confusion"] = Chart.Heatmap(
                new double[][] { [91, 2, 7], [4, 88, 8], [0, 6, 94] },
                X: ["cat", "dog", "owl"], Y: ["cat", "dog", "owl"], Name: "count")
            .WithTitle("Confusion").WithXAxisStyle("predicted").WithYAxisStyle("true"),
        ["chart-image"] = Chart.Heatmap(Ring(28)).WithTitle("An image, 28 × 28"),
        ["chart-plane"] = Chart.Combine(
                Chart.Heatmap(Bowl(), X: Along(-4, 4, 81), Y: Along(-2, 2, 61), Name: "loss"),
                Chart.Line(Descent().Select(p => p.X), Descent().Select(p => p.Y), Name: "path", ShowMarkers: true))
            .WithTitle("Descent on a valley").WithXAxisStyle("x").WithYAxisStyle("y"),
        ["chart-contour"] = Chart.Combine(
                Chart.Contour(Bowl(), Along(-4, 4, 81), Along(-2, 2, 61)),
                Chart.Line(Descent().Select(p => p.X), Descent().Select(p => p.Y), Name: "path", ShowMarkers: true))
            .WithTitle("Descent on a valley, contours").WithXAxisStyle("x").WithYAxisStyle("y"),
        ["chart-long"] = Chart.Line(Noise(200_000)).WithTitle("200 000 points").WithXAxisStyle("step"),
        ["chart-paths"] = Chart.Combine(
                Chart.Line(Layers, Layers.Select(n => Math.Pow(2, n) * 1e-4), Name: "path by path"),
                Chart.Line(Layers, Layers.Select(n => n * 2e-4), Name: "with a table"))
            .WithTitle("Time to differentiate").WithXAxisStyle("layers").WithYAxisStyle("seconds", Log: true),
    };

    public static double Validation(double e) =>
        0.3 + (0.6 * Math.Exp(-e / 5)) + (0.0008 * Math.Max(0, e - 20)) + (0.012 * Math.Sin(e * 1.7));

    public static double[] Noise(int count)
    {
        double[] values = new double[count];
        double level = 0;
        for (int i = 0; i < count; i++)
        {
            level = (0.9995 * level) + Uniform(i) - 0.5;
            values[i] = level + (i == 123_456 ? 60 : 0);
        }
        return values;
    }

    private static Chart Losses() => Chart.Combine(
        Chart.Line(Epochs, Epochs.Select(e => 0.17 + (0.7 * Math.Exp(-e / 6))), Name: "train", Role: SeriesRole.Loss),
        Chart.Line(Epochs, Epochs.Select(Validation), Name: "validation", Role: SeriesRole.Loss, Dashed: true));

    private static Chart Moons()
    {
        double[] angle = Along(0, Math.PI, 60);
        return Chart.Combine(
            Chart.Point(
                angle.Select((a, i) => Math.Cos(a) + (0.3 * (Uniform(i) - 0.5))),
                angle.Select((a, i) => Math.Sin(a) + (0.3 * (Uniform(i + 90) - 0.5))), Name: "class 0"),
            Chart.Point(
                angle.Select((a, i) => 1 - Math.Cos(a) + (0.3 * (Uniform(i + 200) - 0.5))),
                angle.Select((a, i) => 0.5 - Math.Sin(a) + (0.3 * (Uniform(i + 300) - 0.5))), Name: "class 1"));
    }

    private static Chart Insurance()
    {
        double[] age = Along(18, 65, 48);
        return Chart.Combine(
                Chart.Line(age, age.Select(a => (0.042 * a) - 1.53), Name: "0.042x − 1.53"),
                Chart.Point([22, 25, 47, 52, 46, 56, 55, 60], [0, 0, 1, 0, 1, 1, 0, 1], Name: "customers"))
            .WithTitle("Who buys insurance?").WithXAxisStyle("age in years").WithYAxisStyle("bought")
            .WithVerticalLine(48.33, "y = 0.5").WithHorizontalLine(0.5);
    }

    private static double[,] Signed(int rows, int columns)
    {
        var z = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                z[i, j] = Math.Sin((i * 1.9) + (j * 0.7)) * (0.2 + Uniform((i * columns) + j));
        }
        return z;
    }

    private static double[,] Ring(int size)
    {
        var z = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double r = Math.Sqrt(Math.Pow(i - (size / 2.0), 2) + Math.Pow(j - (size / 2.0), 2));
                z[i, j] = Math.Exp(-Math.Pow((r - 8) / 2, 2));
            }
        }
        return z;
    }

    private static double[,] Bowl()
    {
        double[] x = Along(-4, 4, 81);
        double[] y = Along(-2, 2, 61);
        var z = new double[61, 81];
        for (int i = 0; i < 61; i++)
        {
            for (int j = 0; j < 81; j++)
                z[i, j] = (x[j] * x[j]) + (4 * y[i] * y[i]);
        }
        return z;
    }

    private static List<(double X, double Y)> Descent()
    {
        var path = new List<(double X, double Y)> { (-3.6, 1.4) };
        for (int i = 0; i < 14; i++)
            path.Add((path[^1].X * (1 - (2 * 0.11)), path[^1].Y * (1 - (8 * 0.22))));
        return path;
    }

    private static double[] Along(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];

    private static IEnumerable<double> Normal(int seed, int count) =>
        Enumerable.Range(0, count)
            .Select(i => Enumerable.Range(0, 12).Sum(k => Uniform((i * 12) + k + (seed * 100_003))) - 6);

    // A fixed hash: the same numbers on every machine.
    private static double Uniform(int i)
    {
        uint h = (uint)i * 2654435761u;
        h ^= h >> 16;
        h *= 2246822519u;
        h ^= h >> 13;
        return h / (double)uint.MaxValue;
    }
}
