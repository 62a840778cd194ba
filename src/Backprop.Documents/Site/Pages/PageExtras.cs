using Backprop.Display;

namespace Backprop.Documents;

/// <summary>Scripts of a page, and the styles that come with them.</summary>
/// <param name="Css">Styles.</param>
/// <param name="Scripts">Scripts, in order.</param>
internal sealed record PageExtras(string Css, string[] Scripts)
{
    /// <summary>A page without scripts.</summary>
    public static PageExtras None { get; } = new("", []);

    /// <summary>
    /// What makes formulas finer and charts interactive, where the page has any and npm brought it; and buttons for what
    /// goes through steps.
    /// </summary>
    public static PageExtras For(Assets assets, bool hasFormulas, bool hasFigures, bool hasSteps)
    {
        bool withKatex = hasFormulas && assets.Katex is not null;
        bool withPlotly = hasFigures && assets.Plotly is not null;
        if (!withKatex && !withPlotly && !hasSteps)
            return None;
        string[] formulas = withKatex ? [assets.Katex!, PageFrame.Resource("page.js")] : [];
        string[] charts = withPlotly ? [assets.Plotly!, LiveCharts.PageScript] : [];
        string[] steps = hasSteps ? [PageFrame.Resource("stepper.js")] : [];
        return new(withKatex ? assets.KatexCss : "", [.. formulas, .. charts, .. steps]);
    }
}
