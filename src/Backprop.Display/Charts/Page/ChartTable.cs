namespace Backprop.Display;

/// <summary>
/// The numbers of a chart as tables, folded away under the drawing: for those who cannot see it, and where it is cut
/// out. Of many rows some are shown, evenly spaced from the first to the last, and the table says so.
/// </summary>
internal static class ChartTable
{
    private const int MostRows = 20;
    private const int MostColumns = 8;
    private const int MostTables = 6;

    /// <summary>All tables in one fold; nothing for a chart without numbers.</summary>
    public static Html Of(Chart chart)
    {
        List<Listing> tables = [.. Listings(chart)];
        if (tables.Count == 0)
            return Html.Empty;
        Html more = tables.Count > MostTables
            ? Html.Of($"<p class=\"bp-cap\">Showing {MostTables} of {tables.Count} tables.</p>")
            : Html.Empty;
        return Html.Of(
            $"""
            <details class="bp-data"><summary>Data</summary>{tables.Take(MostTables).Select(Table)}{more}</details>
            """);
    }

    private static IEnumerable<Listing> Listings(Chart chart) => chart.Panels switch
    {
        FramePanels frames => Listings(frames.Charts[^1]),
        { } panels => panels.Charts.SelectMany(c => Listings(c).Select(t => Titled(t, c.Layout.Title))),
        null => OfSeries(chart).Concat(chart.Traces.SelectMany(t => OfTrace(t, chart.Layout))),
    };

    private static Listing Titled(Listing table, string? title) =>
        title is null ? table : table with { Title = $"{title}: {table.Title}" };

    // Lines and points over the same x stand side by side in one table.
    private static IEnumerable<Listing> OfSeries(Chart chart)
    {
        string x = chart.Layout.X.Title ?? "x";
        string y = chart.Layout.Y.Title ?? "y";
        IEnumerable<(string? Name, Series X, Series Y)> series = chart.Traces.SelectMany(Columns);
        foreach (var group in series.GroupBy(s => s.X, SameNumbers))
        {
            (string? Name, Series X, Series Y)[] all = [.. group];
            string[] heads = [x, .. all.Take(MostColumns).Select(s => s.Name ?? y)];
            Func<double, string>[] write = [.. all.Take(MostColumns).Select(s => CellText.For(s.Y.Values))];
            Func<double, string> writeX = CellText.For(group.Key.Values);
            int[] rows = Spread(group.Key.Count, MostRows);
            yield return new Listing(
                Cut(all.Length, MostColumns, "series") + Showing(rows.Length, group.Key.Count, "points"),
                heads,
                [.. rows.Select(i => (object?[])
                    [At(group.Key, i, writeX), .. write.Select((w, k) => w(all[k].Y.Values[i]))])]);
        }
    }

    private static IEnumerable<(string? Name, Series X, Series Y)> Columns(Trace trace)
    {
        switch (trace)
        {
            case LineTrace line:
                yield return (line.Name, line.X, line.Y);
                if (line.Band is { IsToZero: false } band)
                {
                    yield return ($"{line.Name} lower".TrimStart(), line.X, band.Lower);
                    yield return ($"{line.Name} upper".TrimStart(), line.X, band.Upper);
                }
                break;
            case PointTrace points:
                yield return (points.Name, points.X, points.Y);
                break;
            case BarTrace bars:
                yield return (bars.Name, Series.Counting(bars.Keys.Count) with { Labels = [.. bars.Keys] },
                    new Series([.. bars.Values]));
                break;
        }
    }

    private static IEnumerable<Listing> OfTrace(Trace trace, ChartLayout layout)
    {
        switch (trace)
        {
            case HistogramTrace histogram:
                yield return OfHistogram(histogram);
                break;
            case BoxTrace boxes:
                yield return OfBoxes(boxes);
                break;
            case HeatmapTrace heat:
                yield return OfGrid(heat.Name, heat.Z, heat.X, heat.Y, layout);
                break;
            case ContourTrace contour:
                yield return OfGrid(contour.Name, contour.Z, contour.X, contour.Y, layout);
                break;
            case SurfaceTrace surface:
                yield return OfGrid(surface.Name, surface.Z, surface.X, surface.Y, layout);
                break;
        }
    }

