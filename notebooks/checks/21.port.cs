using static Backprop.Checks.Numbers;
using MatrixProduct = System.Func<double[], double[], int, int, int, double[]>;
using Predict = System.Func<double[][], double[], double[][], double[], double[], double>;

namespace Backprop.Checks;

/// <summary>L21.a: a small net whose weights are stored as [inputs, outputs].</summary>
internal static class L21Port
{
    private sealed record Net(double[][] Kernel1, double[] Bias1, double[][] Kernel2, double[] Bias2, double[] X);

    public static string? One(Predict predict, Random random)
    {
        if (Fault(predict, new Net([[-2]], [0.3], [[1.5]], [-0.4], [0.5])) is { } fault)
            return fault;
        for (int trial = 0; trial < 10; trial++)
            if (Fault(predict, Draw(random, 1, 1)) is { } other)
                return other;
        return null;
    }

    public static string? Square(Predict predict, Random random)
    {
        for (int trial = 0; trial < 10; trial++)
        {
            int size = random.Next(2, 5);
            if (Fault(predict, Draw(random, size, size)) is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Any(Predict predict, Random random)
    {
        int[][] sizes = [[2, 3], [3, 2], [1, 4], [4, 1], [random.Next(2, 6), random.Next(6, 9)]];
        return sizes.Select(s => Fault(predict, Draw(random, s[0], s[1]))).FirstOrDefault(fault => fault is not null);
    }

    private static string? Fault(Predict predict, Net net)
    {
        string sizes = $"{net.X.Length} inputs, {net.Bias1.Length} hidden units";
        double got;
        try
        {
            got = predict(Copy(net.Kernel1), [.. net.Bias1], Copy(net.Kernel2), [.. net.Bias2], [.. net.X]);
        }
        catch (IndexOutOfRangeException)
        {
            return $"{sizes}: an index left its array. kernel1 has one row per input, and in it one number per hidden unit; "
                + "kernel2 has one row per hidden unit.";
        }
        double want = Sigma(Score(net, Math.Tanh));
        if (Near(got, want))
            return null;
        string where = net.X.Length * net.Bias1.Length == 1
            ? $"kernel1 {Text(net.Kernel1)}, bias1 {Text(net.Bias1)}, kernel2 {Text(net.Kernel2)}, bias2 {Text(net.Bias2)}, x "
                + Text(net.X)
            : sizes;
        return $"{where}: it should be {Text(want)}, yours is {Text(got)}.{Cause(got, net)}";
    }

    private static string Cause(double got, Net net)
    {
        bool isSquare = net.X.Length == net.Bias1.Length && net.X.Length > 1;
        double score = Score(net, Math.Tanh);
        double[] none = new double[net.Bias1.Length];
        return got switch
        {
            _ when isSquare && Near(got, Sigma(Score(net with { Kernel1 = Transposed(net.Kernel1) }, Math.Tanh))) =>
                " kernel1 was read the other way round: its first index is the input.",
            _ when Near(got, score) => " That is the score. The sigmoid of the output is missing.",
            _ when Near(got, Sigma(Score(net, z => z))) => " The tanh of the hidden layer is missing.",
            _ when Near(got, Sigma(Score(net, z => Math.Max(z, 0)))) => " You used a ReLU in the hidden layer. This net has a tanh.",
            _ when Near(got, Sigma(Score(net, Sigma))) => " You used a sigmoid in the hidden layer. This net has a tanh.",
            _ when Near(got, Math.Tanh(score)) => " The output has a tanh. It should be a sigmoid.",
            _ when Near(got, Sigma(Score(net with { Bias1 = none }, Math.Tanh))) => " bias1 is missing.",
            _ when Near(got, Sigma(Score(net with { Bias2 = [0] }, Math.Tanh))) => " bias2 is missing.",
            _ when Near(got, Sigma(Score(net with { Bias1 = none, Bias2 = [0] }, Math.Tanh))) => " Both biases are missing.",
            _ => "",
        };
    }

    private static double Score(Net net, Func<double, double> hidden) => net.Bias2[0] + net.Bias1
        .Select((bias, j) => hidden(bias + net.X.Select((v, i) => v * net.Kernel1[i][j]).Sum()) * net.Kernel2[j][0]).Sum();

    private static double[][] Transposed(double[][] rows) =>
        [.. rows[0].Select((_, j) => rows.Select(row => row[j]).ToArray())];

    private static Net Draw(Random random, int inputs, int hidden) => new(
        Pick(random, inputs, hidden, -1, 1), Pick(random, hidden, 0.2, 1), Pick(random, hidden, 1, -1.5, 1.5),
        [Pick(random, 0.2, 1)], Pick(random, inputs, 0.2, 1.5));

    private static double Sigma(double z) => 1 / (1 + Math.Exp(-z));
}

/// <summary>L21.b: the product of two matrices, each stored row by row in one array.</summary>
internal static class L21Product
{
    public static string? Small(MatrixProduct multiply, Random random)
    {
        if (Fault(multiply, [1, 2, 3, 4], [5, 6, 7, 8], 2, 2, 2) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
            if (Fault(multiply, Pick(random, 4, -9, 9), Pick(random, 4, -9, 9), 2, 2, 2) is { } other)
                return other;
        return null;
    }

    public static string? AnySizes(MatrixProduct multiply, Random random)
    {
        int[][] sizes = [[1, 1, 1], [1, 3, 1], [3, 1, 2], [2, 3, 4], [4, 3, 2], [1, 2, 5], [5, 2, 1], [17, 9, 13]];
        return sizes.Select(s => Fault(multiply, Pick(random, s[0] * s[1], -9, 9), Pick(random, s[1] * s[2], -9, 9),
            s[0], s[1], s[2])).FirstOrDefault(fault => fault is not null);
    }

    public static string? Untouched(MatrixProduct multiply, Random random)
    {
        double[] a = Pick(random, 4, -9, 9), b = Pick(random, 4, -9, 9), aBefore = [.. a], bBefore = [.. b];
        multiply(a, b, 2, 2, 2);
        return a.SequenceEqual(aBefore) && b.SequenceEqual(bBefore)
            ? null
            : "an array has other numbers after the call than before. Write into an array of your own.";
    }

    private static string? Fault(MatrixProduct multiply, double[] a, double[] b, int n, int k, int m)
    {
        string sizes = $"{n}×{k} times {k}×{m}";
        double[]? got;
        try
        {
            got = multiply([.. a], [.. b], n, k, m);
        }
        catch (IndexOutOfRangeException)
        {
            return $"{sizes}: an index left its array. A row of a has {k} numbers, a row of b and of the result {m}.";
        }
        double[] want = Product(a, b, n, k, m);
        if (got is null || got.Length != want.Length)
            return $"{sizes}: the result has {got?.Length ?? 0} numbers, it should have {n}·{m} = {n * m}.";
        if (Near(got, want))
            return null;
        int at = Enumerable.Range(0, want.Length).First(i => !Near(got[i], want[i]));
        string whole = n * k * m <= 12 ? $" for {Text(a)} and {Text(b)}" : "";
        return $"{sizes}{whole}: entry ({at / m}, {at % m}) should be {Text(want[at])}, yours is {Text(got[at])}."
            + Cause(got, a, b, n, k, m);
    }

    private static string Cause(double[] got, double[] a, double[] b, int n, int k, int m)
    {
        double[] want = Product(a, b, n, k, m);
        bool isSquare = n == k && k == m && n > 1;
        return got switch
        {
            _ when got.All(v => v == 0) => " All entries are 0. Is the sum written into the result?",
            _ when isSquare && Near(got, [.. a.Zip(b, (p, q) => p * q)]) =>
                " You multiplied entry by entry. A matrix product takes a row times a column.",
            _ when isSquare && Near(got, Product(a, Turned(b, k, m), n, k, m)) =>
                " That is row times row: b was read the other way round.",
            _ when isSquare && Near(got, Product(Turned(a, n, k), b, n, k, m)) =>
                " That is column times column: a was read the other way round.",
            _ when isSquare && Near(got, Product(b, a, n, k, m)) => " That is b times a. The order matters.",
            _ when Near(got, Turned(want, n, m)) => " The result is stored column by column. Store it row by row.",
            _ when Near(got, Last(a, b, n, k, m)) => " Only the last product is kept: use += in place of =.",
            _ => "",
        };
    }

    private static double[] Product(double[] a, double[] b, int n, int k, int m) =>
    [
        .. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, m)
           select Enumerable.Range(0, k).Sum(p => a[(i * k) + p] * b[(p * m) + j]),
    ];

    private static double[] Last(double[] a, double[] b, int n, int k, int m) =>
    [
        .. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, m)
           select a[(i * k) + k - 1] * b[((k - 1) * m) + j],
    ];

    // The transpose of a rows×columns matrix, stored row by row.
    private static double[] Turned(double[] values, int rows, int columns) =>
        [.. from j in Enumerable.Range(0, columns) from i in Enumerable.Range(0, rows) select values[(i * columns) + j]];
}
