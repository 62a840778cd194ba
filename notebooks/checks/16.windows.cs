using static Backprop.Checks.Numbers;
using Convolve = System.Func<double[][], double[][], int, int, double[][]>;

namespace Backprop.Checks;

/// <summary>The convolution as the lesson defines it, and small tools for tables.</summary>
internal static class L16Window
{
    public static double[][] Image => [[1, 2, 0, 1], [0, 1, 3, 1], [2, 1, 0, 0], [1, 0, 2, 1]];

    public static double[][] Kernel => [[1, 0], [0, -1]];

    public static double[][] Convolve(double[][] image, double[][] kernel, int stride = 1, int padding = 0) =>
        Convolve(image, kernel, stride, stride, padding);

    public static double[][] Convolve(double[][] image, double[][] kernel, int down, int right, int padding)
    {
        int rows = ((image.Length + (2 * padding) - kernel.Length) / down) + 1;
        int columns = ((image[0].Length + (2 * padding) - kernel[0].Length) / right) + 1;
        var map = Zeros(rows, columns);
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                for (int a = 0; a < kernel.Length; a++)
                    for (int b = 0; b < kernel[0].Length; b++)
                        map[r][c] += kernel[a][b] * Pixel(image, (r * down) + a - padding, (c * right) + b - padding);
        return map;
    }

    public static double[][] Zeros(int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    public static double[][] Turned(double[][] table) => [.. table.Reverse().Select(row => row.Reverse().ToArray())];

    public static double[][] Transposed(double[][] table) =>
        [.. Enumerable.Range(0, table[0].Length).Select(c => table.Select(row => row[c]).ToArray())];

    public static double[][] Times(double factor, double[][] table) =>
        [.. table.Select(row => row.Select(v => factor * v).ToArray())];

    public static double[] Flat(double[][] table) => [.. table.SelectMany(row => row)];

    public static string Size(double[][] table) => $"{table.Length} × {table[0].Length}";

    /// <summary>What is wrong with the form of a table; null if it has as many rows and columns as it should.</summary>
    public static string? WrongForm(double[][]? got, double[][] want, string what)
    {
        if (got is null || got.Any(row => row is null))
            return $"{what} is null or has a row that is null.";
        if (got.Length == want.Length && got.All(row => row.Length == want[0].Length))
            return null;
        if (got.Length == 0)
            return $"{what} should be {Size(want)}, yours is empty.";
        return got.Any(row => row.Length != got[0].Length)
            ? $"{what} should be {Size(want)}, yours has rows of different lengths."
            : $"{what} should be {Size(want)}, yours is {Size(got)}.";
    }

    private static double Pixel(double[][] image, int r, int c) =>
        r >= 0 && r < image.Length && c >= 0 && c < image[0].Length ? image[r][c] : 0;
}

/// <summary>L16.a: the feature map, with and without stride and padding.</summary>
internal static class L16Forward
{
    public static string? Example(Convolve convolve, Random random) =>
        Fault(convolve, L16Window.Image, L16Window.Kernel, 1, 0, "the example");

