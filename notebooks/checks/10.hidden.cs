using static Backprop.Checks.Numbers;
using HiddenDelta = System.Func<double[][], double[], double[], double, double[]>;

namespace Backprop.Checks;

/// <summary>L10.d: what arrives from above, the penalty's own slope, and both through the slope of tanh.</summary>
internal static class L10Hidden
{
    public static string? NoPenalty(HiddenDelta answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, delta, a) = Layer(random);
            if (Fault(answer, w, delta, a, 0) is not { } fault)
                continue;
            double[] got = answer(Copy(w), [.. delta], [.. a], 0), sum = Sum(w, delta);
            string cause = got switch
            {
                null => "",
                _ when Near(got, sum) => " The slope of tanh is missing.",
                _ when Near(got, Times(sum, a, Math.Tanh)) =>
                    " That is tanh itself as a factor, the slip of the notes. It is the slope: 1 - tanh squared.",
                _ when Near(got, Times(sum, a, v => 1 - (v * v))) => " 1 - a squared: the square is of h.",
                _ => "",
            };
            return fault + cause;
        }
        return null;
    }

    public static string? PenaltyAlone(HiddenDelta answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, delta, a) = Layer(random);
            double lambda = Pick(random, 0.2, 0.9);
            Array.Clear(delta);
            if (Fault(answer, w, delta, a, lambda) is not { } fault)
                continue;
            double[] got = answer(Copy(w), [.. delta], [.. a], lambda), all = [.. a.Select(_ => lambda)];
            string cause = got switch
            {
                null => "",
                _ when got.All(v => v == 0) => " Nothing arrives from above, but the penalty has a slope of its own.",
                _ when Near(got, Times(all, a, v => Math.Sign(v))) =>
                    " The penalty is at h; on its way to a it passes tanh, so it gets the factor 1 - h squared, too.",
                _ when Near(got, all) => " That is lambda alone: where is the sign of h, and the slope of tanh?",
                _ when Near(got, Times(all, a, Slope)) => " For a negative h, |h| falls when h grows: the sign is missing.",
                _ when Near(got, Times(all, a, v => Math.Abs(Math.Tanh(v)))) || Near(got, Times(all, a, Math.Tanh)) =>
                    " lambda is multiplied by tanh, as printed in the notes. Its slope belongs there.",
                _ when Near(got, Times(all, a, v => Math.Tanh(v) * Slope(v)))
                    || Near(got, Times(all, a, v => 2 * Math.Tanh(v) * Slope(v))) =>
                    " That is for a penalty with h squared. The slope of |h| is 1 or -1, however large h is.",
                _ when Near(got, Times(all, a, v => -Math.Sign(v) * Slope(v))) => " The sign of the penalty is turned round.",
                _ => "",
            };
            return fault + cause;
        }
        return null;
    }

    public static string? Both(HiddenDelta answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, delta, a) = Layer(random);
            double lambda = trial == 0 ? 0.1 : Pick(random, 0.2, 0.9);
            if (Fault(answer, w, delta, a, lambda) is not { } fault)
                continue;
            double[] got = answer(Copy(w), [.. delta], [.. a], lambda);
            return fault + (Near(got, Times([.. a.Select(v => lambda * Math.Sign(v))], a, Slope))
                ? " Only the penalty is left: what arrives from above is added to it."
                : " Each alone is right; together they add.");
        }
        return null;
    }

    public static string? Layers(HiddenDelta answer, Random random)
    {
        for (int trial = 0; trial < 10; trial++)
        {
            var (w, delta, a) = Layer(random);
            double lambda = Pick(random, 0, 0.9);
            double[][] wBefore = Copy(w);
            double[] deltaBefore = [.. delta], aBefore = [.. a];
            double[]? got = answer(w, delta, a, lambda);
            if (!Near(w, wBefore, 0) || !Near(delta, deltaBefore, 0) || !Near(a, aBefore, 0))
                return "an array has other numbers after the call than before. Start a new one for your result.";
            double[] nudged = Nudge(
                v => w.Select((row, i) => delta[i] * row.Zip(v, (weight, x) => weight * Math.Tanh(x)).Sum()).Sum()
                    + (lambda * v.Sum(x => Math.Abs(Math.Tanh(x)))), a);
            if (!Near(got, nudged, 1e-5))
                return $"{a.Length} nodes below {delta.Length}, lambda {Text(lambda)}: nudging says {Text(nudged)}, yours is "
                    + $"{Text(got)}.";
        }
        return null;
    }

    private static string? Fault(HiddenDelta answer, double[][] w, double[] delta, double[] a, double lambda)
    {
        double[]? got = answer(Copy(w), [.. delta], [.. a], lambda);
        if (got is null || got.Length != a.Length)
            return $"this layer has {a.Length} nodes, so the result has {a.Length} numbers; yours has {got?.Length ?? 0}.";
        double[] want = Times([.. Sum(w, delta).Zip(a, (s, v) => s + (lambda * Math.Sign(v)))], a, Slope);
        return Near(got, want)
            ? null
            : $"W {Text(w)}, delta {Text(delta)}, a {Text(a)}, lambda {Text(lambda)}: should be {Text(want)}, yours is "
                + $"{Text(got)}.";
    }

    private static double Slope(double a) => 1 - (Math.Tanh(a) * Math.Tanh(a));

    private static double[] Sum(double[][] w, double[] delta) =>
        [.. w[0].Select((_, r) => w.Select((row, i) => row[r] * delta[i]).Sum())];

    private static double[] Times(double[] values, double[] a, Func<double, double> factor) =>
        [.. values.Zip(a, (v, x) => v * factor(x))];

    // Both signs of h occur, none near 0.
    private static (double[][] W, double[] Delta, double[] A) Layer(Random random)
    {
        int above = random.Next(1, 4), nodes = random.Next(2, 5);
        double[] a = [.. Enumerable.Range(0, nodes).Select(r => Pick(random, 0.3, 1.4) * (r % 2 == 0 ? -1 : 1))];
        double[] delta = [.. Enumerable.Range(0, above).Select(_ => Pick(random, 0.4, 2))];
        return (Pick(random, above, nodes, 0.3, 2), delta, a);
    }
}
