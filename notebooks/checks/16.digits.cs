using static Backprop.Checks.Numbers;
using ReadDigits = System.Func<float[][], int[], float[][], int[]>;

namespace Backprop.Checks;

/// <summary>L16.d: a network that is trained and then asked about digits that it has never seen.</summary>
internal static class L16Digits
{
    private const int Side = GlyphDigits.Side;

    /// <summary>A few digits whose labels are turned round, 0 for 9, so that nothing but these labels helps.</summary>
    public static string? Learns(ReadDigits read, Random random)
    {
        var (images, labels) = Digits(random, 300);
        var (unknown, truth) = Digits(random, 60);
        int[] turned = [.. labels.Select(d => 9 - d)];
        float[] before = [.. images.SelectMany(i => i), .. unknown.SelectMany(i => i)];
        int[] labelsBefore = [.. turned];
        int[] got = read(images, turned, unknown);
        if (Form(got, unknown.Length) is { } fault)
            return fault;
        if (!before.SequenceEqual(images.Concat(unknown).SelectMany(i => i)) || !turned.SequenceEqual(labelsBefore))
            return "an array has other numbers after the call than before. Leave images and labels as they are.";
        double share = Share(got, [.. truth.Select(d => 9 - d)]), usual = Share(got, truth);
        if (share >= 40)
            return null;
        string asked = $"300 digits whose labels are turned round (every 0 is called 9), 60 new ones: {Text(share)} of 100 "
            + "are right.";
        if (got.All(d => d == got[0]))
        {
            return $"{asked} All your answers are {got[0]}. Is the network trained at all, or is its loss NaN? Print the "
                + "loss of each epoch.";
        }
        return usual > 40
            ? $"{asked} You read the digits as usual. The labels of this call have to decide, not those of another training."
            : $"{asked} Guessing gives about 10, and 40 are asked for here. Is the loss small after the training? Train "
                + "longer, or change the learning rate.";
    }

    public static string? Reads(ReadDigits read, Random random)
    {
        var (images, labels) = Digits(random, 1000);
        var (unknown, truth) = Digits(random, 300);
        int[] got = read(images, labels, unknown);
        if (Form(got, unknown.Length) is { } fault)
            return fault;
        double share = Share(got, truth);
        return share >= 95
            ? null
            : $"1,000 digits with labels, 300 new ones: {Text(Math.Round(share, 1))} of 100 are right, 95 are asked for. "
                + "A dense network stops near 80; the network of section 8 comes close to 95, with moved digits it goes "
                + "beyond.";
    }

    private static (float[][] Images, int[] Labels) Digits(Random random, int count)
    {
        var (pixels, labels) = GlyphDigits.Draw(count, random.Next());
        return ([.. pixels.Chunk(Side * Side)], labels);
    }

    private static string? Form(int[]? got, int count)
    {
        if (got is null)
            return "the answer is null. Return one digit for each unknown image.";
        if (got.Length == 10 && count != 10)
        {
            return $"{count} unknown images, 10 answers: you looked for the largest score in each column. Each row is an "
                + "image: `ArgMax(1)`.";
        }
        if (got.Length != count)
            return $"{count} unknown images, {got.Length} answers: return one digit for each of them, in their order.";
        return got.FirstOrDefault(d => d is < 0 or > 9) is var strange && strange != 0
            ? $"an answer is {strange}; digits are 0 to 9. Return the place of the largest score of each row."
            : null;
    }

    private static double Share(int[] got, int[] want) =>
        100.0 * got.Zip(want, (g, w) => g == w ? 1 : 0).Sum() / want.Length;
}
