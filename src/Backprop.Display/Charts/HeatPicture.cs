namespace Backprop.Display;

/// <summary>
/// A grid of many numbers as a picture: blocks of cells become one pixel, the mean of their finite numbers.
/// </summary>
/// <param name="DataUri">The picture. Zero is transparent, so that it serves light and dark pages alike.</param>
/// <param name="Rows">Its height in pixels.</param>
/// <param name="Columns">Its width in pixels.</param>
/// <param name="BlockRows">How many rows of the grid one pixel stands for.</param>
/// <param name="BlockColumns">How many columns of the grid one pixel stands for.</param>
/// <param name="Scale">Which number has which colour.</param>
public sealed record HeatPicture(
    string DataUri, int Rows, int Columns, int BlockRows, int BlockColumns, HeatScale Scale)
{
    private const int Steps = 48;
    // A palette of 256 would be longer than a small picture itself.
    private const int Grays = 63;
    private const byte NotFinite = 0;
    private static readonly (byte Red, byte Green, byte Blue) Plum = (0x8d, 0x4f, 0xa8);
    private static readonly (byte Red, byte Green, byte Blue) Green = (0x2c, 0x96, 0x58);
    private static readonly (byte Red, byte Green, byte Blue) Blue = (0x2b, 0x7f, 0xc4);

    /// <summary>Draws a grid of any size.</summary>
    /// <param name="rows">Rows of the grid, at least 1.</param>
    /// <param name="columns">Columns of the grid, at least 1.</param>
    /// <param name="at">The number at a row and a column.</param>
    /// <param name="maxWidth">Pixels in a row of the picture; three quarters of it in a column.</param>
    public static HeatPicture Of(int rows, int columns, Func<int, int, double> at, int maxWidth = 160) =>
        Of(rows, columns, at, high: null, maxWidth);

    /// <summary>The same with a given number for the full colour, or null.</summary>
    internal static HeatPicture Of(
        int rows, int columns, Func<int, int, double> at, double? high, int maxWidth = 160) =>
        Of(rows, columns, at, means => HeatScale.For(means).UpTo(high), maxWidth);

    /// <summary>One of several pictures on the same scale.</summary>
    internal static HeatPicture Of(
        int rows, int columns, Func<int, int, double> at, HeatScale scale, int maxWidth = 160) =>
        Of(rows, columns, at, _ => scale, maxWidth);

    private static HeatPicture Of(
        int rows, int columns, Func<int, int, double> at, Func<IEnumerable<double>, HeatScale> scaleFor, int maxWidth)
    {
        ArgumentNullException.ThrowIfNull(at);
        int maxHeight = Math.Max(1, maxWidth * 3 / 4);
        int blockRows = (rows + maxHeight - 1) / maxHeight;
        int blockColumns = (columns + maxWidth - 1) / maxWidth;
        double[,] means = Means(rows, columns, at, blockRows, blockColumns);
        HeatScale scale = scaleFor(means.Cast<double>());
        byte[,] pixels = new byte[means.GetLength(0), means.GetLength(1)];
        for (int i = 0; i < pixels.GetLength(0); i++)
        {
            for (int j = 0; j < pixels.GetLength(1); j++)
                pixels[i, j] = IndexOf(means[i, j], scale);
        }
        string uri = Png.DataUri(pixels, Palette(scale.IsSigned, Steps));
        return new HeatPicture(uri, pixels.GetLength(0), pixels.GetLength(1), blockRows, blockColumns, scale);
    }

    /// <summary>A grid in grey, the least number black and the largest white; numbers that are not finite red.
    /// </summary>
    internal static HeatPicture Gray(Grid grid)
    {
        const int MaxWidth = 240;
        int blockRows = (grid.Rows + MaxWidth - 1) / MaxWidth;
        int blockColumns = (grid.Columns + MaxWidth - 1) / MaxWidth;
        double[,] means = Means(grid.Rows, grid.Columns, (i, j) => grid[i, j], blockRows, blockColumns);
        double[] finite = [.. means.Cast<double>().Where(double.IsFinite)];
        double min = finite.DefaultIfEmpty(0).Min();
        double max = finite.DefaultIfEmpty(1).Max();
        var scale = new HeatScale(IsSigned: false, min, max > min ? max : min + 1);
        byte[,] pixels = new byte[means.GetLength(0), means.GetLength(1)];
        for (int i = 0; i < pixels.GetLength(0); i++)
        {
            for (int j = 0; j < pixels.GetLength(1); j++)
            {
                double share = scale.Share(means[i, j]);
                pixels[i, j] = double.IsNaN(share) ? NotFinite : (byte)(1 + Math.Round(share * Grays));
            }
        }
        (byte, byte, byte, byte)[] palette =
        [
            (0xd0, 0x30, 0x28, 255),
            .. Enumerable.Range(0, Grays + 1).Select(g => (byte)(255 * g / Grays)).Select(g => (g, g, g, (byte)255)),
        ];
        string uri = Png.DataUri(pixels, palette);
        return new HeatPicture(uri, pixels.GetLength(0), pixels.GetLength(1), blockRows, blockColumns, scale);
    }

    private static double[,] Means(int rows, int columns, Func<int, int, double> at, int blockRows, int blockColumns)
    {
        var sums = new double[(rows + blockRows - 1) / blockRows, (columns + blockColumns - 1) / blockColumns];
        var counts = new int[sums.GetLength(0), sums.GetLength(1)];
        for (int i = 0; i < rows; i++)
        {
            int row = i / blockRows;
            for (int column = 0; column < sums.GetLength(1); column++)
            {
                (double sum, int count) = SumOf(i, column * blockColumns, Math.Min(columns, (column + 1) * blockColumns), at);
                sums[row, column] += sum;
                counts[row, column] += count;
            }
        }
        for (int i = 0; i < sums.GetLength(0); i++)
        {
            for (int j = 0; j < sums.GetLength(1); j++)
                sums[i, j] = counts[i, j] == 0 ? double.NaN : sums[i, j] / counts[i, j];
        }
        return sums;
    }

    // Of the finite numbers of a row from one column to another.
    private static (double Sum, int Count) SumOf(int row, int from, int to, Func<int, int, double> at)
    {
        (double sum, int count) = (0, 0);
        for (int j = from; j < to; j++)
        {
            double value = at(row, j);
            if (!double.IsFinite(value))
                continue;
            sum += value;
            count++;
        }
        return (sum, count);
    }

    // 0: not finite. Then from −Steps to Steps, zero in the middle.
    private static byte IndexOf(double mean, HeatScale scale) =>
        double.IsNaN(mean) ? NotFinite : (byte)(1 + Steps + (int)Math.Round(scale.Share(mean) * Steps));

    /// <summary>
    /// A colour for what is not finite, then those from −1 to 1 in so many steps each, zero in the middle.
    /// </summary>
    internal static List<(byte Red, byte Green, byte Blue, byte Alpha)> Palette(
        bool isSigned, int steps, double opacity = 1)
    {
        var palette = new List<(byte, byte, byte, byte)> { (0xd0, 0x30, 0x28, 255) };
        for (int step = -steps; step <= steps; step++)
        {
            (byte red, byte green, byte blue) = step < 0 ? Plum : isSigned ? Green : Blue;
            palette.Add((red, green, blue, (byte)(255 * opacity * Math.Abs(step) / steps)));
        }
        return palette;
    }
}
