using static Backprop.Checks.Numbers;
using DropoutLayer = System.Func<double[], double[], double, bool, int, (double[] Out, double[] Slopes)>;
using EarlyStop = System.Func<double[], int, (int Stop, int Best)>;

namespace Backprop.Checks;

/// <summary>L15.b: one mask, scaled, for both ways.</summary>
internal static class L15Dropout
{
    private const int Many = 4000;

    public static string? InUse(DropoutLayer drop, Random random)
    {
        double[] h = Pick(random, 20, 1, 9), g = Pick(random, 20, 1, 9);
        var (result, slopes) = drop([.. h], [.. g], 0.6, false, random.Next(1000));
        if (!Near(result, h))
        {
            string cause = result switch
            {
                null or [] => " Return the numbers that came in.",
                _ when Near(result, [.. h.Select(x => 0.6 * x)]) => " The scale belongs into training: 1 / keep there, 1 here.",
                _ when result.Length == h.Length && result.Any(x => x == 0) => " Something was dropped; look at training.",
                _ => "",
            };
            return $"keep 0.6, not in training: {Text(h)} should pass unchanged, yours is {Text(result)}.{cause}";
        }
        return Near(slopes, g)
            ? null
            : $"keep 0.6, not in training: the slopes {Text(g)} should pass unchanged, yours are {Text(slopes)}.";
    }

    public static string? Values(DropoutLayer drop, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            double keep = trial == 0 ? 0.5 : Pick(random, 0.3, 0.8);
            double[] h = Pick(random, 40, 1, 9);
            double[] got = drop([.. h], new double[40], keep, true, random.Next(1000)).Out;
            if (got is null || got.Length != 40)
                return "Out has to have one number for each of h.";
            int at = Enumerable.Range(0, 40).FirstOrDefault(i => got[i] != 0 && !Near(got[i], h[i] / keep), -1);
            if (at >= 0)
            {
                return $"keep {Text(keep)}, training: {Text(h[at])} should become 0 or {Text(h[at] / keep)}, yours became "
                    + $"{Text(got[at])}.{CauseOfValue(got, h, at, keep)}";
            }
            if (got.All(x => x != 0))
                return $"keep {Text(keep)}, training: of 40 numbers none was dropped.";
            if (got.All(x => x == 0))
                return $"keep {Text(keep)}, training: all of 40 numbers were dropped.";
        }
        return null;
    }

    public static string? Share(DropoutLayer drop, Random random)
    {
        foreach (double keep in (double[])[0.8, 0.3, 1])
        {
            double[] got = drop(Ones(Many), new double[Many], keep, true, random.Next(1000)).Out;
            double share = got.Count(x => x != 0) / (double)Many;
            if (Math.Abs(share - keep) <= 0.04)
                continue;
            string cause = Math.Abs(share - (1 - keep)) <= 0.04 ? " keep is the probability to keep, not to drop." : "";
            return $"keep {Text(keep)}, training: of {Text((long)Many)} numbers {share:P0} were kept.{cause}";
        }
        return null;
    }

    public static string? Slopes(DropoutLayer drop, Random random)
    {
        for (int trial = 0; trial < 4; trial++)
        {
            double keep = Pick(random, 0.4, 0.7);
            double[] h = Pick(random, 60, 1, 9), g = Pick(random, 60, 1, 9);
            var (result, got) = drop([.. h], [.. g], keep, true, random.Next(1000));
            double[] want = [.. g.Zip(result, (slope, x) => x == 0 ? 0 : slope / keep)];
            if (!Near(got, want))
                return $"keep {Text(keep)}, training: the slopes of what was kept are g / keep, all others 0."
                    + CauseOfSlopes(got, g, result, want, keep);
        }
        return null;
    }

    public static string? Repeats(DropoutLayer drop, Random random)
    {
        int seed = random.Next(1000);
        double[] h = Pick(random, 60, 1, 9), g = Pick(random, 60, 1, 9), hBefore = [.. h], gBefore = [.. g];
        double[] first = drop(h, g, 0.5, true, seed).Out;
        if (!h.SequenceEqual(hBefore) || !g.SequenceEqual(gBefore))
            return "h or g has other numbers after the call than before. Make new arrays.";
        if (!Near(first, drop([.. h], [.. g], 0.5, true, seed).Out))
            return "the same seed gave another mask. Make the Random from the seed.";
        if (Near(first, drop([.. h], [.. g], 0.5, true, seed + 1).Out))
            return $"seeds {seed} and {seed + 1} gave the same mask. Make the Random from the seed.";
        double[] ones = drop(Ones(Many), new double[Many], 0.5, true, seed).Out;
        // Of two neighbours that know nothing of each other, half are in the same state.
        double alike = ones.Zip(ones.Skip(1), (a, b) => a == 0 == (b == 0) ? 1.0 : 0).Average();
        return Math.Abs(alike - 0.5) < 0.06
            ? null
            : "neighbours are not independent: throw the dice for each number, with one Random for all.";
    }

    private static string CauseOfValue(double[] got, double[] h, int at, double keep) => got[at] switch
    {
        _ when Near(got[at], h[at]) && got.Any(x => x == 0) => " The factor 1 / keep is missing: the next layer would get less.",
        _ when Near(got[at], h[at]) => " Nothing was dropped, and nothing scaled.",
        _ when Near(got[at], h[at] * keep) => " You multiplied by keep. In training what is kept grows: divide by keep.",
        _ when Near(got[at], h[at] / (1 - keep)) => " That is 1 / (1 - keep), for a keep that means dropping.",
        _ => "",
    };

    private static string CauseOfSlopes(double[]? got, double[] g, double[] result, double[] want, double keep) => got switch
    {
        null or [] => " Return one slope for each number.",
        _ when Near(got, g) => " Yours pass as they came: what was dropped has no influence, so its slope is 0.",
        _ when Near(got, [.. want.Select(s => s * keep)]) => " The mask is right, the factor 1 / keep is missing.",
        _ when got.Length == g.Length && got.Zip(result).Any(p => p.First == 0 != (p.Second == 0)) =>
            " Another mask came back than went forward. Throw once, and use it twice.",
        _ => "",
    };

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}

