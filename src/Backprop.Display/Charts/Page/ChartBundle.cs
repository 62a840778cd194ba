using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// A figure in the formats that front ends choose from: Plotly's JSON where they draw it themselves; HTML with a
/// drawing that needs no script; the drawing alone for hosts that show no HTML; text.
/// </summary>
internal static class ChartBundle
{
    public static MimeBundle Of(Chart chart) =>
        Of(PlotlyFigure.Of(chart), ChartCard.Of(chart), ChartCard.Alone(chart), ChartText.Of(chart));

    /// <param name="figure">Plotly's JSON.</param>
    /// <param name="card">The HTML, not yet wrapped by <see cref="Theme.Output"/>.</param>
    /// <param name="drawing">The drawing alone, or null where there is none.</param>
    /// <param name="text">The same in words.</param>
    public static MimeBundle Of(JsonObject figure, Html card, string? drawing, string text)
    {
        MimeBundle bundle = new MimeBundle()
            .Add(MimeBundle.Plotly, figure)
            .Add(MimeBundle.Html, Theme.Output(Html.Of($"{card}{LiveCharts.Figure(figure)}")).Content);
        if (drawing is not null)
            bundle.Add(MimeBundle.Svg, drawing);
        return bundle.Add(MimeBundle.Text, text);
    }
}
