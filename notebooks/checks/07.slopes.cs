using static Backprop.Checks.Numbers;
using CrossEntropy = System.Func<double[], int, double>;
using Gradient = System.Func<double[][], int[], double[][]>;
using Jacobian = System.Func<double[], double[][]>;

namespace Backprop.Checks;

/// <summary>L07.b: the loss from scores, also where the share is too small for a double.</summary>
internal static class L07Entropy
{
    public static double Want(double[] z, int label)
    {
        double largest = z.Max();
        return largest - z[label] + Math.Log(z.Sum(v => Math.Exp(v - largest)));
    }

    public static string? Ordinary(CrossEntropy loss, Random random)
    {
        foreach (int label in (int[])[0, 1, 2])
            if (Fault(loss, [2, 1, 0.1], label) is { } fault)
                return fault;
        for (int trial = 0; trial < 10; trial++)
        {
            double[] z = Pick(random, random.Next(2, 6), -3, 3), before = [.. z];
            if (Fault(loss, z, random.Next(z.Length)) is { } other)
                return other;
            loss(z, 0);
            if (!z.SequenceEqual(before))
                return "z has other numbers after the call than before. Leave it as it is.";
        }
        return null;
    }

    public static string? Mistaken(CrossEntropy loss, Random random)
    {
        foreach (double size in (double[])[1000, 50, Math.Round(700 + (1000 * random.NextDouble())), 1e6])
            if ((Fault(loss, [0, size, 0], 0) ?? Fault(loss, [-size, 0], 0)) is { } fault)
                return fault;
        return null;
    }

    public static string? Right(CrossEntropy loss, Random random)
    {
        foreach (double size in (double[])[1000, 50, Math.Round(700 + (1000 * random.NextDouble())), 1e6])
            if ((Fault(loss, [0, size, 0], 1) ?? Fault(loss, [-size, 0], 1)) is { } fault)
                return fault;
        return null;
    }

    private static string? Fault(CrossEntropy loss, double[] z, int label)
    {
        double got = loss([.. z], label), want = Want(z, label);
        return Near(got, want, 1e-9)
            ? null
            : $"CrossEntropy({Text(z)}, {label}) should be {Text(want)}, yours is {Text(got)}.{Cause(got, want, z, label)}";
    }

    private static string Cause(double got, double want, double[] z, int label)
    {
        double[] o = L07Softmax.Shares(z);
        return got switch
        {
            double.NaN => " exp overflowed on the way. Subtract the largest score before exp.",
            double.PositiveInfinity when want < 700 => " An infinite loss: a logarithm got 0.",
            double.PositiveInfinity =>
                " The share became 0 and its log infinite. Work with the scores: log-sum-exp minus the right score.",
            double.NegativeInfinity => " A logarithm got 0, and the minus is missing.",
            _ when Near(got, -want) => " The sign: a share has a negative logarithm, and the loss is minus that.",
            _ when Near(got, o[label]) => " That is the share itself. Take minus its logarithm.",
            _ when Near(got, want / Math.Log(2)) => " That is a base-2 logarithm; the loss uses the natural one.",
            _ when Near(got, want / Math.Log(10)) => " That is a base-10 logarithm; the loss uses the natural one.",
            _ when Near(got, want + z[label]) => " That is log-sum-exp. The right class's score has to be subtracted.",
            _ when Near(got, -o.Sum(p => p * Math.Log(p))) =>
                " That is the entropy of the model's own shares. Only the right class counts.",
            _ when Near(got, -o.Sum(Math.Log)) => " Every class was added up. Only the label's share counts: the others have t = 0.",
            _ when want > 30 && got < want && got > 5 =>
                $" It stops growing, as if the share were clipped at {Math.Exp(-got):0e0}. No clipping: work with the scores.",
            _ when Enumerable.Range(0, z.Length).Any(i => i != label && Near(got, Want(z, i))) =>
                " That is the loss for another label.",
            _ => "",
        };
    }
}

/// <summary>L07.c: output minus truth, divided by the number of rows.</summary>
internal static class L07Gradient
{
    public static string? One(Gradient gradient, Random random)
    {
        foreach (int label in (int[])[0, 2])
            if (Fault(gradient, [[2, 1, 0.1]], [label]) is { } fault)
                return fault;
        for (int trial = 0; trial < 6; trial++)
        {
            double[] z = Pick(random, random.Next(2, 6), -3, 3);
            if (Fault(gradient, [z], [random.Next(z.Length)]) is { } other)
                return other;
        }
        return null;
    }

