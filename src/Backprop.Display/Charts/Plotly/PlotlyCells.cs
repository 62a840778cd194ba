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

    private static JsonObject Contour(ContourTrace contour, int most)
    {
        JsonObject result = OnGrid("contour", contour.Z, contour.X, contour.Y, most, Short);
        Ticks levels = ContourLayer.LevelsOf(contour);
        bool isBoundary = contour.Levels is { Count: 1 };
        var contours = new JsonObject
        {
            ["coloring"] = contour.IsFilled ? "fill" : "lines",
            ["showlabels"] = !isBoundary,
        };
        if (levels.Values.Count > 0)
        {
            contours["start"] = levels.Values[0];
            contours["end"] = levels.Values[^1];
            contours["size"] = levels.Values.Count > 1 ? levels.Values[1] - levels.Values[0] : 1;
            result["autocontour"] = false;
        }
        result["contours"] = contours;
        result["colorscale"] = contour.IsFilled ? SoftScale(contour.Scale) : Scale((0, "#93bee4"), (1, "#2b7fc4"));
        if (contour.IsFilled)
            (result["zmin"], result["zmax"]) = (contour.Scale.Min, contour.Scale.High);
        if (contour.IsFilled)
            result["line"] = new JsonObject { ["color"] = PlotlyFigure.Text, ["width"] = isBoundary ? 2 : 1 };
        // The lines have their heights written on them.
        result["showscale"] = false;
        return result;
    }

    // Plotly knows equal distances between heights only: others are a trace for each height.
    private static IEnumerable<JsonObject> Lines(ContourTrace contour, int most)
    {
        int share = most / (contour.Levels!.Count + 1);
        if (contour.IsFilled)
        {
            var filled = new HeatmapTrace(contour.Name, contour.Z, contour.X, contour.Y, null);
            yield return Heat(filled with { ZMax = contour.ZMax }, share);
        }
        foreach (double level in contour.Levels)
        {
            JsonObject line = OnGrid("contour", contour.Z, contour.X, contour.Y, share, Short);
            line["autocontour"] = false;
            line["contours"] = new JsonObject
            {
                ["coloring"] = "none",
                ["showlabels"] = true,
                ["start"] = level,
                ["end"] = level,
                ["size"] = 1,
            };
            line["line"] = new JsonObject { ["color"] = PlotlyFigure.Text };
            line["showscale"] = false;
            line["hoverinfo"] = "skip";
            yield return line;
        }
    }

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

    // Points of the same colours lie over it.
    private static JsonArray SoftScale(HeatScale scale) =>
        scale.IsSigned
            ? Scale((0, "rgba(141,79,168,.42)"), (0.5, "rgba(128,128,128,.04)"), (1, "rgba(44,150,88,.42)"))
            : Scale((0, "rgba(43,127,196,.04)"), (1, "rgba(43,127,196,.6)"));

    private static JsonArray Scale(params (double At, string Color)[] stops) =>
        new([.. stops.Select(s => (JsonNode?)new JsonArray(s.At, s.Color))]);
}
