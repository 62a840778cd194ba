using static Backprop.Checks.Numbers;
using CrossEntropy = System.Func<double[], int, double>;
using Gradient = System.Func<double[][], int[], double[][]>;
using Jacobian = System.Func<double[], double[][]>;
using ToShares = System.Func<double[], double[]>;

namespace Backprop.Checks;

/// <summary>Lesson 7: softmax, cross-entropy from scores, its gradient, the Jacobian. 20 points.</summary>
public sealed class L07 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L07.a", "A softmax that never breaks")
        {
            Signature = "double[] Softmax(double[] z)",
            Parts =
            [
                new Part<ToShares>("ordinary scores", 2, L07Softmax.Ordinary),
                new Part<ToShares>("large scores", 2, L07Softmax.Large, "ordinary scores"),
                new Part<ToShares>("the array stays as it is", 1, L07Softmax.Untouched, "ordinary scores"),
            ],
            Hints =
            [
                "Two moves: first exp of each score, then something with the sum. And which scores make exp overflow?",
                "Adding the same number to all scores changes no share. Which number would you add so that exp never sees "
                + "anything above 0?",
                "Find the largest score. For each score take exp of (score minus largest). Add these up, and divide each of "
                + "them by the sum.",
            ],
        },
        new("L07.b", "Cross-entropy from scores")
        {
            Signature = "double CrossEntropy(double[] z, int label)",
            Parts =
            [
                new Part<CrossEntropy>("ordinary scores", 2, L07Entropy.Ordinary),
                new Part<CrossEntropy>("sure and mistaken", 2, L07Entropy.Mistaken, "ordinary scores"),
                new Part<CrossEntropy>("sure and right", 1, L07Entropy.Right, "ordinary scores"),
            ],
            Hints =
            [
                "Section 6 has a formula that needs no share at all, only two terms. What are they?",
                "The loss is log-sum-exp minus the right score. exp must not overflow: take the largest score out of the sum.",
                "Let m be the largest score. Add up exp(z[i] - m) over all i. The loss is m, plus the log of that sum, minus "
                + "z[label]. Subtract z[label] from m before you add the small log.",
            ],
        },
        new("L07.c", "The gradient for a batch")
        {
            Signature = "double[][] Gradient(double[][] scores, int[] labels)",
            Parts =
            [
                new Part<Gradient>("one example", 2, L07Gradient.One),
                new Part<Gradient>("a batch", 1, L07Gradient.Batch, "one example"),
                new Part<Gradient>("large scores", 1, L07Gradient.Large, "one example"),
                new Part<Gradient>("the arrays stay as they are", 1, L07Gradient.Untouched, "one example"),
            ],
            Hints =
            [
                "Section 8 ends in one subtraction per score. What is the truth of a class that is not the label?",
                "Per example: the safe softmax of its scores, then 1 less at the label. And the loss is a mean: what does that "
                + "do to every slope?",
                "For each row: subtract the largest score, exp, divide by the sum; subtract 1 at labels[r]; divide the whole row "
                + "by the number of rows.",
            ],
        },
        new("L07.d", "The Jacobian of softmax")
        {
            Signature = "double[][] Jacobian(double[] z)",
            Parts =
            [
                new Part<Jacobian>("two and three scores", 2, L07Jacobian.Few),
                new Part<Jacobian>("any number, against nudging", 2, L07Jacobian.Many, "two and three scores"),
                new Part<Jacobian>("large scores, and z stays as it is", 1, L07Jacobian.Large, "two and three scores"),
            ],
            Hints =
            [
                "Section 7 has two rules, one for the diagonal and one for the rest. Both are made of shares only.",
                "Compute the shares first, once. Then two loops: which rule holds for i == j, and which for the others?",
                "o is the safe softmax of z. Row i, column j: o[i] * (1 - o[i]) if i == j, and -o[i] * o[j] if not.",
            ],
        },
    ];
}

