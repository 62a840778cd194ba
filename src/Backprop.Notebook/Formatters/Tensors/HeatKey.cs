using Backprop.Display;

namespace Backprop;

/// <summary>Which colour is which number, under a table of numbers.</summary>
internal static class HeatKey
{
    public static Html Of(HeatScale scale)
    {
        string low = NumberText.Plain(scale.Min);
        string high = (scale.IsSigned ? "+" : "") + NumberText.Plain(scale.High);
        IReadOnlyList<Ink> inks = scale.Inks;
        const double start = 50;
        var svg = new SvgBuilder(224, 14, $"Colour key from {low} to {high}");
        svg.Text(start - 4, 11, low, Ink.Muted, "end");
        for (int i = 0; i < inks.Count; i++)
            svg.Rectangle(start + (i * 6), 2, 6, 10, Fill(inks[i]));
        svg.Text(start + (inks.Count * 6) + 4, 11, high, Ink.Muted);
        return Html.Of($"<p class=\"bp-cap\">{svg.ToHtml()}</p>");
    }

    // Nothing is written on it: the colour of the text is left out.
    private static Ink Fill(Ink ink) => ink with { Attributes = ink.Attributes.Split(' ')[0] };
}
