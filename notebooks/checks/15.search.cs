using static Backprop.Checks.Numbers;
using Search = System.Func<double, double, int, int, double[], double[], (double[] Draws, double Best)>;

namespace Backprop.Checks;

/// <summary>L15.d: draws whose logarithm is even, and the best of some trainings.</summary>
internal static class L15Search
{
    private const int Many = 4000;

    public static string? Limits(Search search, Random random)
    {
        foreach (var (low, high) in new[] { (0.0001, 1.0), (0.5, 0.6), (2.0, 50.0) })
        {
            double[] got = Draws(search, low, high, 200, random.Next(1000));
            if (got is null || got.Length != 200)
                return $"LogDraws({Text(low)}, {Text(high)}, 200, …) should have 200 numbers, yours has {got?.Length ?? 0}.";
            double outside = got.FirstOrDefault(x => !(x >= low * 0.999999 && x <= high * 1.000001), low);
            if (outside != low)
            {
                string cause = outside switch
                {
                    _ when got.All(x => x < 0.001 || double.IsNaN(x)) || got.Any(x => x < 0) =>
                        " These look like exponents: take them back with Math.Exp or Math.Pow.",
                    _ => " The exponent runs from log(low) to log(high).",
                };
                return $"LogDraws({Text(low)}, {Text(high)}, …): {Text(outside)} lies outside the limits.{cause}";
            }
        }
        return null;
    }

    public static string? Evenly(Search search, Random random)
    {
        double[] got = Draws(search, 0.0001, 1, Many, random.Next(1000));
        double[] shares = [.. Enumerable.Range(-4, 4).Select(e =>
            got.Count(x => x >= Math.Pow(10, e) && x < Math.Pow(10, e + 1)) / (double)Many)];
        if (shares.All(s => Math.Abs(s - 0.25) < 0.04))
            return null;
        string cause = shares[3] > 0.8
            ? " They are thrown evenly: throw the logarithm evenly, and take it back."
            : "";
        return $"LogDraws(0.0001, 1, {Text((long)Many)}, …): a quarter should lie between 0.0001 and 0.001, yours are "
            + $"{shares[0]:P0}.{cause}";
    }

    public static string? Repeats(Search search, Random random)
    {
        int seed = random.Next(1000);
        double[] first = Draws(search, 0.001, 1, 30, seed);
        if (first.Distinct().Count() < 25)
            return "many of 30 draws are equal. Make one Random before the loop, and throw anew for each draw.";
        if (!Near(first, Draws(search, 0.001, 1, 30, seed), 1e-12))
            return "the same seed gave other draws. Make the Random from the seed.";
        return Near(first, Draws(search, 0.001, 1, 30, seed + 1), 1e-12)
            ? $"seeds {seed} and {seed + 1} gave the same draws. Make the Random from the seed."
            : null;
    }

    public static string? Best(Search search, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            int count = random.Next(4, 8);
            double[] values = [.. Enumerable.Range(1, count).Select(i => (10.0 * i) + Pick(random, 0, 5))];
            double[] losses = [.. Enumerable.Range(0, count).Select(i => Pick(random, 0.2, 3) + (i * 0.001))];
            double[] valuesBefore = [.. values], lossesBefore = [.. losses];
            if (BestFault(search, values, losses) is { } fault)
                return fault;
            if (!values.SequenceEqual(valuesBefore) || !losses.SequenceEqual(lossesBefore))
                return "values or losses have other numbers after the call than before. Leave them as they are.";
        }
        return null;
    }

    public static string? Exploded(Search search, Random random) =>
        BestFault(search, [0.1, 1, 10], [0.5, 0.3, double.NaN])
        ?? BestFault(search, [10, 1, 0.1], [double.NaN, 0.3, 0.5])
        ?? BestFault(search, [10, 1, 0.1, 5], [double.NegativeInfinity, 4, 0.5, double.PositiveInfinity])
        ?? BestFault(search, [10, 7], [double.PositiveInfinity, 1e9]);

    private static string? BestFault(Search search, double[] values, double[] losses)
    {
        double got = search(0.1, 1, 1, 1, values, losses).Best;
        int[] finite = [.. Enumerable.Range(0, losses.Length).Where(i => double.IsFinite(losses[i]))];
        int best = finite.MinBy(i => losses[i]);
        if (Near(got, values[best]))
            return null;
        string cause = got switch
        {
            _ when Near(got, losses[best]) => " That is the smallest loss. The value that had it is asked for.",
            _ when Near(got, best) => " That is the index. The value at this place is asked for.",
            _ when Near(got, values[finite.MaxBy(i => losses[i])]) => " That one has the largest loss.",
            _ when values.Zip(losses).Any(p => Near(got, p.First) && !double.IsFinite(p.Second)) =>
                " Its training exploded; only losses that are finite may win.",
            _ when Near(got, values.Min()) => " That is the smallest value, not the one with the smallest loss.",
            _ => "",
        };
        return $"BestOf({Text(values)}, {Text(losses)}) should be {Text(values[best])}, yours is {Text(got)}.{cause}";
    }

    private static double[] Draws(Search search, double low, double high, int count, int seed) =>
        search(low, high, count, seed, [1], [1]).Draws;
}
