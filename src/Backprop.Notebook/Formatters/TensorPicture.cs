using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>
/// The numbers of a tensor to look at: small ones as a table, large ones as a picture with the numbers in its corners,
/// batches of images as images, more axes as slices.
/// </summary>
internal static class TensorPicture
{
    private const int SmallSide = 12;
    private const int MostSlices = 4;

    public static Html Of(TensorValues values, string role)
    {
        Shape shape = values.Shape;
        if (IsImages(values))
            return TensorImages.Of(values);
        return shape.Rank switch
        {
            0 or 1 => OfGrid(values.Grid(0, 1, values.Count), role, ""),
            2 => OfGrid(values.Grid(0, shape[0], shape[1]), role, ""),
            _ => OfSlices(values, role),
        };
    }

    // At least 8 × 8 pixels in one channel or three.
    private static bool IsImages(TensorValues values) =>
        values.Shape.Rank == 4
        && values.Shape[1] is 1 or 3
        && values.Shape[2] >= 8
        && values.Shape[3] >= 8;

    private static Html OfSlices(TensorValues values, string role)
    {
        int rows = values.Shape[^2];
        int columns = values.Shape[^1];
        int slices = rows * columns == 0 ? 0 : values.Count / (rows * columns);
        int shown = Math.Min(slices, MostSlices);
        IEnumerable<Html> parts = Enumerable.Range(0, shown).Select(i =>
        {
            int[] index = values.IndexOf(i * rows * columns);
            string lead = string.Join(", ", index[..^2].Select(n => n.ToString(CultureInfo.InvariantCulture)));
            Html grid = OfGrid(values.Grid(i * rows * columns, rows, columns), role, $"[{lead}, .., ..]");
            return Html.Of($"<div><p class=\"bp-cap mono\">[{lead}, .., ..]</p>{grid}</div>");
        });
        Html caption = shown < slices
            ? Html.Of($"<p class=\"bp-cap\">Showing {NumberText.Count(shown)} of {NumberText.Count(slices)} slices.</p>")
            : Html.Empty;
        return Html.Of($"<div class=\"bp-two\">{parts}</div>{caption}");
    }

    private static Html OfGrid(TensorGrid grid, string role, string name)
    {
        if (grid.Rows <= SmallSide && grid.Columns <= SmallSide)
            return HeatTable.Whole(grid, $"{role} {name}");
        HeatPicture picture = HeatPicture.Of(grid.Rows, grid.Columns, (i, j) => grid[i, j]);
        return Html.Of($"{Picture(picture, grid)}{HeatTable.Corners(grid, picture.Scale, $"corners of the {role} {name}")}");
    }

    private static Html Picture(HeatPicture picture, TensorGrid grid)
    {
        // Square cells where they fit into a column of the card, then what the column allows.
        double cell = Math.Clamp(320.0 / picture.Columns, 1, 12);
        double width = Math.Max(120, picture.Columns * cell);
        double height = Math.Clamp(picture.Rows * cell, 14, 240);
        string size = FormattableString.Invariant($"{NumberText.Count(grid.Rows)} × {NumberText.Count(grid.Columns)}");
        string block = picture.BlockRows * picture.BlockColumns == 1
            ? ""
            : FormattableString.Invariant($" Each pixel is the mean of {picture.BlockRows} × {picture.BlockColumns} values.");
        string scale = picture.Scale.IsSigned
            ? $"Plum is below 0, green above; full colour is ±{NumberText.Significant(picture.Scale.High)}."
            : $"Empty is {NumberText.Significant(picture.Scale.Min)}, full blue is {NumberText.Significant(picture.Scale.High)}.";
        return Html.Of(
            $"""
            <img class="bp-heatpic" src="{picture.DataUri}" alt="Picture of {size} numbers" style="width:{width:0}px;height:{height:0}px"/>
            <p class="bp-cap">{scale}{block}</p>
            """);
    }
}
