namespace Backprop.Display;

/// <summary>
/// Draws a surface in space: its patches from back to front, coloured by height, in a box whose floor carries the two
/// axes and whose left edge the heights.
/// </summary>
internal sealed class SurfaceDrawing
{
    private const int MostPatches = 26;
    private const double Beside = 58;
    private const double Below = 34;

    private readonly SvgBuilder svg;
    private readonly SurfaceView view;
    private readonly Scale x;
    private readonly Scale y;
    private readonly Scale z;

    private SurfaceDrawing(SvgBuilder svg, SurfaceTrace surface)
    {
        this.svg = svg;
        view = new SurfaceView(Beside, 14, svg.Width - (2 * Beside), svg.Height - 14 - Below);
        x = Along(surface.X.Values);
        y = Along(surface.Y.Values);
        (double low, double high) = Domain.Of(surface.Z.All, AxisStyle.None, 0, nearZero: true);
        z = new Scale(low, high, 0, 1, IsLog: false);
    }

    /// <summary>Draws it.</summary>
    /// <returns>What a reader must know: how many patches stand for how many numbers, what is missing.</returns>
    public static IReadOnlyList<string> Draw(SvgBuilder svg, SurfaceTrace surface, ChartLayout layout)
    {
        if (surface.Z.Rows < 2 || surface.Z.Columns < 2)
            return ["A surface needs at least 2 × 2 heights; there is nothing to show."];
        var drawing = new SurfaceDrawing(svg, surface);
        drawing.DrawBox();
        int[] rows = ChartTable.Spread(surface.Z.Rows, MostPatches + 1);
        int[] columns = ChartTable.Spread(surface.Z.Columns, MostPatches + 1);
        drawing.DrawPatches(surface, rows, columns);
        drawing.DrawAxes(surface, layout);
        return [.. Remarks(surface, rows.Length, columns.Length)];
    }

    private static IEnumerable<string> Remarks(SurfaceTrace surface, int rows, int columns)
    {
        if (rows < surface.Z.Rows || columns < surface.Z.Columns)
        {
            yield return TextView.Invariant(
                $"Drawn through {rows} × {columns} of {surface.Z.Rows} × {surface.Z.Columns} heights.");
        }
        long missing = surface.Z.All.LongCount(v => !double.IsFinite(v));
        if (missing > 0)
            yield return $"{NumberText.Count(missing)} heights are NaN or infinite: holes.";
    }

    private static Scale Along(double[] values) => new(values[0], values[^1], 0, 1, IsLog: false);

    // The three faces behind the surface, with the grid lines of the ticks.
    private void DrawBox()
    {
        var lines = new PathData();
        foreach (double at in z.TicksOf(5).Values.Select(z.At))
            Join(lines, (0, 0, at), (0, 1, at), (1, 1, at));
        foreach (double at in x.TicksOf(5).Values.Select(x.At))
            Join(lines, (at, 0, 0), (at, 1, 0));
        foreach (double at in y.TicksOf(5).Values.Select(y.At))
            Join(lines, (0, at, 0), (1, at, 0));
        svg.Path(lines, Ink.Grid);
        var edges = new PathData();
        Join(edges, (0, 0, 1), (0, 0, 0), (1, 0, 0), (1, 1, 0));
        svg.Path(edges, Ink.Axis);
    }

    // Far rows first; in a row from left to right, which is from far to near.
    private void DrawPatches(SurfaceTrace surface, int[] rows, int[] columns)
    {
        HeatScale colors = HeatScale.For(surface.Z.All);
        Ink? ink = null;
        var path = new PathData();
        svg.Add(new Html("<g class=\"mesh\" stroke=\"#fff\" stroke-width=\".6\" stroke-linejoin=\"round\">"));
        for (int i = rows.Length - 2; i >= 0; i--)
        {
            for (int j = 0; j + 1 < columns.Length; j++)
            {
                (int near, int far, int left, int right) = (rows[i], rows[i + 1], columns[j], columns[j + 1]);
                (int Row, int Column)[] corners = [(near, left), (near, right), (far, right), (far, left)];
                double mean = corners.Average(c => surface.Z[c.Row, c.Column]);
                if (!double.IsFinite(mean))
                    continue;
                Ink own = colors.Ink(mean);
                if (own != ink)
                {
                    Flush(path, ink);
                    (path, ink) = (new PathData(), own);
                }
                AddPatch(path, surface, corners);
            }
        }
        Flush(path, ink);
        svg.Add(new Html("</g>"));
    }

    private void Flush(PathData path, Ink? ink)
    {
        if (ink is not null)
            svg.Path(path, ink with { Attributes = ink.Attributes.Split(" color=")[0] });
    }

    private void AddPatch(PathData path, SurfaceTrace surface, (int Row, int Column)[] corners)
    {
        bool isFirst = true;
        foreach ((int row, int column) in corners)
        {
            (double px, double py) =
                view.At(x.At(surface.X.Values[column]), y.At(surface.Y.Values[row]), z.At(surface.Z[row, column]));
            _ = isFirst ? path.MoveTo(px, py) : path.LineTo(px, py);
            isFirst = false;
        }
        path.Close();
    }

    private void DrawAxes(SurfaceTrace surface, ChartLayout layout)
    {
        Ticks up = z.TicksOf(5);
        for (int i = 0; i < up.Values.Count; i++)
        {
            (double px, double py) = view.At(0, 0, z.At(up.Values[i]));
            svg.Text(px - 6, py + 4, up.Labels[i], Ink.Muted, "end");
        }
        (double topX, double topY) = view.At(0, 0, 1);
        if (surface.Name is { } name)
            svg.Text(2, Math.Max(12, topY - 14), TextWidth.Fit(name, topX + 60), Ink.Muted);
        DrawTicks(x, surface.X, at => view.At(at, 0, 0), "end", -2);
        DrawTicks(y, surface.Y, at => view.At(1, at, 0), "start", 6);
        DrawName(layout.X.Title, view.At(0.5, 0, 0), -30, 34, "end");
        DrawName(layout.Y.Title, view.At(1, 0.5, 0), 34, 26, "start");
    }

    private void DrawTicks(
        Scale scale, Series series, Func<double, (double X, double Y)> place, string anchor, double dx)
    {
        Ticks ticks = scale.TicksOf(series.Labels is { } texts ? Math.Min(6, texts.Length) : 5);
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            double value = ticks.Values[i];
            bool isNamed = series.Labels is not null && value == Math.Floor(value);
            string label = isNamed ? series.Labels![(int)value] : ticks.Labels[i];
            (double px, double py) = place(scale.At(value));
            svg.Text(px + dx, py + 16, TextWidth.Fit(label, Beside - 8), Ink.Muted, anchor);
        }
    }

    private void DrawName(string? name, (double X, double Y) at, double dx, double dy, string anchor)
    {
        if (name is null)
            return;
        double room = anchor == "end" ? at.X + dx - 2 : svg.Width - at.X - dx - 2;
        svg.Text(at.X + dx, Math.Min(at.Y + dy, svg.Height - 4), TextWidth.Fit(name, room), Ink.Muted, anchor);
    }

    private void Join(PathData path, params (double X, double Y, double Z)[] points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            (double px, double py) = view.At(points[i].X, points[i].Y, points[i].Z);
            _ = i == 0 ? path.MoveTo(px, py) : path.LineTo(px, py);
        }
    }
}
