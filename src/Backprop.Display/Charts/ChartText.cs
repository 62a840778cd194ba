namespace Backprop.Display;

/// <summary>A chart in words and numbers: what a console, a log or a screen reader gets.</summary>
internal static class ChartText
{
    private const int MaxSeries = 12;

    private const int MaxPanels = 8;

    /// <summary>One line for each series, with a row of small blocks.</summary>
    public static string Of(Chart chart)
    {
        string described = chart.Layout.Description is { } text ? $"\n  {text}" : "";
        return chart.Panels switch
        {
            FramePanels frames => $"{Title(chart, FramesHead(frames))}{described}\n{Of(Named(frames))}",
            { } panels => string.Join('\n',
            [
                Title(chart, PanelsHead(panels)) + described,
                .. panels.Charts.Take(MaxPanels).Select(Of),
                .. More(panels.Charts.Count - MaxPanels, "charts"),
            ]),
            null => OfSeries(chart, described),
        };
    }

    /// <summary>The same in sentences, for an <c>aria-label</c>.</summary>
    public static string Label(Chart chart)
    {
        IEnumerable<string> parts = chart.Panels switch
        {
            FramePanels frames => [Title(chart, FramesHead(frames)), Label(Named(frames)).TrimEnd('.')],
            { } panels =>
            [
                Title(chart, PanelsHead(panels)),
                .. panels.Charts.Take(MaxPanels).Select(c => Label(c).TrimEnd('.')),
                .. More(panels.Charts.Count - MaxPanels, "charts"),
            ],
            null =>
            [
                Head(chart),
                .. chart.Traces.Take(MaxSeries)
                    .Select(t => t.Name is null ? TraceFacts.Of(t) : $"{t.Name}: {TraceFacts.Of(t)}"),
                .. More(chart.Traces.Count - MaxSeries, "series"),
            ],
        };
        // What the author found comes first: it is what the picture is for.
        IEnumerable<string> found = chart.Layout.Description is { } text ? [text.TrimEnd('.')] : [];
        return string.Join(". ", found.Concat(parts.Where(p => p.Length > 0))) + ".";
    }

    /// <summary>The frame that is shown at first, under its name.</summary>
    public static Chart Named(FramePanels frames)
    {
        Chart last = frames.Charts[^1];
        string name = $"{frames.Label} {frames.Names[^1]}";
        return last.WithTitle(last.Layout.Title is { } title ? $"{title}, {name}" : name);
    }

    private static string OfSeries(Chart chart, string described)
    {
        int name = chart.Traces.Take(MaxSeries).Select(t => TraceFacts.Name(t).Length).DefaultIfEmpty(0).Max();
        IEnumerable<string> lines = chart.Traces.Take(MaxSeries).Select(t =>
            $"  {TraceFacts.Name(t).PadRight(name)}  {TraceFacts.Of(t)}  {TraceFacts.Blocks(t)}".TrimEnd());
        IEnumerable<string> more = More(chart.Traces.Count - MaxSeries, "series").Select(m => "  " + m);
        return string.Join('\n', [Head(chart) + described, .. lines, .. more]);
    }

    private static string[] More(int count, string of) =>
        count > 0 ? [TextView.Invariant($"and {count} more {of}")] : [];

    private static string Title(Chart chart, string what) =>
        chart.Layout.Title is { } title ? $"{title} ({what})" : what;

    private static string PanelsHead(Panels panels) => TraceFacts.Count(panels.Charts.Count, "chart");

    private static string FramesHead(FramePanels frames)
    {
        string all = frames.Names.Count <= MaxSeries
            ? string.Join(", ", frames.Names)
            : $"{frames.Names[0]} to {frames.Names[^1]}, {frames.Names.Count} of them";
        return $"{frames.Label}: {all}";
    }

    private static string Head(Chart chart)
    {
        string kinds = string.Join(", ", chart.Traces.Select(TraceFacts.Kind).Distinct());
        string title = chart.Layout.Title ?? (kinds.Length == 0 ? "Empty chart" : kinds);
        string[] axes =
        [
            .. Axis("x", chart.Layout.X),
            .. Axis("y", chart.Layout.Y),
            .. chart.Layout.Guides.Where(g => g.Text.Length > 0).Select(Guide),
            .. chart.Layout.Zones.Where(z => z.Text.Length > 0).Select(Zone),
            .. chart.Layout.Notes.Select(n => n.Text),
        ];
        return axes.Length == 0 ? title : $"{title} ({string.Join("; ", axes)})";
    }

    // Most names of lines say where they are.
    private static string Guide(Guide guide) =>
        guide.Text.Any(char.IsDigit) ? guide.Text : $"{guide.Text} at {TraceFacts.Number(guide.At)}";

    private static string Zone(Zone zone) =>
        $"{zone.Text} from {TraceFacts.Number(zone.From)} to {TraceFacts.Number(zone.To)}";

    private static IEnumerable<string> Axis(string name, AxisStyle style)
    {
        string[] facts = [.. new[] { style.Title, style.Log ? "log" : null }.OfType<string>()];
        if (facts.Length > 0)
            yield return $"{name}: {string.Join(", ", facts)}";
    }
}
