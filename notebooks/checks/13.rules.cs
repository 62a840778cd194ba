using static Backprop.Checks.Numbers;

namespace Backprop.Checks;

/// <summary>What the four exercises share: they walk a rule over given slopes and compare where the weights end.</summary>
internal static class L13Rules
{
    /// <summary>One weight's memory and step: from its slope to how far it moves.</summary>
    public delegate double Rule(double slope);

    /// <summary>Where the weights end if each one has a rule of its own.</summary>
    public static double[] Walk(double[] w, double[][] slopes, Func<Rule> make)
    {
        double[] result = [.. w];
        Rule[] rules = [.. w.Select(_ => make())];
        foreach (double[] row in slopes)
            for (int k = 0; k < w.Length; k++)
                result[k] += rules[k](row[k]);
        return result;
    }

    /// <summary>
    /// Asks for a walk. The first of the usual mistakes that ends where the answer ended gives the cause.
    /// </summary>
    public static string? Compare(
        Func<double[], double[][], double[]> answer,
        double[] w,
        double[][] slopes,
        string how,
        Func<Rule> right,
        params (Func<double[]> End, string Cause)[] mistakes)
    {
        double[] wGiven = [.. w];
        double[][] slopesGiven = Copy(slopes);
        double[]? got = answer(wGiven, slopesGiven);
        if (!wGiven.SequenceEqual(w) || !Near(slopesGiven, slopes, 0))
            return "w or slopes has other numbers after the call than before. Return a new array.";
        if (got is null || got.Length != w.Length)
            return $"{w.Length} weights go in, so {w.Length} come back; yours are {got?.Length ?? 0}.";
        double[] want = Walk(w, slopes, right);
        // Steps count, not places: a weight of 100 hides a wrong step of 0.001.
        if (Near(Moved(got, w), Moved(want, w), 1e-7))
            return null;
        string cause = Near(got, w) && !Near(want, w)
            ? " Nothing moved."
            : mistakes.FirstOrDefault(m => Near(Moved(got, w), Moved(m.End(), w), 1e-7)).Cause ?? "";
        return $"w {Text(w)}, slopes {Text(slopes)}, {how}: should end at {Text(want)}, yours is {Text(got)}.{cause}";
    }

    /// <summary>Slopes for each step and weight, of different sizes and signs, none near 0.</summary>
    public static double[][] Slopes(Random random, int steps, int weights) =>
        [.. Enumerable.Range(0, steps).Select(_ => Enumerable.Range(0, weights)
            .Select(k => Pick(random, 0.4, 2.5) * (k + 1) * (random.Next(3) == 0 ? -1 : 1)).ToArray())];

    private static double[] Moved(double[] place, double[] from) => [.. place.Zip(from, (p, f) => p - f)];
}

/// <summary>L13.a: a sum of squares for each weight.</summary>
internal static class L13AdaGrad
{
    private const double Epsilon = 1e-8;

    public static string? First(Func<double[], double[][], double, double[]> answer, Random random)
    {
        double rate = Pick(random, 0.2, 0.9);
        return Ask(answer, [1.5], [[3]], rate) ?? Ask(answer, [-2], [[-Pick(random, 2, 5)]], rate);
    }

    public static string? Several(Func<double[], double[][], double, double[]> answer, Random random) =>
        Ask(answer, [0], [[3], [4], [-2]], 1) ?? Ask(answer, [1], L13Rules.Slopes(random, 5, 1), Pick(random, 0.2, 0.9));

    public static string? Weights(Func<double[], double[][], double, double[]> answer, Random random) =>
        Ask(answer, [0, 5], [[3, 0], [4, 2]], 1)
        ?? Ask(answer, [1, -1, 2], L13Rules.Slopes(random, 3, 3), Pick(random, 0.2, 0.9));

    public static string? Long(Func<double[], double[][], double, double[]> answer, Random random)
    {
        double tiny = Pick(random, 1, 9) * 1e-6;
        return Ask(answer, [0], [[tiny], [-tiny], [tiny]], 1) ?? Ask(answer, [3, -3], L13Rules.Slopes(random, 100, 2), 0.5);
    }

    private static string? Ask(Func<double[], double[][], double, double[]> answer, double[] w, double[][] slopes, double rate)
    {
        double[] Walk(Func<L13Rules.Rule> make) => L13Rules.Walk(w, slopes, make);
        return L13Rules.Compare(
            (start, s) => answer(start, s, rate), w, slopes, $"rate {Text(rate)}", () => Right(rate),
            (() => Walk(() => Right(-rate)), " The weights walk uphill: subtract the step."),
            (() => Walk(() => g => -rate * g), " That is plain descent: nothing is divided."),
            (() => Walk(() => g => -rate * g / (Math.Abs(g) + Epsilon)),
                " G is the square of the last slope only: add it to the sum of the earlier ones."),
            (() => Walk(() => Sum((g, sum) => -rate * g / (sum + Epsilon))), " The root is missing: divide by the root of G."),
            (() => Walk(() => Sum((g, sum) => -rate * g / Math.Sqrt(sum + Epsilon))),
                " ε stands inside your root. Here it stands outside."),
            (() => Walk(() => Late(rate)), " The step came before its square was added to G."),
            (() => Walk(() => Sum((g, sum) => -g / (Math.Sqrt(sum) + Epsilon))), " The learning rate is missing."),
            (() => Shared(w, slopes, rate), " All weights share one sum. Each weight needs its own."),
            (() => Walk(() => Mean(rate)), " You divide by the root of the mean. AdaGrad takes the sum, which only grows."));
    }

