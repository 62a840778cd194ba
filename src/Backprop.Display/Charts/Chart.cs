namespace Backprop.Display;

// Charts/: from sequences of numbers to a figure: Plotly's JSON, a static drawing that needs no script, a table, text.
// Scales/ knows numbers along an axis, Drawing/ the SVG, Plotly/ the JSON, Page/ the HTML. It knows no tensor.

/// <summary>
/// A chart: <c>Chart.Line(x, y, Name: "loss").WithTitle("Training")</c>. x and y are any two sequences of numbers.
/// As a cell's last expression it draws itself. A chart never changes: each <c>With…</c> gives a new one.
/// </summary>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed partial class Chart
{
    private Chart(IReadOnlyList<Trace> traces, ChartLayout layout, Panels? panels = null)
    {
        Traces = traces;
        Layout = layout;
        Panels = panels;
    }

    internal IReadOnlyList<Trace> Traces { get; }

    internal ChartLayout Layout { get; }

    /// <summary>The charts that this one holds, or null where it has series of its own.</summary>
    internal Panels? Panels { get; }

    /// <summary>Sets the title above the chart.</summary>
    public Chart WithTitle(string title) => With(Layout with { Title = title });

    /// <summary>
    /// Says in a sentence what the chart shows, with its number: it stands under the drawing, and a screen reader and
    /// the plain text say it first.
    /// </summary>
    public Chart WithDescription(string description) => With(Layout with { Description = description });

    /// <summary>Sets the horizontal axis; of a grid or of frames that of each chart.</summary>
    /// <param name="title">Its name, with the unit.</param>
    /// <param name="MinMax">Its limits, such as <c>(0, 1)</c>; null lets the data decide.</param>
    /// <param name="Log">True: a logarithmic axis. Numbers that are not positive are left out, and the chart says
    /// so.</param>
    /// <param name="Visible">False: neither numbers nor lines are drawn.</param>
    public Chart WithXAxisStyle(
        string? title = null, (double Min, double Max)? MinMax = null, bool Log = false, bool Visible = true)
    {
        var style = new AxisStyle(title, MinMax, Log, Visible);
        return Each(chart => chart.With(chart.Layout with { X = style.Or(chart.Layout.X) }));
    }

    /// <summary>Sets the vertical axis; of a grid or of frames that of each chart.</summary>
    /// <inheritdoc cref="WithXAxisStyle"/>
    public Chart WithYAxisStyle(
        string? title = null, (double Min, double Max)? MinMax = null, bool Log = false, bool Visible = true)
    {
        var style = new AxisStyle(title, MinMax, Log, Visible);
        return Each(chart => chart.With(chart.Layout with { Y = style.Or(chart.Layout.Y) }));
    }

    /// <summary>
    /// Sets the size of the drawing, in pixels, from 120 × 80 to 1600 × 1200; of a grid that of the whole.
    /// </summary>
    public Chart WithSize(int width, int height)
    {
        (int, int) size = (Math.Clamp(width, 120, 1600), Math.Clamp(height, 80, 1200));
        return Panels is FramePanels
            ? Each(chart => chart.WithSize(width, height))
            : With(Layout with { Size = size });
    }

    /// <summary>Names the series above the drawing (true), or nowhere (false).</summary>
    public Chart WithLegend(bool showLegend = true) =>
        Each(chart => chart.With(chart.Layout with { Legend = showLegend }));

    /// <summary>Names the series; a chart of several gives them all the same name.</summary>
    public Chart WithTraceInfo(string Name) =>
        Each(chart => new Chart([.. chart.Traces.Select(t => t with { Name = Name })], chart.Layout));

    /// <summary>Writes a text at a point of the data.</summary>
    public Chart WithAnnotation(double x, double y, string text) =>
        Each(chart => chart.With(chart.Layout with { Notes = [.. chart.Layout.Notes, new Note(x, y, text)] }));

    /// <summary>Draws a thin line from bottom to top at an x, with its name.</summary>
    public Chart WithVerticalLine(double x, string text = "") => WithGuide(new Guide(x, IsVertical: true, text));

    /// <summary>Draws a thin line from left to right at a y, with its name.</summary>
    public Chart WithHorizontalLine(double y, string text = "") => WithGuide(new Guide(y, IsVertical: false, text));

    /// <summary>Hatches the zone between two x, with its name: <c>WithVerticalBand(3, 6, "saturated")</c>.</summary>
    public Chart WithVerticalBand(double from, double to, string text = "") =>
        WithZone(new Zone(Math.Min(from, to), Math.Max(from, to), IsVertical: true, text));

    /// <summary>Hatches the zone between two y, with its name.</summary>
    public Chart WithHorizontalBand(double from, double to, string text = "") =>
        WithZone(new Zone(Math.Min(from, to), Math.Max(from, to), IsVertical: false, text));

    /// <summary>The figure in all its formats: Plotly's JSON, HTML with a drawing, the drawing alone, text.</summary>
    public MimeBundle ToBundle() => ChartBundle.Of(this);

    /// <summary>Writes the chart as a page of its own, which needs no other file and no network.</summary>
    /// <param name="path">The file, such as <c>"loss.html"</c>; an old one is replaced.</param>
    /// <exception cref="IOException">The folder does not exist, or the file cannot be written.</exception>
    public void SaveHtml(string path) => ChartPage.Write(this, path);

    /// <summary>The drawing in two sizes, for wide and for narrow columns, to stand inside a card.</summary>
    public Html ToHtml() => ChartCard.Drawing(this).Html;

    /// <summary>The numbers of the chart as tables, folded, to stand inside a card.</summary>
    public Html ToTable() => ChartTable.Of(this);

    /// <summary>The drawing alone, to stand inside a card; ids carry <see cref="Html.IdPrefix"/>.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public Html ToSvg(int width, int height) => ChartDrawing.Draw(this, width, height).Svg.ToHtml();

    /// <summary>What the chart shows, in words and numbers.</summary>
    public override string ToString() => ChartText.Of(this);

    /// <summary>The first of the charts inside.</summary>
    internal Chart WithFirst(int count) =>
        Panels is null ? this : new Chart(Traces, Layout, Panels with { Charts = [.. Panels.Charts.Take(count)] });

    private Chart With(ChartLayout layout) => new(Traces, layout, Panels);

    // What is said of axes and series holds for the charts inside.
    private Chart Each(Func<Chart, Chart> change) =>
        Panels is null
            ? change(this)
            : new Chart(Traces, Layout, Panels with { Charts = [.. Panels.Charts.Select(c => c.Each(change))] });

    private Chart WithGuide(Guide guide) =>
        Each(chart => chart.With(chart.Layout with { Guides = [.. chart.Layout.Guides, guide] }));

    private Chart WithZone(Zone zone) =>
        Each(chart => chart.With(chart.Layout with { Zones = [.. chart.Layout.Zones, zone] }));
}
