using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>
/// The numbers of a tensor to look at: small ones as a table, large ones as a picture with the numbers in its corners,
/// batches of images as images, more axes as slices.
/// </summary>
internal static class TensorPicture
{
    private const int MostRows = 20;
    private const int MostColumns = 12;
    private const int MostCells = 144;
    private const int MostSlices = 4;

    // Small enough that the card stays small even where the numbers are noise, which does not compress.
    private const int PictureWidth = 88;
    private const int BesideWidth = 34;

    /// <summary>The numbers, and those of the corners where the numbers are a picture.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="role">What they are: <c>value</c> or <c>grad</c>.</param>
    /// <param name="isBeside">True where a second picture stands beside this one.</param>
    public static (Html Picture, Html Corners) Of(TensorValues values, string role, bool isBeside)
    {
        Shape shape = values.Shape;
        // The gradient of images is no image: it has a sign.
        if (IsImages(values.Shape) && role != "grad")
            return (TensorImages.Of(values, isBeside ? 4 : 16), Html.Empty);
        if (shape.Rank > 2)
            return (OfSlices(values, role, isBeside ? 1 : MostSlices), Html.Empty);
        TensorGrid grid = shape.Rank == 2 ? values.Grid(0, shape[0], shape[1]) : values.Grid(0, 1, values.Count);
        return OfGrid(grid, role, isBeside ? BesideWidth : PictureWidth);
    }

    /// <summary>True where the picture is several slices, which need the whole width.</summary>
    public static bool IsSliced(TensorValues values) => values.Shape.Rank > 2 && !IsImages(values.Shape);

    /// <summary>True for images <c>[n, 1 or 3, height, width]</c> of at least 8 × 8 pixels.</summary>
    public static bool IsImages(Shape shape) =>
        shape.Rank == 4 && shape[1] is 1 or 3 && shape[2] >= 8 && shape[3] >= 8;

    private static Html OfSlices(TensorValues values, string role, int most)
    {
        int rows = values.Shape[^2];
        int columns = values.Shape[^1];
        int slices = rows * columns == 0 ? 0 : values.Count / (rows * columns);
        int shown = Math.Min(slices, most);
        IEnumerable<Html> parts = Enumerable.Range(0, shown).Select(i =>
        {
            int[] index = values.IndexOf(i * rows * columns);
            string lead = string.Join(", ", index[..^2].Select(n => n.ToString(CultureInfo.InvariantCulture)));
            (Html grid, _) = OfGrid(values.Grid(i * rows * columns, rows, columns), role, PictureWidth / 2);
            return Html.Of($"<div><p class=\"bp-cap mono\">[{lead}, .., ..]</p>{grid}</div>");
        });
        Html caption = shown < slices
            ? Html.Of(
                $"<p class=\"bp-cap\">Showing {NumberText.Count(shown)} of {NumberText.Count(slices)} slices.</p>")
            : Html.Empty;
        return Html.Of($"<div class=\"bp-two\">{parts}</div>{caption}");
    }

    private static (Html Picture, Html Corners) OfGrid(TensorGrid grid, string role, int width)
    {
        if (grid.Rows <= MostRows && grid.Columns <= MostColumns && grid.Count <= MostCells)
            return (HeatTable.Whole(grid, role), Html.Empty);
        HeatPicture picture = HeatPicture.Of(grid.Rows, grid.Columns, (i, j) => grid[i, j], width);
        return (Picture(picture, grid, width), HeatTable.Corners(grid, picture.Scale, $"corners of the {role}"));
    }

    private static Html Picture(HeatPicture picture, TensorGrid grid, int maxWidth)
    {
        int regions = maxWidth == PictureWidth ? 36 : 9;
        // Square cells where they fit into a column of the card, then what the column allows.
        double cell = Math.Clamp(320.0 / picture.Columns, 1, 12);
        double width = Math.Max(120, picture.Columns * cell);
        double height = Math.Clamp(picture.Rows * cell, 14, 240);
        string size = FormattableString.Invariant($"{NumberText.Count(grid.Rows)} × {NumberText.Count(grid.Columns)}");
        string block = picture.BlockRows * picture.BlockColumns == 1
            ? ""
            : FormattableString.Invariant(
                $" Each pixel is the mean of {picture.BlockRows} × {picture.BlockColumns} values.");
        string scale = picture.Scale.IsSigned
            ? $"Plum is below 0, green above; full colour is ±{NumberText.Significant(picture.Scale.High)}."
            : $"Empty is {NumberText.Plain(picture.Scale.Min)}, full blue is {NumberText.Plain(picture.Scale.High)}.";
        return Html.Of(
            $"""
            <div class="bp-pic" style="width:{width:0}px;height:{height:0}px"><img class="bp-heatpic"
            src="{picture.DataUri}" alt="Picture of {size} numbers" width="{width:0}" height="{height:0}"/>
            {HoverGrid.Of(grid, regions)}</div>
            <p class="bp-cap">{scale}{block}</p>
            """);
    }
}
