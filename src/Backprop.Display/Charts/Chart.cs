namespace Backprop.Display;

// Charts/: from sequences of numbers to a figure: Plotly's JSON, a static drawing that needs no script, and text.
// Scales/ knows numbers along an axis, Drawing/ the SVG, Plotly/ the JSON. It knows no tensor.

/// <summary>
/// A chart: <c>Chart.Line(x, y, Name: "loss").WithTitle("Training")</c>. x and y are any two sequences of numbers.
/// As a cell's last expression it draws itself. A chart never changes: each <c>With…</c> gives a new one.
/// </summary>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed partial class Chart
{
    private Chart(IReadOnlyList<Trace> traces, ChartLayout layout)
    {
        Traces = traces;
        Layout = layout;
    }

    internal IReadOnlyList<Trace> Traces { get; }

    internal ChartLayout Layout { get; }

    /// <summary>Sets the title above the chart.</summary>
    public Chart WithTitle(string title) => With(Layout with { Title = title });

    /// <summary>Sets the horizontal axis.</summary>
    /// <param name="title">Its name, with the unit.</param>
    /// <param name="MinMax">Its limits, such as <c>(0, 1)</c>; null lets the data decide.</param>
    /// <param name="Log">True: a logarithmic axis. Numbers that are not positive are left out, and the chart says
    /// so.</param>
    public Chart WithXAxisStyle(string? title = null, (double Min, double Max)? MinMax = null, bool Log = false) =>
        With(Layout with { X = new AxisStyle(title, MinMax, Log).Or(Layout.X) });

    /// <summary>Sets the vertical axis.</summary>
    /// <param name="title">Its name, with the unit.</param>
    /// <param name="MinMax">Its limits, such as <c>(0, 1)</c>; null lets the data decide.</param>
    /// <param name="Log">True: a logarithmic axis. Numbers that are not positive are left out, and the chart says
    /// so.</param>
    public Chart WithYAxisStyle(string? title = null, (double Min, double Max)? MinMax = null, bool Log = false) =>
        With(Layout with { Y = new AxisStyle(title, MinMax, Log).Or(Layout.Y) });

    /// <summary>Sets the size of the drawing, in pixels, from 200 × 120 to 1600 × 1200.</summary>
    public Chart WithSize(int width, int height) =>
        With(Layout with { Size = (Math.Clamp(width, 200, 1600), Math.Clamp(height, 120, 1200)) });

    /// <summary>Writes a text at a point of the data.</summary>
    public Chart WithAnnotation(double x, double y, string text) =>
        With(Layout with { Notes = [.. Layout.Notes, new Note(x, y, text)] });

    /// <summary>Draws a thin line from bottom to top at an x, with its name.</summary>
    public Chart WithVerticalLine(double x, string text = "") =>
        With(Layout with { Guides = [.. Layout.Guides, new Guide(x, IsVertical: true, text)] });

    /// <summary>Draws a thin line from left to right at a y, with its name.</summary>
    public Chart WithHorizontalLine(double y, string text = "") =>
        With(Layout with { Guides = [.. Layout.Guides, new Guide(y, IsVertical: false, text)] });

    /// <summary>The figure in all its formats: Plotly's JSON, a static drawing, text.</summary>
    public MimeBundle ToBundle() => new MimeBundle()
        .Add(MimeBundle.Plotly, PlotlyFigure.Of(this))
        .Add(MimeBundle.Html, Theme.Output(ChartCard.Of(this)).Content)
        .Add(MimeBundle.Text, ChartText.Of(this));

    /// <summary>The drawing in two sizes, for wide and for narrow columns, to stand inside a card.</summary>
    public Html ToHtml() => ChartCard.Drawing(this).Html;

    /// <summary>The drawing alone, to stand inside a card; ids carry <see cref="Html.IdPrefix"/>.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public Html ToSvg(int width, int height) => ChartDrawing.Draw(this, width, height).Svg.ToHtml();

    /// <summary>What the chart shows, in words and numbers.</summary>
    public override string ToString() => ChartText.Of(this);

    private Chart With(ChartLayout layout) => new(Traces, layout);
}
