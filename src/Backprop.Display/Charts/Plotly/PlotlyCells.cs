using System.Globalization;
using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>Heat maps, pictures, contours and surfaces as Plotly's JSON.</summary>
internal static class PlotlyCells
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private const int MostCells = 10_000;
    private const int MostPixels = 30_000;

    public static IEnumerable<JsonObject> Of(Trace trace, int sharers) => trace switch
    {
        HeatmapTrace { IsImage: true } image => [Image(image, MostPixels / sharers)],
        HeatmapTrace heat => [Heat(heat, MostCells / sharers)],
        ContourTrace { Levels.Count: > 1 } contour => Lines(contour, MostCells / sharers),
        ContourTrace contour => [Contour(contour, MostCells / sharers)],
        SurfaceTrace surface => [Surface(surface, MostCells / sharers)],
        _ => throw new ArgumentOutOfRangeException(nameof(trace)),
    };

    private static JsonObject Heat(HeatmapTrace heat, int most)
    {
        HeatScale scale = heat.Scale;
        JsonObject result = OnGrid("heatmap", heat.Z, heat.X, heat.Y, most, Short);
        result["zmin"] = scale.Min;
        result["zmax"] = scale.High;
        result["colorscale"] = ColorScale(scale);
        if (!heat.ShowScale)
            result["showscale"] = false;
        return result;
    }

    // In 256 greys: a quarter of the text.
    private static JsonObject Image(HeatmapTrace image, int most)
    {
        double[] finite = [.. image.Z.All.Where(double.IsFinite)];
        double min = finite.DefaultIfEmpty(0).Min();
        double span = finite.DefaultIfEmpty(1).Max() - min;
        JsonObject result = OnGrid("heatmap", image.Z, null, null, most, Gray);
        result["zmin"] = 0;
        result["zmax"] = 255;
        result["colorscale"] = Scale((0, "#000000"), (1, "#ffffff"));
        result["showscale"] = false;
        result["hoverinfo"] = "skip";
        return result;

        double Gray(double value) =>
            span > 0 && double.IsFinite(value) ? Math.Round((value - min) / span * 255) : value;
    }

    private static JsonObject Contour(ContourTrace contour, int most, bool withLines = true)
    {
        JsonObject result = OnGrid("contour", contour.Z, contour.X, contour.Y, most, Short);
        Ticks levels = ContourLayer.LevelsOf(contour);
        bool isBoundary = contour.Levels is { Count: 1 };
        var contours = new JsonObject
        {
            // Filled bands would lie over each other, and clear colours mix: the colours make the bands.
            ["coloring"] = contour.IsFilled ? "heatmap" : "lines",
            ["showlabels"] = withLines && !isBoundary,
            ["showlines"] = withLines && levels.Values.Count > 0,
        };
        if (levels.Values.Count > 0)
        {
            contours["start"] = levels.Values[0];
            contours["end"] = levels.Values[^1];
            contours["size"] = levels.Values.Count > 1 ? levels.Values[1] - levels.Values[0] : 1;
            result["autocontour"] = false;
        }
        result["contours"] = contours;
        // The lines have their heights written on them.
        result["showscale"] = false;
        if (contour.IsFilled)
        {
            result["line"] = new JsonObject { ["color"] = PlotlyFigure.Text, ["width"] = isBoundary ? 2 : 1 };
            AddBands(result, contour, levels.Values);
        }
        else
            result["colorscale"] = Scale((0, "#93bee4"), (1, "#2b7fc4"));
        return result;
    }

    // One clear colour for each band, as in the static drawing: points of the same colours lie over it.
    private static void AddBands(JsonObject result, ContourTrace contour, IReadOnlyList<double> levels)
    {
        double low = levels.Prepend(contour.Scale.Min).Min();
        double high = levels.Append(contour.Scale.High).Max();
        double[] shares = ContourPicture.BandColors(contour, levels);
        var stops = new List<(double, string)>();
        for (int i = 0; i < shares.Length; i++)
        {
            double opacity = Math.Abs(shares[i]) * ContourPicture.Softer;
            string color = shares[i] < 0 ? "141,79,168" : contour.Scale.IsSigned ? "44,150,88" : "43,127,196";
            string clear = TextView.Invariant($"rgba({color},{opacity:0.##})");
            stops.Add((i == 0 ? 0 : (levels[i - 1] - low) / (high - low), clear));
            stops.Add((i == levels.Count ? 1 : (levels[i] - low) / (high - low), clear));
        }
        (result["zmin"], result["zmax"]) = (low, high);
        result["colorscale"] = Scale([.. stops]);
    }

    // Plotly knows equal distances between heights only: others are the lines of the static drawing.
    private static IEnumerable<JsonObject> Lines(ContourTrace contour, int most)
    {
        if (contour.IsFilled)
            yield return Contour(contour, most, withLines: false);
        Ticks levels = ContourLayer.LevelsOf(contour);
        var middles = new List<((double X, double Y) At, string Text)>();
        for (int i = 0; i < levels.Values.Count; i++)
        {
            List<List<(double X, double Y)>> lines = ContourLines.At(contour, levels.Values[i]);
            // A gap between two lines.
            (double X, double Y)[] points = [.. lines.SelectMany(l => l.Append((double.NaN, double.NaN)))];
            JsonObject line = Scatter("lines", points, levels.Labels[i]);
            line["line"] = new JsonObject { ["color"] = PlotlyFigure.Text, ["width"] = 1 };
            yield return line;
            if (lines.MaxBy(l => l.Count) is { } longest)
                middles.Add((longest[longest.Count / 2], levels.Labels[i]));
        }
        JsonObject labels = Scatter("text", [.. middles.Select(m => m.At)], "");
        labels["text"] = PlotlyTrace.Strings(middles.Select(m => m.Text));
        yield return labels;
    }

    private static JsonObject Scatter(string mode, (double X, double Y)[] points, string name) => new()
    {
        ["type"] = "scatter",
        ["mode"] = mode,
        ["name"] = name,
        ["x"] = PlotlyTrace.Numbers(points.Select(p => Short(p.X))),
        ["y"] = PlotlyTrace.Numbers(points.Select(p => Short(p.Y))),
        ["hoverinfo"] = "name",
        ["showlegend"] = false,
    };

    private static JsonObject Surface(SurfaceTrace surface, int most)
    {
        HeatScale scale = HeatScale.For(surface.Z.All);
        JsonObject result = OnGrid("surface", surface.Z, surface.X, surface.Y, most, Short);
        result["cmin"] = scale.Min;
        result["cmax"] = scale.High;
        result["colorscale"] = scale.IsSigned
            ? Scale((0, "#8d4fa8"), (0.5, "#d9dbe0"), (1, "#2c9658"))
            : Scale((0, "#d7e7f6"), (1, "#2b7fc4"));
        return result;
    }

    private static JsonObject OnGrid(
        string type, Grid grid, Series? x, Series? y, int most, Func<double, double> shorten)
    {
        // Very many cells: every second, third … row and column.
        int every = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(grid.Rows * (double)grid.Columns / Math.Max(1, most))));
        int[] rows = [.. Enumerable.Range(0, grid.Rows).Where(i => i % every == 0)];
        int[] columns = [.. Enumerable.Range(0, grid.Columns).Where(j => j % every == 0)];
        return new JsonObject
        {
            ["type"] = type,
            ["z"] = new JsonArray(
                [.. rows.Select(i => (JsonNode?)PlotlyTrace.Numbers(columns.Select(j => shorten(grid[i, j]))))]),
            ["x"] = Along(x, columns),
            ["y"] = Along(y, rows),
        };
    }

    private static JsonArray Along(Series? series, int[] kept) =>
        series?.Labels is { } labels
            ? PlotlyTrace.Strings(kept.Select(i => labels[i]))
            : PlotlyTrace.Numbers(kept.Select(i => series?.Values[i] ?? i));

    // Cells are seen, not read: five digits are enough, and a third of the text.
    private static double Short(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("E4", Invariant), Invariant) : value;

    private static JsonArray ColorScale(HeatScale scale) =>
        scale.IsSigned
            ? Scale((0, "#8d4fa8"), (0.5, "rgba(128,128,128,.06)"), (1, "#2c9658"))
            : Scale((0, "rgba(43,127,196,.06)"), (1, "#2b7fc4"));

    private static JsonArray Scale(params (double At, string Color)[] stops) =>
        new([.. stops.Select(s => (JsonNode?)new JsonArray(s.At, s.Color))]);
}
