using Convolve = System.Func<double[][], double[][], int, int, double[][]>;
using ConvolveBack =
    System.Func<double[][], double[][], double[][], (double[][] DImage, double[][] DKernel)>;
using OutSize = System.Func<int, int, int, int, int>;
using ReadDigits = System.Func<float[][], int[], float[][], int[]>;

namespace Backprop.Checks;

/// <summary>Lesson 16: the size of a map, a convolution, its slopes, digits. 20 points.</summary>
public sealed class L16 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L16.c", "How many places?")
        {
            Signature = "int OutSize(int size, int kernel, int stride, int padding)",
            Parts =
            [
                new Part<OutSize>("stride 1, no padding", 1, L16Size.Plain),
                new Part<OutSize>("padding", 1, L16Size.Padded, "stride 1, no padding"),
                new Part<OutSize>("strides", 1, L16Size.Strided, "stride 1, no padding"),
                new Part<OutSize>("all of it at once", 1, L16Size.All, "padding", "strides"),
            ],
            Hints =
            [
                "A window as wide as the row: in how many places does it fit? Does your formula say so?",
                "The first window costs `kernel` pixels. How many pixels are left after it, and how many does each further "
                + "window need?",
                "Left over: size plus the padding of both sides minus kernel. Divide by the stride, throw away the rest "
                + "(an int division does), and add the first window.",
            ],
        },
        new("L16.a", "The convolution")
        {
            Signature = "double[][] Convolve(double[][] image, double[][] kernel, int stride, int padding)",
            Parts =
            [
                new Part<Convolve>("the example", 2, L16Forward.Example),
                new Part<Convolve>("other images and kernels", 1, L16Forward.Others, "the example"),
                new Part<Convolve>("stride", 1, L16Forward.Strided, "other images and kernels"),
                new Part<Convolve>("padding", 1, L16Forward.Padded, "other images and kernels"),
                new Part<Convolve>("both, and the arrays stay as they are", 1, L16Forward.Both, "stride", "padding"),
            ],
            Hints =
            [
                "Section 2 has the four loops. Which numbers in them change when the window moves by 2, and which do not?",
                "The stride multiplies the place (r, c), not the cell (a, b). Padding moves the whole window up and to the "
                + "left, so some pixels that it asks for do not exist.",
                "Write a small function `Pixel(r, c)` that gives 0 outside the image. In the inner loop ask it for row "
                + "r * stride + a - padding, and the same for the column.",
            ],
        },
        new("L16.b", "The convolution, backward")
        {
            Signature = "(double[][] DImage, double[][] DKernel) ConvolveBack(double[][] image, double[][] kernel, "
                + "double[][] slopes)",
            Parts =
            [
                new Part<ConvolveBack>("the kernel, slopes of 1", 2, L16Backward.KernelOfOnes),
                new Part<ConvolveBack>("the kernel, any slopes", 1, L16Backward.Kernel, "the kernel, slopes of 1"),
                new Part<ConvolveBack>("the image", 2, L16Backward.Image),
                new Part<ConvolveBack>(
                    "the arrays stay as they are", 1, L16Backward.Untouched, "the kernel, any slopes", "the image"),
            ],
            Hints =
            [
                "Which line of the forward pass touches the kernel? How often is the cell (0, 0) used, and with which pixels?",
                "Keep the four loops of the forward pass. The line in the middle is a product of two numbers; each of them "
                + "gets the slope of the answer times the other one.",
                "In the innermost loop there are two lines with `+=`: the kernel cell (a, b) gets slopes[r][c] times its "
                + "pixel, and the pixel (r + a, c + b) gets slopes[r][c] times the kernel cell.",
            ],
        },
        new("L16.d", "Read digits")
        {
            Signature = "int[] ReadDigits(float[][] images, int[] labels, float[][] unknown)",
            Parts =
            [
                new Part<ReadDigits>("it learns from its labels", 2, L16Digits.Learns)
                {
                    Patience = TimeSpan.FromSeconds(60),
                },
                new Part<ReadDigits>("95 of 100 new digits", 2, L16Digits.Reads, "it learns from its labels")
                {
                    Patience = TimeSpan.FromSeconds(60),
                },
            ],
            Hints =
            [
                "Which network of this lesson reads more than 90 of 100 new digits? Does it fit here as it is?",
                "A network, an optimizer, a trainer with the loss CrossEntropy, about ten epochs. What is still missing to "
                + "95 is in section 10: show it moved digits.",
                "Build the network of section 8, train it with a `DataLoader` that has `transform: Augment.Shift(2)`, call "
                + "`Evaluate()` on it, and return `net.Forward(news).ArgMax(1).ToArray<int>()`.",
            ],
        },
    ];
}