    public static string? Batch(Gradient gradient, Random random)
    {
        if (Fault(gradient, [[2, 1, 0.1], [0, 1, 3]], [0, 1]) is { } fault)
            return fault;
        for (int trial = 0; trial < 8; trial++)
        {
            int rows = random.Next(2, 6), classes = random.Next(2, 5);
            double[][] z = Pick(random, rows, classes, -3, 3);
            int[] labels = [.. z.Select(_ => random.Next(classes))];
            if (Fault(gradient, z, labels) is { } other)
                return other;
            if (Nudges(gradient, z, labels) is { } third)
                return third;
        }
        return null;
    }

    public static string? Large(Gradient gradient, Random random)
    {
        double far = Math.Round(800 + (1000 * random.NextDouble()));
        return Fault(gradient, [[1000, 999, 998.1]], [0]) ?? Fault(gradient, [[far, 0], [-far, -far - 1]], [1, 0]);
    }

    public static string? Untouched(Gradient gradient, Random random)
    {
        double[][] z = Pick(random, 3, 3, -3, 3), before = Copy(z);
        int[] labels = [0, 2, 1];
        double[][] got = gradient(z, labels);
        if (!Near(z, before, 0) || !labels.SequenceEqual([0, 2, 1]))
            return "scores or labels have other numbers after the call than before. Fill a table of your own.";
        return got.Any(row => z.Contains(row)) ? "a row that comes back is a row of scores itself. Make new rows." : null;
    }

    private static string? Nudges(Gradient gradient, double[][] z, int[] labels)
    {
        double[][] got = gradient(Copy(z), [.. labels]);
        for (int r = 0; r < z.Length; r++)
        {
            int row = r;
            double[] nudged = Nudge(v => L07Entropy.Want(v, labels[row]) / z.Length, z[row]);
            if (!Near(got[row], nudged, 1e-5))
                return $"{z.Length} rows: nudging says {Text(nudged)} for row {row}, yours is {Text(got[row])}.";
        }
        return null;
    }

    private static string? Fault(Gradient gradient, double[][] z, int[] labels)
    {
        double[][]? got = gradient(Copy(z), [.. labels]);
        double[][] want = Rows(z, labels, (o, t) => (o - t) / z.Length);
        if (Near(got, want, 1e-9))
            return null;
        string call = $"Gradient({Text(z)}, [{string.Join(", ", labels)}])";
        if (got?.Length != z.Length || got.Zip(z).Any(pair => pair.First?.Length != pair.Second.Length))
            return $"{call} should be a table of the same shape as the scores; yours has {got?.Length ?? 0} row(s).";
        return $"{call} should be {Text(want)}, yours is {Text(got)}.{Cause(got, z, labels)}";
    }

    private static string Cause(double[][] got, double[][] z, int[] labels)
    {
        int n = z.Length;
        return got switch
        {
            _ when got.Any(row => row.Any(double.IsNaN)) => " NaN: exp overflowed. Subtract each row's largest score first.",
            _ when Near(got, Rows(z, labels, (o, t) => (t - o) / n)) => " All signs are turned round: output minus truth.",
            _ when n > 1 && Near(got, Rows(z, labels, (o, t) => o - t)) =>
                " Those are the slopes of a sum. The loss is the mean over the rows: divide by their number.",
            _ when n > 1 && Near(got, Rows(z, labels, (o, t) => o - (t / n))) =>
                " The truth was divided by the number of rows, the output was not.",
            _ when n > 1 && Near(got, Rows(z, labels, (o, t) => (o / n) - t)) =>
                " The output was divided by the number of rows, the truth was not.",
            _ when Near(got, Rows(z, labels, (o, _) => o / n)) => " Those are the shares. Subtract 1 at the label.",
            _ when Near(got, Rows(z, labels, (o, t) => t * (o - 1) / n)) =>
                " Only the label's slope is there. The other scores have slopes, too: their share minus 0.",
            _ when Near(got, Rows(z, labels, (o, t) => (o - t) * o * (1 - o) / n)) =>
                " There is a factor o (1 - o) too many. It has cancelled already.",
            _ when Near(got, Rows(z, labels, (o, t) => t == 0 ? 0 : -1 / o / n)) =>
                " Those are the slopes with respect to the shares, -t / o. The way from the scores to the shares is missing.",
            _ when Near(got, [.. z.Select((row, r) => row.Select((v, i) => (v - (i == labels[r] ? 1 : 0)) / n).ToArray())]) =>
                " You subtracted the truth from the scores. Softmax them first.",
            _ => "",
        };
    }

