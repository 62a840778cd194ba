using static Backprop.Checks.Numbers;
using OutputDelta = System.Func<double[], double[], string, string, double[]>;

namespace Backprop.Checks;

/// <summary>L09.a: the slope of four losses at the pre-activations of the output.</summary>
internal static class L09Output
{
    public static string? Linear(OutputDelta answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            int count = trial == 0 ? 2 : random.Next(1, 5);
            double[] a = Signed(random, count), t = [.. a.Select(v => v + NotZero(random))];
            if (Fault(answer, a, t, "linear", "squared", a, h => 2 * (h.Value - h.Target)) is { } fault)
                return fault + CauseOfLinear(answer, a, t);
        }
        return null;
    }

    public static string? SigmoidLog(OutputDelta answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            int count = trial == 0 ? 2 : random.Next(1, 5);
            double[] a = Signed(random, count), h = [.. a.Select(Sigma)];
            double[] t = [.. a.Select((_, i) => (double)((i + trial) % 2))];
            if (Fault(answer, a, t, "sigmoid", "log", h, u => u.Value - u.Target) is { } fault)
                return fault + CauseOfLog(answer(Copy(a), Copy(t), "sigmoid", "log"), a, h, t);
        }
        return null;
    }

    public static string? SigmoidSquared(OutputDelta answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            int count = trial == 0 ? 2 : random.Next(1, 5);
            double[] a = Signed(random, count), h = [.. a.Select(Sigma)];
            double[] t = [.. a.Select((_, i) => (double)((i + trial) % 2))];
            static double Want((double Value, double Target) u) => 2 * (u.Value - u.Target) * u.Value * (1 - u.Value);
            if (Fault(answer, a, t, "sigmoid", "squared", h, Want) is { } fault)
                return fault + CauseOfSquared(answer(Copy(a), Copy(t), "sigmoid", "squared"), a, h, t);
        }
        return null;
    }

    public static string? Softmax(OutputDelta answer, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            int count = trial == 0 ? 3 : random.Next(2, 5);
            double[] a = trial == 0 ? [2, 1, 0.1] : Signed(random, count), h = Soft(a);
            double[] t = new double[a.Length];
            t[trial == 0 ? 0 : random.Next(count)] = trial % 3 == 2 ? 0.7 : 1;
            t[^1] += 1 - t.Sum();
            if (Fault(answer, a, t, "softmax", "cross-entropy", h, u => u.Value - u.Target) is { } fault)
                return fault + CauseOfSoftmax(answer(Copy(a), Copy(t), "softmax", "cross-entropy"), a, h, t);
        }
        return null;
    }

    public static double Sigma(double a) => 1 / (1 + Math.Exp(-a));

    private static string? Fault(
        OutputDelta answer,
        double[] a,
        double[] t,
        string unit,
        string loss,
        double[] h,
        Func<(double Value, double Target), double> slope)
    {
        double[] aGiven = Copy(a), tGiven = Copy(t);
        double[]? got = answer(aGiven, tGiven, unit, loss);
        if (!aGiven.SequenceEqual(a) || !tGiven.SequenceEqual(t))
            return "a or t has other numbers after the call than before. Put your results into an array of your own.";
        if (got is null || got.Length != a.Length)
            return $"{a.Length} outputs need {a.Length} numbers, yours has {got?.Length ?? 0}.";
        double[] want = [.. h.Zip(t).Select(slope)];
        return Near(got, want)
            ? null
            : $"a {Text(a)}, t {Text(t)}: delta should be {Text(want)}, yours is {Text(got)}.";
    }

    private static string CauseOfLinear(OutputDelta answer, double[] a, double[] t)
    {
        double[] got = answer(Copy(a), Copy(t), "linear", "squared");
        double[] miss = [.. a.Zip(t, (h, want) => h - want)];
        return got switch
        {
            _ when Same(got, miss, v => v) => " The slope of a square has a factor 2, and this loss has no 1/2 in front.",
            _ when Same(got, miss, v => -2 * v) => " Turned round: the loss grows with h where h is above t, so h - t.",
            _ when Same(got, miss, v => v * v) => " That is the loss itself. What is its slope?",
            _ when a.Length > 1 && Same(got, miss, v => 2 * v / a.Length) =>
                " You divided by the number of outputs; the loss here is a sum.",
            _ when Same(got, miss, v => 0) => " Nothing is to blame, although the outputs miss their targets.",
            _ => "",
        };
    }

    private static string CauseOfLog(double[] got, double[] a, double[] h, double[] t)
    {
        double[] miss = [.. h.Zip(t, (o, want) => o - want)];
        return got switch
        {
            _ when Near(got, [.. miss.Zip(h, (m, o) => m * o * (1 - o))]) =>
                " There is a factor h (1 - h) on top of h - t; with the log loss it has cancelled already.",
            _ when Near(got, [.. miss.Zip(h, (m, o) => m / (o * (1 - o)))]) =>
                " That is the slope for h. One more step leads to a: the slope of the sigmoid.",
            _ when Near(got, [.. a.Zip(t, (v, want) => v - want)]) =>
                " You compared a with the target. The output is sigma(a).",
            _ when Same(got, miss, v => -v) => " The sign: it is predicted minus true.",
            _ when Same(got, miss, v => 2 * v) => " The factor 2 belongs to the squared error.",
            _ => "",
        };
    }

    private static string CauseOfSquared(double[] got, double[] a, double[] h, double[] t)
    {
        double[] miss = [.. h.Zip(t, (o, want) => o - want)];
        double[] slopes = [.. h.Select(o => o * (1 - o))];
        double[] Times(double factor, double[] other) => [.. miss.Zip(other, (m, s) => factor * m * s)];
        return got switch
        {
            _ when Same(got, miss, v => v) =>
                " h - t is the answer for the log loss. The squared error has a 2, and nothing cancels the slope of sigma.",
            _ when Same(got, miss, v => 2 * v) => " That is the slope for h. Behind it comes the slope of the sigmoid.",
            _ when Near(got, Times(1, slopes)) => " That is half of it: a square has the slope 2 (h - t).",
            _ when Near(got, Times(-2, slopes)) => " All signs are turned round.",
            _ when Near(got, Times(2, h)) => " You multiplied by sigma(a) itself; its slope is h (1 - h).",
            _ when Near(got, Times(2, [.. h.Select(o => Sigma(o) * (1 - Sigma(o)))])) =>
                " You took the slope of sigma at h. In terms of h it is h (1 - h); only a goes through sigma.",
            _ when Near(got, Times(2, [.. a.Select(v => v * (1 - v))])) =>
                " You wrote a (1 - a); it is h (1 - h), with the output of the sigmoid.",
            _ => "",
        };
    }

    private static string CauseOfSoftmax(double[] got, double[] a, double[] h, double[] t) => got switch
    {
        _ when Near(got, [.. h.Zip(t, (o, want) => -want * (1 - o))]) =>
            " That is the rule with one slope per output. Softmax mixes its outputs: pushing a wrong class down helps, "
            + "too. Section 2 has what comes out.",
        _ when Near(got, [.. h.Zip(t, (o, want) => -want / o)]) => " That is the slope for h, before softmax.",
        _ when Near(got, [.. a.Zip(t, (v, want) => Sigma(v) - want)]) =>
            " Each output went through a sigmoid; softmax divides exp(a) by the sum of all of them.",
        _ when Near(got, [.. h.Zip(t, (o, want) => want - o)]) => " True minus predicted; it has to be the other way.",
        _ when Near(got, [.. h.Zip(t, (o, want) => 2 * (o - want))]) => " Twice as large: cross-entropy has no square.",
        _ when Near(got, [.. h.Zip(t, (o, want) => (o - want) * o * (1 - o))]) =>
            " A slope h (1 - h) does not belong behind h - t.",
        _ when Near(got, h) => " Those are the probabilities. Where do the targets come in?",
        _ => "",
    };

    private static double[] Soft(double[] a)
    {
        double[] e = [.. a.Select(v => Math.Exp(v - a.Max()))];
        return [.. e.Select(v => v / e.Sum())];
    }

    private static bool Same(double[] got, double[] values, Func<double, double> f) => Near(got, [.. values.Select(f)]);

    private static double[] Copy(double[] values) => [.. values];

    private static double NotZero(Random random) => Pick(random, 0.3, 1.8) * (random.Next(2) == 0 ? -1 : 1);

    private static double[] Signed(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => NotZero(random))];
}
