namespace Backprop.Display;

/// <summary>
/// How one series of a chart looks. Colour, dashes and marker all differ, so that none has to be told by colour alone.
/// </summary>
/// <param name="Line">Its line.</param>
/// <param name="Fill">Its markers and areas.</param>
/// <param name="Text">Its name.</param>
/// <param name="Marker">The shape of its points.</param>
internal sealed record SeriesStyle(Ink Line, Ink Fill, Ink Text, Marker Marker)
{
    private const string Dash = "5 4";

    /// <summary>Its line without dashes, for outlines.</summary>
    public required Ink Solid { get; init; }

    /// <summary>An area that lets the grid through.</summary>
    public Ink Area { get; } = new(Fill.Class + " area", Fill.Attributes + " fill-opacity=\".18\"");

    /// <summary>One style for each trace; traces without a role of their own take the colours in turn.</summary>
    public static IReadOnlyList<SeriesStyle> For(IEnumerable<Trace> traces)
    {
        var styles = new List<SeriesStyle>();
        int next = 0;
        foreach (Trace trace in traces)
        {
            SeriesRole role = RoleOf(trace);
            bool? dashed = (trace as LineTrace)?.Dashed;
            // A heat map has colours of its own: it takes none of the series'.
            bool isSeries = trace is not HeatmapTrace and not ContourTrace and not SurfaceTrace;
            styles.Add(
                role == SeriesRole.Auto ? Auto(isSeries ? next++ : 0, dashed) : OfRole(role, dashed, styles.Count));
        }
        return styles;
    }

    private static SeriesStyle Auto(int index, bool? dashed)
    {
        Ink line = Ink.SeriesLine(index);
        if (dashed is { } wanted)
            line = Ink.Line(line.Class, Ink.SeriesColor(index), wanted ? Dash : "");
        Ink fill = Ink.SeriesFill(index);
        return new SeriesStyle(line, fill, new Ink(fill.Class + " s", fill.Attributes), MarkerOf(index))
        {
            Solid = Ink.Line(line.Class, Ink.SeriesColor(index)),
        };
    }

    // After five, colours repeat and markers move on by one.
    private static Marker MarkerOf(int index) => (Marker)((index + (index / 5)) % 5);

    private static SeriesStyle OfRole(SeriesRole role, bool? dashed, int index)
    {
        (string line, string fill, string color, bool usually) = role switch
        {
            SeriesRole.Gradient => ("lg", "grad", "#a34100", true),
            SeriesRole.Loss => ("ll", "loss", "#a3195b", false),
            SeriesRole.Negative => ("ln", "neg", "#6b367f", false),
            SeriesRole.Positive => ("lp", "pos", "#206740", false),
            _ => ("lv", "value", "#0a5a9e", false),
        };
        var area = new Ink(fill, $"fill=\"{color}\"");
        var text = new Ink(fill + " s b", area.Attributes);
        Marker marker = role switch
        {
            SeriesRole.Negative => Marker.Circle,
            SeriesRole.Positive => Marker.Square,
            _ => (Marker)(index % 5),
        };
        return new SeriesStyle(Ink.Line(line, color, dashed ?? usually ? Dash : ""), area, text, marker)
        {
            Solid = Ink.Line(line, color),
        };
    }

    private static SeriesRole RoleOf(Trace trace) => trace switch
    {
        LineTrace line => line.Role,
        PointTrace points => points.Role,
        BarTrace bars => bars.Role,
        HistogramTrace histogram => histogram.Role,
        BoxTrace boxes => boxes.Role,
        _ => SeriesRole.Auto,
    };
}
