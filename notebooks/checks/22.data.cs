using System.Globalization;
using static Backprop.Checks.Numbers;
using BestThreshold = System.Func<double[], int[], double, double, double>;
using InTest = System.Func<string[], double, bool[]>;
using NumberIn = System.Func<string, double>;

namespace Backprop.Checks;

/// <summary>L22.a: the first number in a text.</summary>
internal static class L22Number
{
    public static string? Plain(NumberIn number, Random random)
    {
        int whole = random.Next(10, 90);
        return Fault(number, "7", 7) ?? Fault(number, "-2", -2) ?? Fault(number, "36.5", 36.5) ?? Fault(number, "0", 0)
            ?? Fault(number, Invariant(whole), whole) ?? Fault(number, $"-{Invariant(whole)}.25", -whole - 0.25);
    }

    public static string? Words(NumberIn number, Random random)
    {
        int a = random.Next(3, 90), b = random.Next(100, 900);
        return Fault(number, " 42 ", 42) ?? Fault(number, "7 visits", 7) ?? Fault(number, "about 3.5 thousand", 3.5)
            ?? Fault(number, "3 of 12", 3) ?? Fault(number, $"from {Invariant(a)} to {Invariant(b)}", a)
            ?? Fault(number, $"minus sign: -{Invariant(a)} degrees", -a) ?? Fault(number, "12.", 12) ?? Fault(number, "8-9", 8);
    }

    public static string? Gaps(NumberIn number, Random random) =>
        Fault(number, "", double.NaN) ?? Fault(number, "n/a", double.NaN) ?? Fault(number, "   ", double.NaN)
        ?? Fault(number, "-", double.NaN) ?? Fault(number, "unknown.", double.NaN);

    public static string? Languages(NumberIn number, Random random)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            double got = Try(number, "36.5 years").Got;
            return Near(got, 36.5)
                ? null
                : $"with German settings NumberIn(\"36.5 years\") should be 36.5, yours is {Text(got)}. There a point separates "
                    + "thousands. Give Parse the CultureInfo.InvariantCulture.";
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string? Fault(NumberIn number, string text, double want)
    {
        (double got, string? threw) = Try(number, text);
        string call = $"NumberIn(\"{text}\")";
        if (threw is not null)
            return $"{call} threw {threw}. Look for the digits first: a text without them is NaN, not an error.";
        return double.IsNaN(want) ? (double.IsNaN(got) ? null : $"{call} should be NaN, yours is {Text(got)}.{CauseOfGap(got)}")
            : Near(got, want) ? null : $"{call} should be {Text(want)}, yours is {Text(got)}.{Cause(text, got, want)}";
    }

    private static string CauseOfGap(double got) =>
        got == 0 ? " A gap is not zero: nobody would see later that it was one." : "";

    private static string Cause(string text, double got, double want)
    {
        string digits = new([.. text.Where(char.IsDigit)]);
        double all = double.Parse(digits, CultureInfo.InvariantCulture);
        return got switch
        {
            _ when Near(got, -want) => " The minus sign was lost.",
            _ when Near(got, Math.Truncate(want)) && want != Math.Truncate(want) => " The part behind the point was lost.",
            _ when Near(Math.Abs(got), all) => " You took all digits of the text together. Stop where the first number ends.",
            double.NaN => " There is a number in it: spaces and words around it do not matter.",
            _ => "",
        };
    }