    private static double[][] Rows(double[][] z, int[] labels, Func<double, double, double> f) =>
        [.. z.Select((row, r) => L07Softmax.Shares(row).Select((o, i) => f(o, i == labels[r] ? 1 : 0)).ToArray())];
}

/// <summary>L07.d: nine slopes, and what is taken for them.</summary>
internal static class L07Jacobian
{
    public static string? Few(Jacobian jacobian, Random random) =>
        Fault(jacobian, [2, 1, 0.1]) ?? Fault(jacobian, [0, 0]) ?? Fault(jacobian, Pick(random, 3, -2, 2));

    public static string? Many(Jacobian jacobian, Random random)
    {
        for (int trial = 0; trial < 10; trial++)
        {
            double[] z = Pick(random, random.Next(1, 7), -3, 3);
            if (Fault(jacobian, z) is { } fault)
                return fault;
            double[][] got = jacobian([.. z]);
            for (int i = 0; i < z.Length; i++)
            {
                int row = i;
                double[] nudged = Nudge(v => L07Softmax.Shares(v)[row], z);
                if (!Near(got[row], nudged, 1e-5))
                    return $"z = {Text(z)}: nudging says {Text(nudged)} for row {row}, yours is {Text(got[row])}.";
            }
        }
        return null;
    }

    public static string? Large(Jacobian jacobian, Random random)
    {
        double far = Math.Round(800 + (1000 * random.NextDouble()));
        if ((Fault(jacobian, [1000, 999, 998.1]) ?? Fault(jacobian, [-far, -far])) is { } fault)
            return fault;
        double[] z = Pick(random, 3, -2, 2), before = [.. z];
        jacobian(z);
        return z.SequenceEqual(before) ? null : "z has other numbers after the call than before. Leave it as it is.";
    }

    private static string? Fault(Jacobian jacobian, double[] z)
    {
        double[][]? got = jacobian([.. z]);
        double[] o = L07Softmax.Shares(z);
        double[][] want = Table(o, (a, _) => a * (1 - a), (a, b) => -a * b);
        if (Near(got, want, 1e-9))
            return null;
        if (got?.Length != z.Length || got.Any(row => row?.Length != z.Length))
            return $"Jacobian({Text(z)}) should have {z.Length} row(s) of {z.Length}; yours has {got?.Length ?? 0} row(s).";
        return $"Jacobian({Text(z)}) should be {Text(want)}, yours is {Text(got)}.{Cause(got, o, z)}";
    }

    private static string Cause(double[][] got, double[] o, double[] z) => got switch
    {
        _ when got.Any(row => row.Any(double.IsNaN)) => " NaN: exp overflowed. Subtract the largest score first.",
        _ when Near(got, Table(o, (a, _) => a * (1 - a), (_, _) => 0)) =>
            " The diagonal is right. Off it, the slopes are -o[i] o[j]: what one share gains the others lose.",
        _ when Near(got, Table(o, (a, _) => a * (1 - a), (a, b) => a * b)) =>
            " Off the diagonal the signs are turned: pushing one score makes the others' shares smaller.",
        _ when Near(got, Table(o, (a, _) => -a * a, (a, b) => -a * b)) =>
            " The diagonal lacks its o[i]: it is o[i] - o[i] o[i], which is o[i] (1 - o[i]).",
        _ when Near(got, Table(o, (a, _) => a * (1 - a), (a, b) => -a * (1 - b))) =>
            " Off the diagonal it is -o[i] o[j], without the 1.",
        _ when Near(got, Table(o, (a, _) => -a * (1 - a), (a, b) => a * b)) => " All signs are turned round.",
        _ when Near(got, Table(z, (a, _) => a * (1 - a), (a, b) => -a * b)) =>
            " The rules are there, but with the scores in place of the shares.",
        _ => "",
    };

    private static double[][] Table(double[] o, Func<double, double, double> same, Func<double, double, double> other) =>
        [.. o.Select((a, i) => o.Select((b, j) => i == j ? same(a, b) : other(a, b)).ToArray())];
}
