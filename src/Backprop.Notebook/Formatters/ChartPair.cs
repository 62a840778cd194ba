using Backprop.Display;

namespace Backprop;

/// <summary>Charts side by side in one card, each under its title; one under the other where it is narrow.</summary>
internal static class ChartPair
{
    private const int Width = 360;
    private const int Height = 200;

    public static Html Of(IEnumerable<(string Title, Chart Chart)> charts)
    {
        IEnumerable<Html> drawn = charts.Select((c, i) => Drawing(c.Title, c.Chart, i));
        return Html.Of($"<div class=\"bp-two\">{drawn}</div>");
    }

    // Each drawing gets ids of its own: they all stand in one output.
    private static Html Drawing(string title, Chart chart, int index)
    {
        string own = FormattableString.Invariant($"{Html.IdPrefix}{index}-");
        string svg = chart.ToSvg(Width, Height).Content.Replace(Html.IdPrefix, own, StringComparison.Ordinal);
        return Html.Of($"<div><p class=\"bp-h\">{Capital(title)}</p>{new Html(svg)}</div>");
    }

    private static string Capital(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];
}