/// <summary>L16.c: the size of a feature map, against counting.</summary>
internal static class L16Size
{
    public static string? Plain(OutSize size, Random random)
    {
        // 4 and 2 first: there every usual mistake gives a number of its own.
        if (Fault(size, 4, 2, 1, 0) is { } fault)
            return fault;
        for (int trial = 0; trial < 8; trial++)
        {
            int kernel = random.Next(1, 8);
            if (Fault(size, kernel + random.Next(0, 20), kernel, 1, 0) is { } other)
                return other;
        }
        return Fault(size, 5, 5, 1, 0);
    }

    public static string? Padded(OutSize size, Random random)
    {
        if (Fault(size, 6, 3, 1, 1) is { } fault)
            return fault;
        for (int trial = 0; trial < 8; trial++)
        {
            int kernel = random.Next(2, 8);
            if (Fault(size, kernel + random.Next(0, 20), kernel, 1, random.Next(1, kernel)) is { } other)
                return other;
        }
        return null;
    }

    public static string? Strided(OutSize size, Random random)
    {
        if ((Fault(size, 7, 3, 2, 0) ?? Fault(size, 7, 3, 3, 0)) is { } fault)
            return fault;
        for (int trial = 0; trial < 12; trial++)
        {
            int kernel = random.Next(1, 6);
            if (Fault(size, kernel + random.Next(0, 20), kernel, random.Next(2, 5), 0) is { } other)
                return other;
        }
        return null;
    }

    public static string? All(OutSize size, Random random)
    {
        for (int trial = 0; trial < 20; trial++)
        {
            int kernel = random.Next(2, 8), padding = random.Next(1, kernel);
            if (Fault(size, kernel + random.Next(0, 30), kernel, random.Next(2, 5), padding) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? Fault(OutSize answer, int size, int kernel, int stride, int padding)
    {
        int want = 0;
        for (int left = -padding; left + kernel <= size + padding; left += stride)
            want++;
        int got = answer(size, kernel, stride, padding);
        return got == want
            ? null
            : $"OutSize({size}, {kernel}, {stride}, {padding}) should be {want}, yours is {got}."
                + Cause(got, want, size, kernel, stride, padding);
    }

    private static string Cause(int got, int want, int size, int kernel, int stride, int padding)
    {
        int left = size + (2 * padding) - kernel;
        return got switch
        {
            _ when got == size && stride == 1 && padding == 0 =>
                " That is the size of the image. A window of more than one pixel fits in fewer places.",
            _ when padding > 0 && got == ((size - kernel) / stride) + 1 => " The padding is not in it.",
            _ when padding > 0 && got == ((size + padding - kernel) / stride) + 1 =>
                " You counted the padding once; there is a rim on both sides.",
            _ when stride > 1 && got == left + 1 => " That is the number of places for stride 1.",
            _ when stride > 1 && left % stride != 0 && got == want + 1 =>
                " The last of your windows sticks out. Divide and throw away the rest.",
            _ when stride > 1 && got == (left + 1) / stride =>
                " You added 1 before you divided. The first window is not divided by the stride.",
            _ when got == want - 1 => " One is missing: the window in its first place counts too.",
            _ => " Count with your fingers, for this small case, and compare.",
        };
    }
}
