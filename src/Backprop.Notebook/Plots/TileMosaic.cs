using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

/// <summary>
/// Many small pictures of one size side by side, all on one scale: signed numbers from plum (−) to green (+), amounts
/// in blue.
/// </summary>
internal sealed class TileMosaic
{
    private const double Gap = 6;
    private const double Caption = 14;
    private const double LeastTile = 40;
    private const double MostTile = 96;
    private const int MostPixels = 48;
    private const int Budget = 64_000;

    private readonly double[][] tiles;
    private readonly string[] names;
    private readonly int height;
    private readonly int width;

    /// <summary>Some tiles.</summary>
    /// <param name="tiles">The numbers of each, row by row.</param>
    /// <param name="names">A short name for each.</param>
    /// <param name="height">Rows of a tile.</param>
    /// <param name="width">Columns of a tile.</param>
    public TileMosaic(double[][] tiles, string[] names, int height, int width)
    {
        this.tiles = tiles;
        this.names = names;
        this.height = height;
        this.width = width;
        Scale = HeatScale.For(tiles.SelectMany(t => t));
    }

    /// <summary>How many tiles of this size so many mosaics may have, so that a figure stays below 200 kB.</summary>
    public static int Affordable(int mosaics, int height, int width) =>
        Math.Clamp(Budget / (mosaics * Math.Min(height, MostPixels) * Math.Min(width, MostPixels)), 4, 64);

    /// <summary>Which number has which colour.</summary>
    public HeatScale Scale { get; }

    /// <summary>What the colours mean, in words.</summary>
    public string Key => Scale.IsSigned
        ? $"green up to {Number(Scale.High)}, plum down to {Number(-Scale.High)}, the page's colour is 0"
        : $"the darker the larger: {Number(Scale.Low)} to {Number(Scale.High)}";

    /// <summary>The drawing in two sizes, for wide and for narrow columns.</summary>
    public Html Draw(string label) => Html.Of(
        $"""
        {Svg(640, label).ToHtml("bp-wide")}{Svg(340, label).ToHtml("bp-narrow bp-wide", "display=\"none\"")}
        """);

    /// <summary>The drawing.</summary>
    /// <param name="total">Pixels from left to right.</param>
    /// <param name="label">What it says, for those who do not see it.</param>
    public SvgBuilder Svg(double total, string label)
    {
        int columns = Columns(total);
        double tile = Math.Min(MostTile, ((total + Gap) / columns) - Gap);
        double high = tile * height / width;
        int rows = (tiles.Length + columns - 1) / columns;
        var svg = new SvgBuilder(total, rows * (high + Caption + Gap), label);
        for (int i = 0; i < tiles.Length; i++)
        {
            double left = i % columns * (tile + Gap);
            double top = Math.Floor((double)i / columns) * (high + Caption + Gap);
            Add(svg, i, (left, top, tile, high));
        }
        return svg;
    }

    private int Columns(double total)
    {
        // Each pixel of a tile as 6 on the page, where there is room.
        double wanted = Math.Clamp(width * 6.0, LeastTile, MostTile);
        int fitting = Math.Max(1, (int)((total + Gap) / (wanted + Gap)));
        return Math.Min(fitting, tiles.Length);
    }

    private void Add(SvgBuilder svg, int index, (double Left, double Top, double Width, double Height) box)
    {
        double[] tile = tiles[index];
        HeatPicture picture = HeatPicture.Of(height, width, (i, j) => tile[(i * width) + j], Scale, MostPixels * 4 / 3);
        double top = box.Top + Caption;
        string place = Invariant(
            $"x=\"{box.Left:0.#}\" y=\"{top:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\"");
        svg.Text(box.Left, box.Top + 10, names[index], Ink.Muted)
            .Add(new Html($"<image {place} preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" "
                + $"href=\"{picture.DataUri}\"/>"))
            .Rectangle(box.Left, top, box.Width, box.Height, Ink.Axis);
    }
}
