using static Backprop.Checks.Numbers;
using BestBeta = System.Func<double[], double[], double, double>;

namespace Backprop.Checks;

/// <summary>L12.d: a β is judged by rolling with it and counting.</summary>
internal static class L12Beta
{
    private const int Most = 20_000;

    public static string? Bowl(BestBeta best, Random random) => Fault(best, [2, 8], [-4, 1], 0.1, 20);

    public static string? Others(BestBeta best, Random random)
    {
        // From round to narrow, so that no one β serves all.
        foreach (double narrow in (double[])[1, 6, 30, 120])
        {
            double largest = Pick(random, 2, 6);
            double[] bend = [largest / narrow, largest, largest * Pick(random, 0.3, 0.9)];
            double[] start = [Pick(random, 1, 4), Pick(random, -3, -1), Pick(random, 1, 3)];
            if (narrow == 1)
                bend[2] = largest;
            if (Fault(best, bend, start, Math.Round(0.9 / largest, 3), null) is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Untouched(BestBeta best, Random random)
    {
        double[] bend = [2, 8], start = [-4, 1];
        best(bend, start, 0.1);
        return bend is [2, 8] && start is [-4, 1]
            ? null
            : "bend or start has other numbers after the call than before. Let each try roll on a copy.";
    }

    private static string? Fault(BestBeta best, double[] bend, double[] start, double rate, int? allowed)
    {
        double got = best([.. bend], [.. start], rate);
        int fewest = Enumerable.Range(0, 100).Min(i => Steps(bend, start, rate, i / 100.0));
        string bowl = $"bend {Text(bend)}, start {Text(start)}, rate {Text(rate)}";
        if (got is not (>= 0 and < 1))
            return $"{bowl}: your β is {Text(got)}."
                + (got >= 1 && Near(got, Math.Round(got)) && got > 1
                    ? " Is that a number of steps? The β that needs them is asked for."
                    : " A β is at least 0 and below 1.");
        int steps = Steps(bend, start, rate, got), most = allowed ?? (int)(fewest * 1.1) + 1;
        if (steps <= most)
            return null;
        double ratio = Math.Sqrt(bend.Max() / bend.Min());
        string cause = got switch
        {
            0 => " Without memory it is plain descent.",
            0.9 => " 0.9 is a good first try for networks. A bowl has its own best value.",
            0.99 => " With 0.99 it rolls up the other side again and again.",
            _ when Near(got, Math.Pow((ratio - 1) / (ratio + 1), 2)) =>
                " That formula belongs to its own rate, 4/(√λ + √μ)². Here the rate is given.",
            _ => got < Best(bend, start, rate) ? " A larger one is better here." : " A smaller one is better here.",
        };
        return $"{bowl}: your β {Text(got)} needs {Text((long)steps)} steps, {most} are allowed.{cause}";
    }

    private static double Best(double[] bend, double[] start, double rate) =>
        Enumerable.Range(0, 100).Select(i => i / 100.0).MinBy(beta => Steps(bend, start, rate, beta));

    private static int Steps(double[] bend, double[] start, double rate, double beta)
    {
        double[] w = [.. start], v = new double[start.Length];
        int steps = 0;
        for (; steps < Most && Loss(bend, w) >= 1e-6; steps++)
            for (int i = 0; i < w.Length; i++)
            {
                v[i] = (beta * v[i]) - (rate * bend[i] * w[i]);
                w[i] += v[i];
            }
        return steps;
    }

    private static double Loss(double[] bend, double[] w)
    {
        double loss = 0;
        for (int i = 0; i < w.Length; i++)
            loss += bend[i] / 2 * w[i] * w[i];
        return loss;
    }
}
