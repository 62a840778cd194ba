using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// A figure in the formats that front ends choose from: Plotly's JSON where they draw it themselves; HTML with a
/// drawing that needs no script; the drawing alone for hosts that show no HTML; text.
/// </summary>
internal static class ChartBundle
{
    // Of 200 kB; the styles take the rest.
    private const int Budget = 180_000;

    public static MimeBundle Of(Chart chart) =>
        Of(PlotlyFigure.Of(chart), ChartCard.Of(chart), ChartCard.Alone(chart), ChartText.Of(chart), IsBetterLive(chart));

    /// <summary>
    /// True where plotly.js shows more than the drawing does: values under the pointer, a part enlarged. Small charts
    /// side by side, frames, pictures and matrices with their numbers lose by it; what draws in space is another script.
    /// </summary>
    public static bool IsBetterLive(Chart chart) =>
        chart.Panels is null && !chart.Traces.Any(t => t is SurfaceTrace || (t is HeatmapTrace heat && IsRead(heat)));

    // Looked at as a picture, or read number by number.
    private static bool IsRead(HeatmapTrace heat) =>
        heat.IsImage || (heat.Y is null or { Labels: not null } && HeatLayer.MayHaveNumbers(heat));

    /// <param name="figure">Plotly's JSON.</param>
    /// <param name="card">The HTML, not yet wrapped by <see cref="Theme.Output"/>.</param>
    /// <param name="drawing">The drawing alone, or null where there is none.</param>
    /// <param name="text">The same in words.</param>
    /// <param name="isLive">True where plotly.js may take the drawing's place.</param>
    public static MimeBundle Of(JsonObject figure, Html card, string? drawing, string text, bool isLive)
    {
        Html data = isLive ? LiveCharts.Figure(figure) : Html.Empty;
        bool fits = card.Content.Length + data.Content.Length <= Budget;
        MimeBundle bundle = new MimeBundle()
            .Add(MimeBundle.Plotly, figure)
            .Add(MimeBundle.Html, Theme.Output(fits ? Html.Of($"{card}{data}") : card).Content);
        if (drawing is not null)
            bundle.Add(MimeBundle.Svg, drawing);
        return bundle.Add(MimeBundle.Text, text);
    }
}