    private static (double Got, string? Threw) Try(NumberIn number, string text)
    {
        try
        {
            return (number(text), null);
        }
        catch (Exception error) when (error is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return (double.NaN, error.GetType().Name);
        }
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>L22.b: a split by the name of the customer alone.</summary>
internal static class L22Split
{
    public static string? OnePart(InTest inTest, Random random)
    {
        if (Rows(inTest, ["A", "B", "A"], 0.5) is not { } three)
            return "InTest([\"A\", \"B\", \"A\"], 0.5) should have 3 values, one for each row.";
        if (three[0] != three[2])
            return $"InTest([\"A\", \"B\", \"A\"], 0.5) is {three[0]} at place 0 and {three[2]} at place 2, both of customer A. {Twins}";
        string[] names = Names(random, 120), rows = [.. Enumerable.Range(0, 600).Select(_ => names[random.Next(names.Length)])];
        bool[]? got = Rows(inTest, rows, 0.5);
        if (got is null)
            return "for 600 rows there should be 600 values.";
        if (got.All(value => value) || got.All(value => !value))
            return $"with share 0.5 all 600 rows are in the same part: {(got[0] ? "test" : "train")}. Both should get about half of the customers.";
        return rows.Zip(got).GroupBy(pair => pair.First).FirstOrDefault(group => group.Select(p => p.Second).Distinct().Count() > 1) is { } torn
            ? $"customer {torn.Key} has rows in both parts. {Twins}"
            : null;
    }

    public static string? Share(InTest inTest, Random random)
    {
        string[] names = Names(random, 2000);
        foreach (double share in (double[])[0.2, 0.5, 0.05])
        {
            bool[]? got = Rows(inTest, names, share);
            double part = got?.Average(value => value ? 1.0 : 0) ?? double.NaN;
            if (Math.Abs(part - share) <= 0.05)
                continue;
            string cause = Math.Abs(1 - part - share) <= 0.05 ? " That is the training part: true means test." : "";
            return $"of 2,000 customers with share {Text(share)}, {Text(part)} are in test.{cause}";
        }
        return null;
    }

    public static string? Stays(InTest inTest, Random random)
    {
        string[] names = Names(random, 400);
        bool[] first = inTest([.. names], 0.3), second = inTest([.. names], 0.3);
        if (!first.SequenceEqual(second))
            return "the same call twice gave two different splits. Random numbers move customers from test to train: use the name alone.";
        string[] more = [.. Names(random, 300, "N"), .. names.Reverse()];
        bool[] later = inTest([.. more], 0.3);
        int moved = names.Select((name, i) => first[i] != later[more.Length - 1 - i] ? 1 : 0).Sum();
        if (moved > 0)
        {
            return $"300 new customers came, in another order, and {moved} of 400 old ones changed their part. The decision may "
                + "depend on the name alone, not on the place or on the other rows.";
        }
        return UsesHashCode(names, first)
            ? "that is string.GetHashCode(): in this run it stays, but .NET changes it with each start of a program. Mix the letters yourself."
            : null;
    }

    private static readonly int[] Moduli = [10, 100, 1000, 10_000, 100_000];

    private const string Twins = "A customer with rows in both parts leaks: decide by the name, not by the row.";

    // The usual ways to make a share of a hash code.
    private static bool UsesHashCode(string[] names, bool[] got)
    {
        int[] hashes = [.. names.Select(name => name.GetHashCode(StringComparison.Ordinal))];
        Func<int, double>[] places =
        [
            .. Moduli.SelectMany(k => new Func<int, double>[]
            {
                h => Math.Abs(h % k) / (double)k, h => (uint)h % k / (double)k, h => (h & int.MaxValue) % k / (double)k,
            }),
            h => (uint)h / (double)uint.MaxValue, h => Math.Abs((double)h) / int.MaxValue,
        ];
        return places.Any(place => hashes.Zip(got).Count(pair => place(pair.First) < 0.3 == pair.Second) > 0.98 * names.Length);
    }

    private static bool[]? Rows(InTest inTest, string[] customers, double share) =>
        inTest([.. customers], share) is { } got && got.Length == customers.Length ? got : null;

    private static string[] Names(Random random, int count, string letter = "C")
    {
        int start = random.Next(1000, 5000);
        return [.. Enumerable.Range(start, count).Select(n => letter + n.ToString(CultureInfo.InvariantCulture))];
    }
}

/// <summary>L22.c: a threshold of the smallest cost.</summary>
internal static class L22Threshold
{
    public static string? EqualCosts(BestThreshold best, Random random) =>
        Fault(best, [0.2, 0.6, 0.7], [0, 0, 1], 1, 1)
        ?? Fault(best, [0.8, 0.9, 0.4, 0.85], [0, 1, 0, 1], 1, 1)
        ?? Fault(best, [0.501, 0.502, 0.9, 0.1], [0, 1, 1, 0], 1, 1)
        ?? Many(best, random, 1, 1);

    public static string? UnequalCosts(BestThreshold best, Random random) =>
        // Counting errors and exchanging the costs each lead to a threshold of their own here.
        Fault(best, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], [1, 0, 0, 1, 1, 0, 1], 5, 1)
        ?? Fault(best, [0.2, 0.6, 0.7], [1, 0, 1], 5, 1)
        ?? Fault(best, [0.3, 0.5, 0.6, 0.8], [1, 0, 0, 1], 1, 5)
        ?? Many(best, random, 8, 1) ?? Many(best, random, 1, 8);

    public static string? Extremes(BestThreshold best, Random random) =>
        Fault(best, [0.4, 0.3, 0.2], [1, 1, 1], 1, 1) ?? Fault(best, [0.4, 0.9, 0.95], [0, 0, 0], 1, 1)
        ?? Fault(best, [1, 0.4], [0, 0], 1, 2) ?? Fault(best, [0, 0.4], [1, 0], 9, 1);

    public static string? Untouched(BestThreshold best, Random random)
    {
        double[] p = [0.7, 0.2, 0.6], before = [.. p];
        int[] y = [1, 0, 1], yBefore = [.. y];
        best(p, y, 1, 1);
        return p.SequenceEqual(before) && y.SequenceEqual(yBefore)
            ? null
            : "p or y has other numbers, or another order, after the call than before. Sort a copy.";
    }

    private static string? Many(BestThreshold best, Random random, double miss, double alarm)
    {
        for (int trial = 0; trial < 15; trial++)
        {
            int count = random.Next(2, 9);
            double[] p = [.. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble(), 2))];
            int[] y = [.. p.Select(chance => random.NextDouble() < chance ? 1 : 0)];
            if (Fault(best, p, y, miss, alarm) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? Fault(BestThreshold best, double[] p, int[] y, double miss, double alarm)
    {
        double t = best([.. p], [.. y], miss, alarm);
        string call = $"p = {Text(p)}, y = {Text([.. y.Select(v => (double)v)])}, miss {Text(miss)}, alarm {Text(alarm)}";
        if (double.IsNaN(t))
            return $"{call}: your threshold is NaN.";
        double right = Thresholds(p).MinBy(at => Cost(p, y, miss, alarm, at));
        double got = Cost(p, y, miss, alarm, t), want = Cost(p, y, miss, alarm, right);
        return got <= want + 1e-9
            ? null
            : $"{call}: your threshold {Text(t)} costs {Text(got)}, but {Text(right)} costs {Text(want)}.{Cause(p, y, miss, alarm, t, right)}";
    }

    private static string Cause(double[] p, int[] y, double miss, double alarm, double t, double right)
    {
        double Cheapest(double a, double b) => Thresholds(p).Min(at => Cost(p, y, a, b, at));
        if (miss != alarm && Near(t, alarm / (miss + alarm)))
            return " That is the rule of thumb for probabilities that can be trusted. Here the cheapest one is asked for: try them.";
        if (right > p.Max() && p.Contains(t))
            return " Here it is cheapest to write to nobody: try one threshold above every p as well.";
        if (t == 0.5)
            return " 0.5 is a habit. Compute the cost of several thresholds and compare.";
        if (miss != alarm && Near(Cost(p, y, alarm, miss, t), Cheapest(alarm, miss)))
            return " It would be the cheapest with the two costs exchanged.";
        if (miss != alarm && Near(Cost(p, y, 1, 1, t), Cheapest(1, 1)))
            return " It makes the fewest errors. Count each error with its cost.";
        if (Near(Cost(p, y, miss, alarm, Math.BitIncrement(t)), Cheapest(miss, alarm)))
            return " A customer with p exactly at the threshold gets a letter: at least t, not above t.";
        return Near(t * 100, Math.Round(t * 100)) && p.Any(chance => !Near(chance * 100, Math.Round(chance * 100)))
            ? " The best one lies between the points of your grid. The values of p themselves are the thresholds to try."
            : t <= p.Min() ? " With yours everybody gets a letter." : t > p.Max() ? " With yours nobody gets a letter." : "";
    }

    private static double Cost(double[] p, int[] y, double miss, double alarm, double t) =>
        p.Zip(y, (chance, bought) => bought == 1 ? (chance < t ? miss : 0) : (chance >= t ? alarm : 0)).Sum();

    private static double[] Thresholds(double[] p) => [.. p.Order(), p.Max() + 1];
}