    private static Listing OfHistogram(HistogramTrace histogram)
    {
        Bins bins = Bins.For(histogram.Values, histogram.Bins);
        int[] counts = bins.CountIn(histogram.Values);
        int[] rows = Spread(counts.Length, MostRows);
        Func<double, string> edge = CellText.For(Enumerable.Range(0, bins.Count + 1).Select(bins.Edge));
        string title = histogram.Name is { } name ? $"{name}, " : "";
        return new Listing(title + Showing(rows.Length, counts.Length, "bins"), ["from", "to", "count"],
            [.. rows.Select(i => (object?[])
                [edge(bins.Edge(i)), edge(bins.Edge(i + 1)), NumberText.Count(counts[i])])]);
    }

    private static Listing OfBoxes(BoxTrace boxes)
    {
        BoxFigures[] figures = [.. boxes.Values.Select(BoxFigures.Of)];
        Func<double, string> write = CellText.For(figures.SelectMany(f => f.All));
        int[] rows = Spread(figures.Length, MostRows);
        return new Listing(
            (boxes.Name is { } name ? $"{name}, " : "") + Showing(rows.Length, figures.Length, "boxes"),
            ["", "least", "first quartile", "median", "third quartile", "largest", "values"],
            [.. rows.Select(i => (object?[])[boxes.Keys[i], .. figures[i].All.Select(write),
                NumberText.Count(figures[i].Count)])]);
    }

    private static Listing OfGrid(string? name, Grid grid, Series? x, Series? y, ChartLayout layout)
    {
        int[] rows = Spread(grid.Rows, MostRows);
        int[] columns = Spread(grid.Columns, MostColumns);
        Func<double, string> write = CellText.For(grid.All);
        Func<double, string> writeX = CellText.For(x?.Values ?? [0]);
        Func<double, string> writeY = CellText.For(y?.Values ?? [0]);
        string corner = $"{layout.Y.Title ?? "row"} \\ {layout.X.Title ?? "column"}";
        long all = (long)grid.Rows * grid.Columns;
        return new Listing(
            (name is null ? "" : $"{name}, ") + Showing(rows.Length * columns.Length, all, "values"),
            [corner, .. columns.Select(j => x is null ? TextView.Scalar(j) : At(x, j, writeX))],
            [.. rows.Select(i => (object?[])
                [y is null ? TextView.Scalar(i) : At(y, i, writeY), .. columns.Select(j => write(grid[i, j]))])]);
    }

    private static Html Table(Listing table)
    {
        IEnumerable<Html> heads = table.Columns.Select((c, i) =>
            i == 0 ? Html.Of($"<th scope=\"col\">{c}</th>") : Html.Of($"<th scope=\"col\" class=\"n\">{c}</th>"));
        IEnumerable<Html> rows = table.Rows.Select(row =>
        {
            IEnumerable<Html> cells = row.Skip(1).Select(c => Html.Of($"<td class=\"n\">{c}</td>"));
            return Html.Of($"<tr><th scope=\"row\">{row[0]}</th>{cells}</tr>");
        });
        return Html.Of(
            $"""
            <p class="bp-cap">{table.Title}</p>
            <div class="bp-scroll" tabindex="0" role="group" aria-label="{table.Title}">
            <table class="bp-tbl"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>
            """);
    }

    private static string At(Series series, int index, Func<double, string> write) =>
        series.Labels is { } labels ? TextView.Cut(labels[index], 40) : write(series.Values[index]);

    private static string Cut(int count, int most, string of) =>
        count <= most ? "" : TextView.Invariant($"{most} of {count} {of}, ");

    private static string Showing(int shown, long all, string of) =>
        shown == all
            ? $"{NumberText.Count(all)} {(all == 1 ? of[..^1] : of)}"
            : $"showing {NumberText.Count(shown)} of {NumberText.Count(all)} {of}, evenly spaced";

    /// <summary>At most so many of the indices from 0, evenly spaced, the first and the last among them.</summary>
    internal static int[] Spread(int count, int most) =>
        count <= most
            ? [.. Enumerable.Range(0, count)]
            : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (count - 1.0) / (most - 1)))];

    private static IEqualityComparer<Series> SameNumbers { get; } = EqualityComparer<Series>.Create(
        (a, b) => ReferenceEquals(a, b)
            || (a!.Values.AsSpan().SequenceEqual(b!.Values) && (a.Labels ?? []).SequenceEqual(b.Labels ?? [])),
        s => HashCode.Combine(s.Values.Length, s.Values.FirstOrDefault(), s.Values.LastOrDefault()));
}
