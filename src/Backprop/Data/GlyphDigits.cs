namespace Backprop;

/// <summary>
/// Handwriting-like digits, drawn by code: ten glyphs of pen strokes, each drawn with its own slant, turn, size, place,
/// pen width and noise. They stand in for scanned digits where nothing may be downloaded.
/// </summary>
public static class GlyphDigits
{
    /// <summary>The side of an image in pixels.</summary>
    public const int Side = 28;

    /// <summary>Draws digits in turn, 0 to 9, so that every class is equally frequent.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed draws the same digits.</param>
    /// <returns>The images, <c>[count · 28 · 28]</c> row by row in 0…1 (ink is 1), and their labels, <c>[count]</c>.</returns>
    public static (float[] Images, int[] Labels) Draw(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new Random(seed);
        var images = new float[count * Side * Side];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 10;
            Draw(Strokes(labels[i], random), Hand.Of(random), random, images.AsSpan(i * Side * Side, Side * Side));
        }
        return (images, labels);
    }

    private static void Draw(List<Segment> strokes, Hand hand, Random random, Span<float> pixels)
    {
        for (int s = 0; s < strokes.Count; s++)
            strokes[s] = new Segment(hand.Place(strokes[s].From), hand.Place(strokes[s].To));
        for (int y = 0; y < Side; y++)
            for (int x = 0; x < Side; x++)
            {
                double distance = double.MaxValue;
                foreach (Segment segment in strokes)
                    distance = Math.Min(distance, segment.Distance(x + 0.5, y + 0.5));
                // One pixel of soft edge on either side of the pen's rim.
                double ink = Math.Clamp(hand.Pen - distance + 0.5, 0, 1) * hand.Pressure;
                double noise = hand.Noise * (random.NextDouble() + random.NextDouble() - 1);
                pixels[y * Side + x] = (float)Math.Clamp(ink + noise, 0, 1);
            }
    }

    // In a box of 1 by 1, y downwards. Where people write a digit in two ways, both occur.
    private static List<Segment> Strokes(int digit, Random random)
    {
        bool other = random.Next(2) == 0;
        return digit switch
        {
            0 => Arc(0.5, 0.5, 0.32, 0.46, 0, 360),
            1 => other ? Lines((0.5, 0.04), (0.5, 0.96)) : Lines((0.32, 0.24), (0.55, 0.04), (0.55, 0.96)),
            2 => [.. Arc(0.5, 0.3, 0.3, 0.26, 190, 395), .. Lines((0.745, 0.45), (0.2, 0.95), (0.82, 0.95))],
            3 => [.. Arc(0.47, 0.28, 0.28, 0.24, 200, 450), .. Arc(0.47, 0.73, 0.32, 0.23, 270, 520)],
            4 => other
                ? Lines((0.62, 0.96), (0.62, 0.04), (0.16, 0.66), (0.86, 0.66))
                : [.. Lines((0.24, 0.04), (0.2, 0.55), (0.82, 0.55)), .. Lines((0.66, 0.2), (0.62, 0.96))],
            5 => [.. Lines((0.78, 0.05), (0.28, 0.05), (0.24, 0.44)), .. Arc(0.46, 0.67, 0.32, 0.28, 225, 510)],
            6 => [.. Lines((0.66, 0.04), (0.3, 0.46), (0.22, 0.68)), .. Arc(0.5, 0.7, 0.28, 0.26, 0, 360)],
            7 => other
                ? Lines((0.18, 0.06), (0.82, 0.06), (0.4, 0.96))
                : [.. Lines((0.18, 0.06), (0.82, 0.06), (0.4, 0.96)), .. Lines((0.34, 0.5), (0.76, 0.5))],
            8 => [.. Arc(0.5, 0.27, 0.25, 0.22, 0, 360), .. Arc(0.5, 0.72, 0.3, 0.24, 0, 360)],
            _ => [.. Arc(0.5, 0.3, 0.28, 0.26, 0, 360), .. (other ? Lines((0.78, 0.3), (0.72, 0.96)) : Lines((0.78, 0.3), (0.7, 0.7), (0.4, 0.96)))],
        };
    }

    private static List<Segment> Lines(params (double X, double Y)[] points) =>
        [.. points.Zip(points.Skip(1), (a, b) => new Segment(a, b))];

    // Degrees run clockwise from three o'clock.
    private static List<Segment> Arc(double x, double y, double width, double height, double from, double to)
    {
        const int pieces = 18;
        return Lines([.. Enumerable.Range(0, pieces + 1).Select(i =>
        {
            double angle = (from + (to - from) * i / pieces) * Math.PI / 180;
            return (x + width * Math.Cos(angle), y + height * Math.Sin(angle));
        })]);
    }

    private readonly record struct Segment((double X, double Y) From, (double X, double Y) To)
    {
        public double Distance(double x, double y)
        {
            double dx = To.X - From.X, dy = To.Y - From.Y, length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : Math.Clamp(((x - From.X) * dx + (y - From.Y) * dy) / length, 0, 1);
            double ex = x - From.X - along * dx, ey = y - From.Y - along * dy;
            return Math.Sqrt(ex * ex + ey * ey);
        }
    }

    /// <summary>How one digit is written: a turn, a slant, sizes, a place, a pen.</summary>
    private readonly record struct Hand(
        double Turn, double Slant, double Width, double Height, double X, double Y, double Pen, double Pressure, double Noise)
    {
        public static Hand Of(Random random)
        {
            double Around(double middle, double spread) => middle + spread * (2 * random.NextDouble() - 1);
            return new Hand(
                Turn: Around(0, 0.3), Slant: Around(0.05, 0.35), Width: Around(15, 4), Height: Around(18, 3),
                X: Around(14, 3.5), Y: Around(14, 3.5), Pen: Around(1.3, 0.7), Pressure: Around(0.9, 0.1), Noise: Around(0.12, 0.1));
        }

        // From the unit box to pixels: size and slant about the box's middle, then the turn, then the place.
        public (double X, double Y) Place((double X, double Y) point)
        {
            double u = (point.X - 0.5) * Width - (point.Y - 0.5) * Height * Slant, v = (point.Y - 0.5) * Height;
            double cos = Math.Cos(Turn), sin = Math.Sin(Turn);
            return (X + u * cos - v * sin, Y + u * sin + v * cos);
        }
    }
}
