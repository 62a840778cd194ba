using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

/// <summary>
/// Draws what a net says of the plane, its boundary, and the points. Of several times each is a group of its own in one
/// drawing, so that axes and points stand in the file once.
/// </summary>
internal sealed class BoundaryDrawing
{
    // Of two classes the full colour stays far away: the points must stand out.
    private const double FullColor = 1.7;
    private const int Shades = 12;

    private readonly BoundaryData data;
    private readonly Chart points;

    public BoundaryDrawing(BoundaryData data, bool isTwoClass)
    {
        this.data = data;
        points = Points(data, isTwoClass).WithXAxisStyle("x₁", data.RangeX).WithYAxisStyle("x₂", data.RangeY);
    }

    /// <summary>The points alone, by class.</summary>
    public static Chart Points(BoundaryData data, bool isTwoClass) => Chart.Combine(data.Classes.Select(label =>
    {
        (double[] x, double[] y) = data.Drawn(label);
        bool isSecond = label == data.Classes[^1] && (data.Classes.Length > 1 || label > 0);
        SeriesRole role = !isTwoClass ? SeriesRole.Auto : isSecond ? SeriesRole.Positive : SeriesRole.Negative;
        return Chart.Point(x, y, Name: Invariant($"class {label}"), Role: role);
    }));

    /// <summary>The same as a chart, to combine it with others.</summary>
    public static Chart ChartOf(BoundaryMap map, BoundaryData data)
    {
        Chart ground = map.IsTwoClass
            ? Chart.Contour(map.Sureness, map.Xs, map.Ys, "sureness", Levels: [0], Filled: true, ZMax: FullColor)
            : Chart.Heatmap(map.Sureness, X: map.Xs, Y: map.Ys, Name: "sureness", ShowScale: false, ZMax: FullColor);
        IEnumerable<Chart> lines = map.IsTwoClass
            ? []
            : map.Margins.Select(m => Chart.Contour(m, map.Xs, map.Ys, "boundary", Levels: [0]));
        return Chart.Combine([ground, .. lines, Points(data, map.IsTwoClass)]).WithTitle("Decision boundary")
            .WithXAxisStyle("x₁", data.RangeX).WithYAxisStyle("x₂", data.RangeY);
    }

    /// <summary>The drawing of one map or of several, of which the last is shown at first.</summary>
    /// <param name="maps">What the net said, at one time or several.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="label">What it says, for those who do not see it.</param>
    /// <param name="scope">Tells its ids from those of other drawings in the same output.</param>
    public SvgBuilder Draw(IReadOnlyList<BoundaryMap> maps, int width, int height, string label, string scope = "")
    {
        var svg = new SvgBuilder(width, height, label) { Scope = scope };
        ChartPlan plan = ChartPlan.Of(points);
        var legend = new Legend(ChartDrawing.Named(points, linesAtEnds: true), width);
        Frame frame = Frame.For(plan, width, height, legend.Height, 0);
        legend.Draw(svg);
        for (int i = 0; i < maps.Count; i++)
        {
            // Without styles only the last one is there.
            string hidden = i < maps.Count - 1 ? " display=\"none\"" : "";
            svg.Add(new Html(Invariant($"<g class=\"bp-shot s{i}\"{hidden}>")));
            DrawMap(svg, frame, maps[i]);
            svg.Add(new Html("</g>"));
        }
        new AxisDrawing(svg, frame, plan).Draw(withGrid: false);
        var layer = new LineLayer(svg, frame);
        foreach ((Trace trace, SeriesStyle style) in points.Traces.Zip(plan.Styles))
            layer.DrawPoints((PointTrace)trace, style);
        return svg;
    }

    private static void DrawMap(SvgBuilder svg, Frame frame, BoundaryMap map)
    {
        var grid = new Grid(map.Sureness);
        var (xs, ys) = (new Series(map.Xs), new Series(map.Ys));
        int low = map.IsTwoClass ? -Shades : 0;
        double[] levels = [.. Enumerable.Range(low, Shades - low).Select(i => (i + 0.5) / Shades)];
        // A plane of one sign only would take the other palette.
        var ground = new ContourTrace(null, grid, xs, ys) { ZMax = FullColor, IsSigned = map.IsTwoClass };
        new HeatLayer(svg, frame).Place(ContourPicture.DataUri(ground, levels));
        var lines = new ContourLayer(svg, frame, []);
        foreach (double[,] margin in map.Margins)
            lines.Draw(new ContourTrace(null, new Grid(margin), xs, ys) { Levels = [0] });
    }
}
