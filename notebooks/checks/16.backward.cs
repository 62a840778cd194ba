using static Backprop.Checks.Numbers;
using ConvolveBack =
    System.Func<double[][], double[][], double[][], (double[][] DImage, double[][] DKernel)>;

namespace Backprop.Checks;

/// <summary>L16.b: the slopes of a convolution, against nudging.</summary>
internal static class L16Backward
{
    private const string Example = "the example, nine slopes of 1";

    public static string? KernelOfOnes(ConvolveBack back, Random random)
    {
        if (KernelFault(back, L16Window.Image, L16Window.Kernel, Ones(3, 3), Example) is { } fault)
            return fault;
        for (int trial = 0; trial < 4; trial++)
        {
            var (image, kernel, slopes) = Tables(random);
            string name = $"{Name(image, kernel)}, all slopes 1";
            if (KernelFault(back, image, kernel, Ones(slopes.Length, slopes[0].Length), name) is { } other)
                return other;
        }
        return null;
    }

    public static string? Kernel(ConvolveBack back, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (image, kernel, slopes) = Tables(random);
            if (KernelFault(back, image, kernel, slopes, Name(image, kernel)) is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Image(ConvolveBack back, Random random)
    {
        if (ImageFault(back, L16Window.Image, L16Window.Kernel, Ones(3, 3), Example) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
        {
            var (image, kernel, slopes) = Tables(random);
            if (ImageFault(back, image, kernel, slopes, Name(image, kernel)) is { } other)
                return other;
        }
        return null;
    }

    public static string? Untouched(ConvolveBack back, Random random)
    {
        var (image, kernel, slopes) = Tables(random);
        double[][] imageBefore = Copy(image), kernelBefore = Copy(kernel), slopesBefore = Copy(slopes);
        back(image, kernel, slopes);
        return Near(image, imageBefore) && Near(kernel, kernelBefore) && Near(slopes, slopesBefore)
            ? null
            : "an array has other numbers after the call than before. Collect the slopes in tables of your own.";
    }

    private static double[][] Ones(int rows, int columns) =>
        [.. L16Window.Zeros(rows, columns).Select(row => row.Select(_ => 1.0).ToArray())];

    private static (double[][] Image, double[][] Kernel, double[][] Slopes) Tables(Random random)
    {
        int height = random.Next(3, 6), width = height + random.Next(1, 3);
        int down = random.Next(1, 4), right = down == 3 ? 2 : down + 1;
        return (
            Pick(random, height, width, 0.5, 4),
            Pick(random, down, right, 0.5, 3),
            Pick(random, height - down + 1, width - right + 1, 0.5, 2));
    }

    private static string Name(double[][] image, double[][] kernel) =>
        $"image {L16Window.Size(image)}, kernel {L16Window.Size(kernel)}";

    // The loss is the sum of answers times slopes, so that the slope of each answer is what was given.
    private static double Loss(double[][] image, double[][] kernel, double[][] slopes) =>
        L16Window.Flat(L16Window.Convolve(image, kernel)).Zip(L16Window.Flat(slopes), (y, s) => y * s).Sum();

    private static double[][] Nudged(double[][] table, Func<double[][], double> loss)
    {
        int width = table[0].Length;
        return [.. Nudge(flat => loss([.. flat.Chunk(width)]), L16Window.Flat(table), 1e-3).Chunk(width)];
    }

    private static string? KernelFault(
        ConvolveBack back, double[][] image, double[][] kernel, double[][] slopes, string name)
    {
        double[][] got = back(Copy(image), Copy(kernel), Copy(slopes)).DKernel;
        double[][] want = Nudged(kernel, k => Loss(image, k, slopes));
        if (L16Window.WrongForm(got, want, $"{name}: DKernel") is { } form)
            return form + " There is one slope for each cell of the kernel.";
        if (Near(got, want))
            return null;
        double[][] lastOnly = [.. kernel.Select((row, a) =>
            row.Select((_, b) => slopes[^1][^1] * image[a + slopes.Length - 1][b + slopes[0].Length - 1]).ToArray())];
        string cause = got switch
        {
            _ when IsZero(got) => " All of it is 0. Each answer that used a cell adds something to it.",
            _ when Near(got, lastOnly) => " Only the last place of the window is in it: add up with +=.",
            _ when Near(got, L16Window.Turned(want)) => " These slopes are turned by 180 degrees: "
                + "cell (a, b) has met pixel (r + a, c + b).",
            _ when Near(got, L16Window.Convolve(image, Ones(slopes.Length, slopes[0].Length))) =>
                " You took every slope for 1. Multiply each pixel with the slope of its answer.",
            _ when Factor(L16Window.Flat(got), L16Window.Flat(want)) is { } factor && Near(factor, -1) =>
                " All signs are turned round. You were asked for slopes, not for a step downhill.",
            _ when Near(got, L16Window.Times(1.0 / (slopes.Length * slopes[0].Length), want)) =>
                " You took the mean over the places. Slopes over several paths are added.",
            _ => Different(got, want, "nudging cell"),
        };
        return $"{name}: DKernel should be {Text(Rounded(want))}, yours is {Text(got)}.{cause}";
    }

    private static string? ImageFault(
        ConvolveBack back, double[][] image, double[][] kernel, double[][] slopes, string name)
    {
        double[][] got = back(Copy(image), Copy(kernel), Copy(slopes)).DImage;
        double[][] want = Nudged(image, x => Loss(x, kernel, slopes));
        if (L16Window.WrongForm(got, want, $"{name}: DImage") is { } form)
            return form + " There is one slope for each pixel.";
        if (Near(got, want))
            return null;
        double[][] Spread(double[][] k, double[][] s, bool keepLast = false)
        {
            double[][] sums = L16Window.Zeros(image.Length, image[0].Length);
            for (int r = 0; r < s.Length; r++)
                for (int c = 0; c < s[0].Length; c++)
                    for (int a = 0; a < k.Length; a++)
                        for (int b = 0; b < k[0].Length; b++)
                            sums[r + a][c + b] = (s[r][c] * k[a][b]) + (keepLast ? 0 : sums[r + a][c + b]);
            return sums;
        }
        string cause = got switch
        {
            _ when IsZero(got) => " All of it is 0. A pixel that was used by a window has a slope.",
            _ when Near(got, Spread(L16Window.Turned(kernel), slopes)) =>
                " The kernel runs the other way: pixel (r + a, c + b) was multiplied with cell (a, b).",
            _ when Near(got, Spread(kernel, slopes, keepLast: true)) =>
                " A pixel is used by several windows, and only the last one is kept: add up with +=.",
            _ when Near(got, Spread(kernel, Ones(slopes.Length, slopes[0].Length))) =>
                " For the image you took every slope for 1. Multiply the kernel cell with the slope of the answer.",
            _ => Different(got, want, "nudging pixel"),
        };
        return $"{name}: DImage is not right.{cause}";
    }

    private static string Different(double[][] got, double[][] want, string what)
    {
        for (int r = 0; r < want.Length; r++)
            for (int c = 0; c < want[0].Length; c++)
                if (!Near(got[r][c], want[r][c]))
                    return $" For ({r}, {c}) {what} gives {Text(Math.Round(want[r][c], 5))}, yours is {Text(got[r][c])}.";
        return "";
    }

    private static double[][] Rounded(double[][] table) =>
        [.. table.Select(row => row.Select(v => Math.Round(v, 5)).ToArray())];

    private static bool IsZero(double[][] table) => Array.TrueForAll(L16Window.Flat(table), v => v == 0);
}
