namespace Backprop.Display;

/// <summary>Which colour is which number: a strip with the numbers at its ends.</summary>
internal static class ColorKey
{
    private const double Cell = 7;

    /// <summary>The room it takes, in pixels.</summary>
    public const double Height = 20;

    /// <summary>A drawing that is not as wide has no room for it.</summary>
    public const double LeastWidth = 190;

    /// <summary>Draws the strip so that it ends at the right, with the name of the numbers before it.</summary>
    public static void Draw(SvgBuilder svg, HeatScale scale, double right, double top, string? name)
    {
        string high = (scale.IsSigned ? "+" : "") + NumberText.Plain(scale.High);
        string low = NumberText.Plain(scale.Min);
        IReadOnlyList<Ink> inks = scale.Inks;
        double start = right - TextWidth.Of(high) - 5 - (inks.Count * Cell);
        svg.Text(right, top + 12, high, Ink.Muted, "end");
        for (int i = 0; i < inks.Count; i++)
            svg.Rectangle(start + (i * Cell), top + 3, Cell, 11, inks[i]);
        string before = name is null ? low : $"{name}   {low}";
        // The number rather than the name, where there is room for one.
        bool fits = TextWidth.Of(before) <= start - 7;
        svg.Text(start - 5, top + 12, fits ? before : low, Ink.Muted, "end");
    }
}