/// <summary>L07.a: shares, where exp is kind and where it is not.</summary>
internal static class L07Softmax
{
    public static double[] Shares(double[] z)
    {
        double largest = z.Max();
        double[] e = [.. z.Select(v => Math.Exp(v - largest))];
        double sum = e.Sum();
        return [.. e.Select(v => v / sum)];
    }

    public static string? Ordinary(ToShares softmax, Random random)
    {
        if (Fault(softmax, [2, 1, 0.1]) is { } fault)
            return fault;
        for (int trial = 0; trial < 10; trial++)
            if (Fault(softmax, Pick(random, random.Next(1, 6), -3, 3)) is { } other)
                return other;
        return null;
    }

    public static string? Large(ToShares softmax, Random random)
    {
        double far = Math.Round(800 + (1000 * random.NextDouble()));
        double[][] cases =
        [
            [1000, 999, 998.1], [-1000, -1001], [far, far + 1, far - 1], [-far, -far, -far], [0, 1e6, 0], [-1e6, 0], [far],
        ];
        foreach (double[] z in cases)
            if (Fault(softmax, z) is { } fault)
                return fault;
        return null;
    }

    public static string? Untouched(ToShares softmax, Random random)
    {
        double[] z = Pick(random, 4, -3, 3), before = [.. z];
        double[] got = softmax(z);
        if (!z.SequenceEqual(before))
            return "z has other numbers after the call than before. Put the shares into a new array.";
        return ReferenceEquals(got, z) ? "the array that comes back is z itself. Make a new one." : null;
    }

    private static string? Fault(ToShares softmax, double[] z)
    {
        double[]? got = softmax([.. z]);
        double[] want = Shares(z);
        if (Near(got, want, 1e-9))
            return null;
        return got?.Length != z.Length
            ? $"Softmax({Text(z)}) should have {z.Length} share(s), one per score; yours is {Text(got)}."
            : $"Softmax({Text(z)}) should be {Text(want)}, yours is {Text(got)}.{Cause(got, z)}";
    }

    private static string Cause(double[] got, double[] z)
    {
        double[] exps = [.. z.Select(Math.Exp)];
        double largest = z.Max();
        return got switch
        {
            _ when got.Any(double.IsNaN) && z.Max() > 700 =>
                " exp of a large score is infinite, and infinity divided by infinity is NaN. Subtract the largest score first.",
            _ when got.Any(double.IsNaN) && z.Max() < -700 =>
                " exp of every score became 0, and 0 divided by 0 is NaN. Subtract the largest score first.",
            _ when got.Any(double.IsNaN) => " NaN: is there a division of 0 by 0, or a difference of infinities?",
            _ when Near(got, exps) => " Those are the exps. Divide each by the sum of all.",
            _ when Near(got, z) => " Those are the scores themselves.",
            _ when Near(got, [.. z.Select(v => v / z.Sum())]) => " You divided the scores by their sum. Take exp of each first.",
            _ when Near(got, [.. z.Select(v => 1 / (1 + Math.Exp(-v)))]) =>
                " That is a sigmoid for each score. Softmax shares one cake: the results add up to 1.",
            _ when Near(got, [.. exps.Select(e => e / exps.Max())]) =>
                " You divided by the largest exp. Divide by the sum of the exps.",
            _ when Near(got, [.. Shares(z).Select(share => Math.Log(share))]) => " Those are the logarithms of the shares.",
            _ when Near(got, Shares([.. z.Select(v => -v)])) => " The signs are turned: the largest score gets the largest share.",
            _ when z.Length > 1 && Near(got, Shares([.. z.Select(v => Math.Clamp(v, -700, 700))])) =>
                " The scores were clipped, so their differences are lost. Subtract the largest score instead.",
            _ when z.Length > 1 && Near(got, [.. z.Select(_ => 1.0 / z.Length)]) && z.Max() > z.Min() =>
                " All shares are alike, whatever the scores are.",
            _ when Near(got, [.. z.Select(v => v == largest ? 1.0 : 0)]) => " Only the winner has a share; softmax is soft.",
            _ => "",
        };
    }
}