    public static string? Others(Convolve convolve, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            var (image, kernel) = Tables(random);
            if (Fault(convolve, image, kernel, 1, 0, Name(image, kernel, 1, 0)) is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Strided(Convolve convolve, Random random)
    {
        if (Fault(convolve, L16Window.Image, L16Window.Kernel, 2, 0, "the example with stride 2") is { } fault)
            return fault;
        for (int trial = 0; trial < 8; trial++)
        {
            var (image, kernel) = Tables(random);
            int stride = random.Next(2, 4);
            if (Fault(convolve, image, kernel, stride, 0, Name(image, kernel, stride, 0)) is { } other)
                return other;
        }
        return null;
    }

    public static string? Padded(Convolve convolve, Random random)
    {
        if (Fault(convolve, [[5]], [[1]], 1, 1, "[[5]] with the kernel [[1]] and padding 1") is { } fault)
            return fault;
        for (int trial = 0; trial < 8; trial++)
        {
            var (image, kernel) = Tables(random);
            int padding = random.Next(1, 3);
            if (Fault(convolve, image, kernel, 1, padding, Name(image, kernel, 1, padding)) is { } other)
                return other;
        }
        return null;
    }

    public static string? Both(Convolve convolve, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            var (image, kernel) = Tables(random);
            double[][] imageBefore = Copy(image), kernelBefore = Copy(kernel);
            int stride = random.Next(2, 4), padding = random.Next(1, 3);
            if (Fault(convolve, image, kernel, stride, padding, Name(image, kernel, stride, padding)) is { } fault)
                return fault;
            convolve(image, kernel, stride, padding);
            if (!Near(image, imageBefore) || !Near(kernel, kernelBefore))
                return "an array has other numbers after the call than before. Write into a table of your own.";
        }
        return null;
    }

    // Never square, so that rows taken for columns are seen.
    private static (double[][] Image, double[][] Kernel) Tables(Random random)
    {
        int height = random.Next(4, 8), width = height + random.Next(1, 3);
        int down = random.Next(1, 4), right = down == 3 ? 2 : down + 1;
        return (Pick(random, height, width, -4, 4), Pick(random, down, right, -3, 3));
    }

    private static string Name(double[][] image, double[][] kernel, int stride, int padding) =>
        $"image {L16Window.Size(image)}, kernel {L16Window.Size(kernel)}, stride {stride}, padding {padding}";

    private static string? Fault(
        Convolve convolve, double[][] image, double[][] kernel, int stride, int padding, string name)
    {
        double[][] want = L16Window.Convolve(image, kernel, stride, padding);
        double[][] got = convolve(Copy(image), Copy(kernel), stride, padding);
        if (L16Window.WrongForm(got, want, $"{name}: the map") is { } form)
            return form + CauseOfForm(got, image, kernel, stride, padding);
        if (Near(got, want))
            return null;
        var places = Enumerable.Range(0, want.Length)
            .SelectMany(r => Enumerable.Range(0, want[0].Length).Select(c => (Row: r, Column: c)));
        var (row, column) = places.First(p => !Near(got[p.Row][p.Column], want[p.Row][p.Column]));
        return $"{name}: at row {row}, column {column} it should be {Text(want[row][column])}, yours is "
            + $"{Text(got[row][column])}.{Cause(got, want, image, kernel, stride, padding)}";
    }

    private static string CauseOfForm(double[][]? got, double[][] image, double[][] kernel, int stride, int padding)
    {
        if (got is null || got.Length == 0 || got.Any(row => row is null || row.Length != got[0].Length))
            return "";
        bool Is(double[][] other) => got.Length == other.Length && got[0].Length == other[0].Length;
        if (Is(image) && padding == 0)
            return " That is the size of the image; without padding the window fits in fewer places.";
        if (padding > 0 && Is(L16Window.Convolve(image, kernel, stride)))
            return " That is the size without padding.";
        if (stride > 1 && Is(L16Window.Convolve(image, kernel, 1, padding)))
            return " That is the size for stride 1.";
        if (stride > 1 && Is(L16Window.Convolve(image, kernel, stride, 1, padding)))
            return " The stride counts for columns as well as for rows.";
        return Is(L16Window.Transposed(L16Window.Convolve(image, kernel, stride, padding)))
            ? " Rows and columns are swapped."
            : " The formula of exercise 1 gives rows and columns.";
    }

    private static string Cause(
        double[][] got, double[][] want, double[][] image, double[][] kernel, int stride, int padding)
    {
        int cells = kernel.Length * kernel[0].Length;
        double last = kernel[^1][^1];
        double[][] onlyLast = [.. kernel.Select(row => row.Select(_ => 0.0).ToArray())];
        onlyLast[^1][^1] = last;
        return got switch
        {
            _ when Array.TrueForAll(L16Window.Flat(got), v => v == 0) =>
                " All your answers are 0. Does the sum arrive in the table that you return?",
            _ when Near(got, L16Window.Convolve(image, L16Window.Turned(kernel), stride, padding)) =>
                " You turned the kernel by 180 degrees. Here cell (a, b) meets pixel (r + a, c + b).",
            _ when Near(got, L16Window.Convolve(image, onlyLast, stride, padding)) =>
                " Only the last product is kept: add up with +=.",
            _ when cells > 1 && Near(got, L16Window.Times(1.0 / cells, want)) =>
                " You took the mean of the products; a convolution takes their sum.",
            _ when stride > 1 && Near(got, Corner(L16Window.Convolve(image, kernel, 1, padding), want)) =>
                " The map has the right size, but the window moves by 1. The stride multiplies the place (r, c).",
            _ when padding > 0 && Near(got, Shifted(image, kernel, stride, want)) =>
                " The window starts at the first pixel. With padding it starts that many pixels before it.",
            _ => "",
        };
    }

    private static double[][] Corner(double[][] table, double[][] size) =>
        [.. table.Take(size.Length).Select(row => row.Take(size[0].Length).ToArray())];

    // Padding that only makes the map larger: windows from pixel 0 on, zeros after the end.
    private static double[][] Shifted(double[][] image, double[][] kernel, int stride, double[][] size)
    {
        double[][] grown = L16Window.Zeros(
            (size.Length * stride) + kernel.Length, (size[0].Length * stride) + kernel[0].Length);
        for (int r = 0; r < Math.Min(image.Length, grown.Length); r++)
            for (int c = 0; c < Math.Min(image[0].Length, grown[0].Length); c++)
                grown[r][c] = image[r][c];
        return Corner(L16Window.Convolve(grown, kernel, stride), size);
    }
}
