namespace Backprop.Display;

/// <summary>
/// The coloured bands between contour lines as a picture: heights between the points of the grid are interpolated, and
/// each band has one colour. Zero is transparent, so that the picture serves light and dark pages alike.
/// </summary>
internal static class ContourPicture
{
    private const int Width = 240;
    private const int Height = 180;
    private const int Steps = 60;
    /// <summary>How much of the full colour a band has.</summary>
    public const double Softer = 0.75;

    /// <summary>The picture, its first row the lowest y.</summary>
    public static string DataUri(ContourTrace contour, IReadOnlyList<double> levels)
    {
        double[] colors = BandColors(contour, levels);
        double[] x = Places(contour.X.Values, Width);
        double[] y = Places(contour.Y.Values, Height);
        byte[,] pixels = new byte[Height, Width];
        for (int i = 0; i < Height; i++)
        {
            for (int j = 0; j < Width; j++)
            {
                double height = Between(contour.Z, y[i], x[j]);
                if (double.IsFinite(height))
                    pixels[i, j] = (byte)(Steps + 1 + Math.Round(colors[BandOf(height, levels)] * Steps));
            }
        }
        return Png.DataUri(pixels, HeatPicture.Palette(contour.Scale.IsSigned, Steps, Softer));
    }

    /// <summary>
    /// From −1 to 1 for each band: the colour of its middle; the first and the last reach to the ends of the scale.
    /// </summary>
    public static double[] BandColors(ContourTrace contour, IReadOnlyList<double> levels)
    {
        HeatScale scale = contour.Scale;
        double[] colors = new double[levels.Count + 1];
        for (int i = 0; i < colors.Length; i++)
        {
            double low = i == 0 ? Math.Min(scale.Min, levels.Count > 0 ? levels[0] : scale.Min) : levels[i - 1];
            double high = i == levels.Count ? Math.Max(scale.High, low) : levels[i];
            colors[i] = scale.Share((low / 2) + (high / 2));
        }
        return colors;
    }

    private static int BandOf(double height, IReadOnlyList<double> levels)
    {
        int band = 0;
        while (band < levels.Count && height >= levels[band])
            band++;
        return band;
    }

    // Where the middles of pixels lie among the grid's positions, as a fraction of an index.
    private static double[] Places(double[] positions, int count)
    {
        double[] places = new double[count];
        int below = 0;
        for (int i = 0; i < count; i++)
        {
            double share = (i + 0.5) / count;
            double at = (positions[0] * (1 - share)) + (positions[^1] * share);
            while (below < positions.Length - 2 && positions[below + 1] < at)
                below++;
            places[i] = below + ((at - positions[below]) / (positions[below + 1] - positions[below]));
        }
        return places;
    }

    private static double Between(Grid z, double row, double column)
    {
        int i = Math.Clamp((int)row, 0, z.Rows - 2);
        int j = Math.Clamp((int)column, 0, z.Columns - 2);
        double down = row - i;
        double across = column - j;
        double first = (z[i, j] * (1 - across)) + (z[i, j + 1] * across);
        double second = (z[i + 1, j] * (1 - across)) + (z[i + 1, j + 1] * across);
        return (first * (1 - down)) + (second * down);
    }
}
