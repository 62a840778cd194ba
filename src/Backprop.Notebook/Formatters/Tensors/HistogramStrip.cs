using Backprop.Display;

namespace Backprop;

/// <summary>A small histogram with its two ends and zero named, as wide as a column of a card.</summary>
internal static class HistogramStrip
{
    private const double Width = 300;
    private const double Height = 66;
    private const double Ground = 44;
    private const double Highest = 40;

    public static Html Of(TensorFacts facts, string role)
    {
        if (facts.Histogram.Count == 0)
            return Html.Empty;
        string min = NumberText.Significant(facts.Min, 2);
        string max = NumberText.Significant(facts.Max, 2);
        string range = $"{NumberText.Count(facts.Finite)} values from {min} to {max}";
        var svg = new SvgBuilder(
            Width, Height, $"Histogram of {range}, mean {NumberText.Significant(facts.Mean)}");
        svg.Path(Bars(facts.Histogram), new Ink(role, role == "grad" ? "fill=\"#a34100\"" : "fill=\"#0a5a9e\""));
        svg.Line(0, Ground + 0.5, Width, Ground + 0.5, Ink.Axis);
        double zero = -facts.Min / (facts.Max - facts.Min) * Width;
        if (zero is > 0 and < Width)
            svg.Line(zero, 0, zero, Ground + 4, Ink.Axis);
        svg.Text(0, 60, min, Ink.Muted).Text(Width, 60, max, Ink.Muted, "end");
        if (zero is > 50 and < Width - 50)
            svg.Text(zero, 60, "0", Ink.Muted, "middle");
        return svg.ToHtml("bp-hist");
    }

    private static PathData Bars(IReadOnlyList<int> counts)
    {
        double step = Width / counts.Count;
        double most = counts.Max();
        var path = new PathData();
        for (int i = 0; i < counts.Count; i++)
        {
            double height = Math.Max(1, counts[i] / most * Highest);
            if (counts[i] > 0)
                path.Rectangle((i * step) + 0.5, Ground - height, step - 1, height);
        }
        return path;
    }
}