    private static L13Rules.Rule Right(double rate) => Sum((g, sum) => -rate * g / (Math.Sqrt(sum) + Epsilon));

    private static L13Rules.Rule Sum(Func<double, double, double> step)
    {
        double sum = 0;
        return g => step(g, sum += g * g);
    }

    private static L13Rules.Rule Late(double rate)
    {
        double sum = 0;
        return g =>
        {
            double step = -rate * g / (Math.Sqrt(sum) + Epsilon);
            sum += g * g;
            return step;
        };
    }

    private static L13Rules.Rule Mean(double rate)
    {
        double sum = 0;
        int count = 0;
        return g => -rate * g / (Math.Sqrt((sum += g * g) / ++count) + Epsilon);
    }

    private static double[] Shared(double[] w, double[][] slopes, double rate)
    {
        double sum = 0;
        double[] result = [.. w];
        foreach (double[] row in slopes)
        {
            sum += row.Sum(g => g * g);
            for (int k = 0; k < w.Length; k++)
                result[k] -= rate * row[k] / (Math.Sqrt(sum) + Epsilon);
        }
        return result;
    }
}

/// <summary>L13.b: a moving average of squares for each weight.</summary>
internal static class L13Rms
{
    private const double Epsilon = 1e-8;

    public static string? First(Func<double[], double[][], double, double, double[]> answer, Random random) =>
        Ask(answer, [0], [[5], [2]], 1, 0.75) ?? Ask(answer, [1], [[-Pick(random, 2, 5)], [1]], Pick(random, 0.2, 0.9), 0.9);

    public static string? Several(Func<double[], double[][], double, double, double[]> answer, Random random) =>
        Ask(answer, [0], [[2], [-1], [3]], 1, 0.75)
        ?? Ask(answer, [1], L13Rules.Slopes(random, 12, 1), Pick(random, 0.2, 0.9), 0.9)
        ?? Ask(answer, [1], L13Rules.Slopes(random, 6, 1), Pick(random, 0.2, 0.9), 0.6);

    public static string? Weights(Func<double[], double[][], double, double, double[]> answer, Random random) =>
        Ask(answer, [1, -1, 2], L13Rules.Slopes(random, 4, 3), Pick(random, 0.2, 0.9), 0.8)
        ?? Ask(answer, [0, 0], [[1e-6, 2], [3e-6, -2]], 0.5, 0.9);

    private static string? Ask(
        Func<double[], double[][], double, double, double[]> answer, double[] w, double[][] slopes, double rate, double beta)
    {
        double[] Walk(Func<L13Rules.Rule> make) => L13Rules.Walk(w, slopes, make);
        L13Rules.Rule Right(double r, double b) => Average(b, 1 - b, (g, v, _) => -r * g / (Math.Sqrt(v) + Epsilon));
        return L13Rules.Compare(
            (start, s) => answer(start, s, rate, beta), w, slopes, $"rate {Text(rate)}, beta {Text(beta)}",
            () => Right(rate, beta),
            (() => Walk(() => Right(-rate, beta)), " The weights walk uphill: subtract the step."),
            (() => Walk(() => Average(1, 1, (g, v, _) => -rate * g / (Math.Sqrt(v) + Epsilon))),
                " That is AdaGrad: the squares are added up, nothing is forgotten."),
            (() => Walk(() => Average(beta, 1, (g, v, _) => -rate * g / (Math.Sqrt(v) + Epsilon))),
                " The new square comes in whole. It gets only the rest, 1 - beta."),
            (() => Walk(() => Right(rate, 1 - beta)), " beta and 1 - beta are swapped: beta is what stays of the old."),
            (() => Walk(() => Average(beta, 1 - beta, (g, v, _) => -rate * g / (v + Epsilon))), " The root is missing."),
            (() => Walk(() => Average(beta, 1 - beta, (g, v, _) => -rate * g / Math.Sqrt(v + Epsilon))),
                " ε stands inside your root. Here it stands outside."),
            (() => Walk(() => Average(beta, 1 - beta, (g, v, t) =>
                -rate * g / (Math.Sqrt(v / (1 - Math.Pow(beta, t))) + Epsilon))),
                " You corrected the start, as Adam does. RMSprop does not."),
            (() => Shared(w, slopes, rate, beta), " All weights share one average. Each weight needs its own."));
    }

    private static L13Rules.Rule Average(double stays, double comes, Func<double, double, int, double> step)
    {
        double v = 0;
        int t = 0;
        return g => step(g, v = (stays * v) + (comes * g * g), ++t);
    }

    private static double[] Shared(double[] w, double[][] slopes, double rate, double beta)
    {
        double v = 0;
        double[] result = [.. w];
        foreach (double[] row in slopes)
            for (int k = 0; k < w.Length; k++)
            {
                v = (beta * v) + ((1 - beta) * row[k] * row[k]);
                result[k] -= rate * row[k] / (Math.Sqrt(v) + Epsilon);
            }
        return result;
    }
}
