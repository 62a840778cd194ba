using static Backprop.Checks.Numbers;
using HiddenDelta = System.Func<double[][], double[], double[], string, double[]>;

namespace Backprop.Checks;

/// <summary>L09.b: the sum over the arrows, the four slopes, and random layers against nudging.</summary>
internal static class L09Hidden
{
    public static string? Linear(HiddenDelta answer, Random random)
    {
        // Square and not symmetric: so a matrix that is not transposed runs, and shows.
        if (Fault(answer, [[2, -1], [0.5, 3]], [1, -2], [0.4, -0.7], "linear") is { } first)
            return first + CauseOfSum(answer, [[2, -1], [0.5, 3]], [1, -2], [0.4, -0.7]);
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, delta, a) = Layer(random);
            if (Fault(answer, w, delta, a, "linear") is { } fault)
                return fault + CauseOfSum(answer, w, delta, a);
        }
        return null;
    }

    public static string? Sigmoid(HiddenDelta answer, Random random) => Slope(answer, random, "sigmoid", CauseOfSigmoid);

    public static string? Tanh(HiddenDelta answer, Random random) => Slope(answer, random, "tanh", CauseOfTanh);

    public static string? Relu(HiddenDelta answer, Random random) =>
        Slope(answer, random, "relu", CauseOfRelu)
        ?? Fault(answer, [[2, 3]], [1], [0, 0.5], "relu")?.Insert(0, "at exactly 0 the slope is 0: ");

    public static string? Layers(HiddenDelta answer, Random random)
    {
        foreach (string activation in (string[])["tanh", "sigmoid", "relu", "linear"])
            for (int trial = 0; trial < 4; trial++)
            {
                var (w, delta, a) = Layer(random);
                double[][] wBefore = Copy(w);
                double[] deltaBefore = [.. delta], aBefore = [.. a];
                double[]? got = answer(w, delta, a, activation);
                if (!delta.SequenceEqual(deltaBefore) || !a.SequenceEqual(aBefore)
                    || !w.Zip(wBefore, (p, q) => p.SequenceEqual(q)).All(same => same))
                    return "an array has other numbers after the call than before. Start a new one for your result.";
                double[] nudged = Nudge(
                    v => w.Select((row, i) => delta[i] * row.Zip(v, (weight, x) => weight * Value(activation, x)).Sum()).Sum(), a);
                if (!Near(got, nudged, 1e-5))
                    return $"{activation}, {a.Length} nodes below {delta.Length}: nudging says {Text(nudged)}, yours is "
                        + $"{Text(got)}.";
            }
        return null;
    }

    private static string? Slope(
        HiddenDelta answer, Random random, string activation, Func<double[], double[], double[], string> cause)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, delta, a) = trial == 0 ? ([[2, -1]], [1.5], [0.8, -0.6]) : Layer(random);
            if (Fault(answer, w, delta, a, activation) is { } fault)
                return fault + cause(answer(Copy(w), [.. delta], [.. a], activation), Sum(w, delta), a);
        }
        return null;
    }

    private static string? Fault(HiddenDelta answer, double[][] w, double[] delta, double[] a, string activation)
    {
        double[]? got = answer(Copy(w), [.. delta], [.. a], activation);
        if (got is null || got.Length != a.Length)
            return $"this layer has {a.Length} nodes, so the result has {a.Length} numbers; yours has {got?.Length ?? 0}.";
        double[] want = [.. Sum(w, delta).Zip(a, (s, v) => s * SlopeAt(activation, v))];
        return Near(got, want)
            ? null
            : $"{activation}, W {Text(w)}, delta {Text(delta)}, a {Text(a)}: should be {Text(want)}, yours is {Text(got)}.";
    }

    private static string CauseOfSum(HiddenDelta answer, double[][] w, double[] delta, double[] a)
    {
        double[] got = answer(Copy(w), [.. delta], [.. a], "linear");
        return got switch
        {
            null => "",
            _ when w.Length == a.Length && Near(got, [.. w.Select(row => row.Zip(delta, (x, d) => x * d).Sum())]) =>
                " You went along the rows of W. The arrows that leave node r stand in column r.",
            _ when Near(got, [.. a.Select((_, r) => w.Sum(row => row[r]))]) => " The weights are added up without delta.",
            _ when Near(got, [.. a.Select(_ => delta.Sum())]) => " The deltas are added up without their weights.",
            _ when Near(got, [.. a.Select((_, r) => w[^1][r] * delta[^1])]) =>
                " Only the last arrow counts: each one has to be added to the sum.",
            _ when Near(got, [.. a.Select((_, r) => w[0][r] * delta[0])]) => " Only the first node above is heard.",
            _ when Near(got, [.. Sum(w, delta).Zip(a, (s, v) => s * v)]) =>
                " There is a factor a too many. It belongs to weights, not to nodes.",
            _ when got.All(v => v == 0) => " No blame arrives at all.",
            _ => "",
        };
    }

    private static string CauseOfSigmoid(double[] got, double[] sum, double[] a)
    {
        double[] Times(Func<double, double> slope) => [.. sum.Zip(a, (s, v) => s * slope(v))];
        return got switch
        {
            _ when Near(got, sum) => " The slope of the sigmoid is missing.",
            _ when Near(got, Times(L09Output.Sigma)) => " That is the sum times sigma itself. Its slope is sigma (1 - sigma).",
            _ when Near(got, Times(v => v * (1 - v))) => " In h (1 - h), h is sigma(a). You put a there.",
            _ when Near(got, Times(v => SlopeAt("sigmoid", L09Output.Sigma(v)))) =>
                " The slope is taken at sigma(a): a went through sigma twice.",
            _ when Near(got, Times(v => SlopeAt("tanh", v))) => " That is the slope of tanh.",
            _ => "",
        };
    }

    private static string CauseOfTanh(double[] got, double[] sum, double[] a)
    {
        double[] Times(Func<double, double> slope) => [.. sum.Zip(a, (s, v) => s * slope(v))];
        return got switch
        {
            _ when Near(got, sum) => " The slope of tanh is missing.",
            _ when Near(got, Times(Math.Tanh)) => " That is the sum times tanh itself. Its slope is 1 - tanh squared.",
            _ when Near(got, Times(v => 1 - (v * v))) => " 1 - a squared: the square is of the output, tanh(a).",
            _ when Near(got, Times(v => 1 - Math.Tanh(v))) => " 1 - tanh: the square is missing.",
            _ when Near(got, Times(v => SlopeAt("tanh", Math.Tanh(v)))) =>
                " The slope is taken at tanh(a): a went through tanh twice.",
            _ => "",
        };
    }

    private static string CauseOfRelu(double[] got, double[] sum, double[] a)
    {
        return got switch
        {
            _ when Near(got, sum) => " A node that is off (a below 0) passes nothing on.",
            _ when Near(got, [.. sum.Select(s => Math.Max(0, s))]) =>
                " You cut the blame at 0. It is a, not the blame, that decides whether the node is on.",
            _ when Near(got, [.. sum.Zip(a, (s, v) => s * Math.Max(0, v))]) =>
                " That is the sum times relu itself. Its slope is 1 or 0.",
            _ => "",
        };
    }

    private static double[] Sum(double[][] w, double[] delta) =>
        [.. w[0].Select((_, r) => w.Select((row, i) => row[r] * delta[i]).Sum())];

    private static double Value(string activation, double a) => activation switch
    {
        "sigmoid" => L09Output.Sigma(a),
        "tanh" => Math.Tanh(a),
        "relu" => Math.Max(0, a),
        _ => a,
    };

    private static double SlopeAt(string activation, double a) => activation switch
    {
        "sigmoid" => L09Output.Sigma(a) * (1 - L09Output.Sigma(a)),
        "tanh" => 1 - (Math.Tanh(a) * Math.Tanh(a)),
        "relu" => a > 0 ? 1 : 0,
        _ => 1,
    };

    // Away from 0, where relu has its corner; both signs occur.
    private static (double[][] W, double[] Delta, double[] A) Layer(Random random)
    {
        int above = random.Next(1, 4), nodes = random.Next(2, 5);
        double[] a = [.. Enumerable.Range(0, nodes).Select(r => Pick(random, 0.2, 1.5) * (r % 2 == 0 ? 1 : -1))];
        return (Pick(random, above, nodes, -2, 2), Pick(random, above, -2, 2), a);
    }
}
