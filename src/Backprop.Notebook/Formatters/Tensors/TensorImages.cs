using Backprop.Display;

namespace Backprop;

/// <summary>
/// A batch of images <c>[n, channels, height, width]</c> as images, the first of them, in one picture.
/// </summary>
internal static class TensorImages
{
    private const int PerRow = 8;
    private const int MostPixels = 64;
    private const int Levels = 6;
    private const int GrayLevels = 32;
    private const int GrayPixels = 12_544;
    private const int ColorPixels = 8_000;

    /// <param name="values">The images.</param>
    /// <param name="most">How many are shown at most.</param>
    /// <param name="whole">How many there are, where these are the first of more.</param>
    public static Html Of(TensorValues values, int most, int? whole = null)
    {
        int count = Math.Min(values.Shape[0], Math.Min(most, Fitting(values)));
        // Full rows, unless there are no more.
        if (count > PerRow && count < values.Shape[0])
            count -= count % PerRow;
        int all = whole ?? values.Shape[0];
        int columns = Math.Min(count, PerRow);
        int rows = (count + columns - 1) / columns;
        (double low, double high) = Range(values, count);
        Sheet sheet = new(values, count, columns, rows, low, high);
        string uri = Png.DataUri(sheet.Pixels(), sheet.IsGray ? Grays() : Colors());
        double zoom = Math.Clamp(Math.Floor(400.0 / sheet.Width), 1, 4);
        string shown = count == all
            ? $"{NumberText.Count(count)} images."
            : $"Images 0–{NumberText.Count(count - 1)} of {NumberText.Count(all)}.";
        return Html.Of(
            $"""
            <img class="bp-pixels" src="{uri}" alt="{shown}" style="width:{sheet.Width * zoom:0}px"/>
            <p class="bp-cap">{shown} Black is {NumberText.Plain(low)}, full is {NumberText.Plain(high)}.</p>
            """);
    }

    // Noise does not compress: a budget of pixels keeps the card small.
    private static int Fitting(TensorValues values)
    {
        int every = Thinning(values);
        int pixels = Math.Max(1, values.Shape[2] / every * (values.Shape[3] / every));
        return Math.Clamp((values.Shape[1] == 1 ? GrayPixels : ColorPixels) / pixels, 1, int.MaxValue);
    }

    private static int Thinning(TensorValues values) =>
        Math.Max(1, (Math.Max(values.Shape[2], values.Shape[3]) + MostPixels - 1) / MostPixels);

    // 0 to 1 or 0 to 255 where the numbers fit, else from the least to the largest.
    private static (double Low, double High) Range(TensorValues values, int images)
    {
        int count = images * values.Shape[1] * values.Shape[2] * values.Shape[3];
        double[] finite = [.. Enumerable.Range(0, count).Select(i => values[i]).Where(double.IsFinite)];
        if (finite.Length == 0)
            return (0, 1);
        double min = finite.Min();
        double max = finite.Max();
        return (min, max) switch
        {
            (>= 0, <= 1) => (0, 1),
            (>= 0, <= 255) => (0, 255),
            _ => (min, max > min ? max : min + 1),
        };
    }

    private static List<(byte Red, byte Green, byte Blue, byte Alpha)> Grays() =>
        [.. Enumerable.Range(0, GrayLevels).Select(step => Gray((byte)(step * 255 / (GrayLevels - 1))))];

    private static (byte Red, byte Green, byte Blue, byte Alpha) Gray(byte level) => (level, level, level, 255);

    // Six levels of each channel.
    private static List<(byte Red, byte Green, byte Blue, byte Alpha)> Colors() =>
    [
        .. Enumerable.Range(0, Levels * Levels * Levels).Select(i =>
            (Level(i / (Levels * Levels)), Level(i / Levels % Levels), Level(i % Levels), (byte)255)),
    ];

    private static byte Level(int step) => (byte)(step * 255 / (Levels - 1));

    /// <summary>Images side by side with a gap of one pixel; large ones are thinned.</summary>
    private sealed class Sheet(TensorValues values, int count, int columns, int rows, double low, double high)
    {
        private readonly int every = Thinning(values);

        public bool IsGray => values.Shape[1] == 1;

        public int Width => (columns * (ImageWidth + 1)) - 1;

        private int ImageWidth => (values.Shape[3] + every - 1) / every;

        private int ImageHeight => (values.Shape[2] + every - 1) / every;

        public byte[,] Pixels()
        {
            byte[,] pixels = new byte[(rows * (ImageHeight + 1)) - 1, Width];
            for (int image = 0; image < count; image++)
            {
                for (int y = 0; y < ImageHeight; y++)
                {
                    for (int x = 0; x < ImageWidth; x++)
                    {
                        int row = (image / columns * (ImageHeight + 1)) + y;
                        int column = (image % columns * (ImageWidth + 1)) + x;
                        pixels[row, column] = Index(image, y * every, x * every);
                    }
                }
            }
            return pixels;
        }

        private byte Index(int image, int y, int x)
        {
            if (IsGray)
                return (byte)Math.Round((GrayLevels - 1) * Share(image, 0, y, x));
            int Step(int channel) => (int)Math.Round((Levels - 1) * Share(image, channel, y, x));
            return (byte)((((Step(0) * Levels) + Step(1)) * Levels) + Step(2));
        }

        private double Share(int image, int channel, int y, int x)
        {
            int flat = (((((image * values.Shape[1]) + channel) * values.Shape[2]) + y) * values.Shape[3]) + x;
            double value = values[flat];
            return double.IsFinite(value) ? Math.Clamp((value - low) / (high - low), 0, 1) : 0;
        }
    }
}