/// <summary>L15.c: when to stop, and what to keep.</summary>
internal static class L15Stop
{
    public static string? Few(EarlyStop stop, Random random)
    {
        foreach (var (losses, patience) in new (double[], int)[]
            {
                ([5, 3, 4, 4, 4, 2], 2), ([5, 3, 4, 4, 2], 2), ([5, 3, 6, 4, 5, 6, 7], 2), ([5, 4, 3, 2, 1], 2), ([5, 3, 4, 2, 3, 4, 5, 1], 3), ([4, 5, 3], 1), ([7], 3),
            })
            if (Fault(stop, losses, patience) is { } fault)
                return fault;
        return null;
    }

    public static string? Curves(EarlyStop stop, Random random)
    {
        for (int trial = 0; trial < 40; trial++)
        {
            double[] losses = [.. Enumerable.Range(0, random.Next(4, 14)).Select(i => Pick(random, 1, 9) + (i * 0.01))];
            double[] before = [.. losses];
            if (Fault(stop, losses, random.Next(1, 5)) is { } fault)
                return fault;
            if (!losses.SequenceEqual(before))
                return "losses has other numbers after the call than before. Leave it as it is.";
        }
        return null;
    }

    public static string? Equal(EarlyStop stop, Random random) =>
        Fault(stop, [5, 3, 3, 3, 3, 1], 3) ?? Fault(stop, [2, 2, 2], 2);

    public static string? NotNumbers(EarlyStop stop, Random random) =>
        Fault(stop, [5, double.NaN, double.NaN, 1], 2) ?? Fault(stop, [5, 3, double.NaN, 2, double.NaN, 1], 2);

    private static string? Fault(EarlyStop stop, double[] losses, int patience)
    {
        var got = stop(losses, patience);
        var want = Right(losses, patience);
        return got == want
            ? null
            : $"losses {Text(losses)}, patience {patience}: (Stop, Best) should be {want}, yours is {got}."
                + Cause(got, want, losses, patience);
    }

    private static string Cause((int Stop, int Best) got, (int Stop, int Best) want, double[] losses, int patience)
    {
        int lowest = 1 + Array.IndexOf(losses, losses.Min());
        return got switch
        {
            _ when losses.Any(double.IsNaN) => " NaN is never better, and it counts as a bad epoch.",
            _ when got == (want.Stop - 1, want.Best - 1) => " You count from 0; the first epoch is number 1.",
            _ when got == Right(losses, patience, orEqual: true) => " An equal loss is not better: it has to be lower.",
            _ when got == Right(losses, patience, keepsCounting: true) =>
                " The count of bad epochs starts at 0 again after a better one: they have to be in a row.",
            _ when got == Right(losses, patience, fromPrevious: true) =>
                " Compare with the best so far, not with the epoch before.",
            _ when got == Right(losses, patience + 1) => " That is one epoch too late.",
            _ when patience > 1 && got == Right(losses, patience - 1) => " That is one epoch too early.",
            _ when got.Stop == want.Stop && got.Best == want.Stop => " Stop is right. Keep the best epoch, not the last one.",
            _ when got.Best == lowest && want.Best != lowest => " You looked beyond the stop: later epochs never happen.",
            _ when got.Stop == want.Stop => " Stop is right, Best is not.",
            _ when got.Best == want.Best => " Best is right, Stop is not.",
            _ => "",
        };
    }

    // With the usual mistakes as switches.
    private static (int Stop, int Best) Right(double[] losses, int patience, bool orEqual = false,
        bool keepsCounting = false, bool fromPrevious = false)
    {
        int best = 1, bad = 0;
        for (int epoch = 2; epoch <= losses.Length; epoch++)
        {
            double loss = losses[epoch - 1], than = losses[fromPrevious ? epoch - 2 : best - 1];
            if (loss < than || (orEqual && loss == than))
            {
                best = epoch;
                bad = keepsCounting ? bad : 0;
            }
            else if (++bad >= patience)
            {
                return (epoch, best);
            }
        }
        return (losses.Length, best);
    }
}
