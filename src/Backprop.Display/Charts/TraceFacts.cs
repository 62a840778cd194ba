namespace Backprop.Display;

/// <summary>One series of a chart in words and numbers.</summary>
internal static class TraceFacts
{
    private const int MostBoxes = 8;

    /// <summary>Its name, or what it is.</summary>
    public static string Name(Trace trace) => trace.Name ?? Kind(trace);

    /// <summary>What it is.</summary>
    public static string Kind(Trace trace) => trace switch
    {
        LineTrace => "line",
        PointTrace => "points",
        BarTrace => "bars",
        HistogramTrace => "histogram",
        HeatmapTrace { IsImage: true } => "picture",
        HeatmapTrace => "heat map",
        BoxTrace => "boxes",
        SurfaceTrace => "surface",
        _ => "contour",
    };

    /// <summary>Its key numbers.</summary>
    public static string Of(Trace trace) => trace switch
    {
        LineTrace line => LineFact(line),
        PointTrace points =>
            $"{Count(points.Y.Count, "point")}, x {Range(points.X.Values)}, y {Range(points.Y.Values)}",
        BarTrace bars => BarFact(bars),
        HistogramTrace histogram => $"{Count(histogram.Values.Count, "value")} {Range(histogram.Values)}",
        HeatmapTrace heat => $"{heat.Z.Rows} × {heat.Z.Columns} values {Range(heat.Z.All)}",
        ContourTrace contour => $"{contour.Z.Rows} × {contour.Z.Columns} heights {Range(contour.Z.All)}",
        SurfaceTrace surface => SurfaceFact(surface),
        BoxTrace boxes => BoxFact(boxes),
        _ => "",
    };

    private static string LineFact(LineTrace line)
    {
        int[] finite = [.. Enumerable.Range(0, line.Y.Count).Where(i => double.IsFinite(line.Y.Values[i]))];
        string count = Count(line.Y.Count, "point");
        if (finite.Length == 0)
            return count;
        double[] y = line.Y.Values;
        int low = finite.MinBy(i => y[i]);
        int high = finite.MaxBy(i => y[i]);
        string path = $"{count}, {Number(y[finite[0]])} → {Number(y[finite[^1]])}";
        return $"{path}, lowest {Number(y[low])} at {At(line.X, low)}, highest {Number(y[high])} at {At(line.X, high)}";
    }

    private static string BarFact(BarTrace bars)
    {
        if (bars.Values.Count == 0)
            return "no bars";
        if (bars.Values.Count <= 8)
            return string.Join(", ", bars.Keys.Zip(bars.Values, (k, v) => $"{TextView.Cut(k, 24)} {Number(v)}"));
        return $"{Count(bars.Values.Count, "bar")} {Range(bars.Values)}";
    }

    /// <summary>Its course as a row of small blocks, or an empty string.</summary>
    public static string Blocks(Trace trace) => trace switch
    {
        LineTrace line => Sparkline.Of(line.Y.Values),
        BarTrace bars => Sparkline.Of([.. bars.Values]),
        HistogramTrace histogram =>
            Sparkline.OfCounts(Bins.For(histogram.Values, histogram.Bins ?? 16).CountIn(histogram.Values)),
        _ => "",
    };

    private static string SurfaceFact(SurfaceTrace surface)
    {
        string fact = $"{surface.Z.Rows} × {surface.Z.Columns} heights {Range(surface.Z.All)}";
        (int Row, int Column)[] finite =
        [
            .. from i in Enumerable.Range(0, surface.Z.Rows)
               from j in Enumerable.Range(0, surface.Z.Columns)
               where double.IsFinite(surface.Z[i, j])
               select (i, j),
        ];
        if (finite.Length == 0)
            return fact;
        (int row, int column) = finite.MinBy(c => surface.Z[c.Row, c.Column]);
        return $"{fact}, lowest at ({At(surface.X, column)}, {At(surface.Y, row)})";
    }

    private static string BoxFact(BoxTrace boxes)
    {
        IEnumerable<string> facts = boxes.Keys.Zip(boxes.Values).Take(MostBoxes).Select(box =>
        {
            BoxFigures figures = BoxFigures.Of(box.Second);
            string name = box.First.Length == 0 || box.First == boxes.Name ? "" : TextView.Cut(box.First, 24) + " ";
            return $"{name}median {Number(figures.Median)}, half of {Count(figures.Count, "value")} between "
                + $"{Number(figures.Lower)} and {Number(figures.Upper)}";
        });
        string more = boxes.Keys.Count > MostBoxes ? $"; and {boxes.Keys.Count - MostBoxes} more boxes" : "";
        return string.Join("; ", facts) + more;
    }

    private static string Range(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? "(none)" : $"from {Number(finite.Min())} to {Number(finite.Max())}";
    }

    private static string At(Series x, int index) => x.Labels?[index] ?? Number(x.Values[index]);

    /// <summary>A number: whole ones as such, others with four digits.</summary>
    public static string Number(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e9
            ? NumberText.Fixed(value, 0)
            : NumberText.Significant(value, 4);

    /// <summary>A count with its word.</summary>
    public static string Count(long count, string of) => $"{NumberText.Count(count)} {of}{(count == 1 ? "" : "s")}";
}
