using System.Globalization;
using static Backprop.Checks.Numbers;
using PlayParts = System.Func<string, string[], double[], double[], double[][]>;

namespace Backprop.Checks;

/// <summary>L10.c: a row of parts, a fork with heads, and both together.</summary>
internal static class L10Parts
{
    public static string? RowForward(PlayParts play, Random random)
    {
        foreach (string row in (string[])["3", "3 square", "square -2 square", "square 3 sum"])
        {
            double[] z = Values(random, 3), want = Run(row, z);
            double[]? got = play(row, [], [.. z], [])[0];
            if (Near(got, want))
                continue;
            string[] steps = row.Split(' ');
            string cause = got switch
            {
                _ when Near(got, Run(string.Join(' ', steps.Reverse()), z)) => " The parts were called from last to first.",
                _ when Near(got, Run(steps[0], z)) => " Only the first part ran.",
                _ when Near(got, Run(steps[^1], z)) => " Each part gets what the one before returned, not the input again.",
                _ when Near(got, z) => " The input came out unchanged.",
                _ => "",
            };
            return $"row \"{row}\", z {Text(z)}: forward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? RowBackward(PlayParts play, Random random)
    {
        foreach (string row in (string[])["square sum", "3 square sum -2", "square sum square"])
        {
            double[] z = Values(random, 3), g = Values(random, 1);
            double[] want = Nudge(v => Run(row, v)[0] * g[0], z);
            double[]? got = play(row, [], [.. z], [.. g])[1];
            if (Near(got, want, 1e-5))
                continue;
            string cause = got switch
            {
                _ when Near(got, InOrder(row, z, g)) =>
                    " The parts were called from first to last. The gradient comes from the other end.",
                _ when Near(got, g) => " The gradient came back as it went in.",
                _ => "",
            };
            return $"row \"{row}\", z {Text(z)}, g {Text(g)}: backward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? ForkForward(PlayParts play, Random random)
    {
        foreach (string[] heads in (string[][])[["2", "3"], ["square", "sum", "-1"], ["sum"], ["2 sum", "square sum"]])
        {
            double[] z = Values(random, 2);
            double[] want = [.. heads.SelectMany(head => Run(head, z))];
            double[]? got = play("", heads, [.. z], [])[0];
            if (Near(got, want))
                continue;
            string cause = got switch
            {
                _ when Near(got, Run(heads[0], z)) => " Only the first head answers.",
                _ when Near(got, Run(heads[^1], z)) => " Only the last head answers.",
                _ when Near(got, Run(string.Join(' ', heads), z)) =>
                    " That is a row: the second head got the output of the first. Here each head gets z.",
                _ when heads.Length > 1 && got is not null && got.Length < want.Length =>
                    " The outputs stand one after the other; they are not added up.",
                _ => "",
            };
            return $"{Name(heads)}, z {Text(z)}: forward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? ForkBackward(PlayParts play, Random random)
    {
        foreach (string[] heads in (string[][])[["2", "3"], ["square", "sum", "-1"], ["2 sum", "square sum"]])
        {
            double[] z = Values(random, 2);
            int[] lengths = [.. heads.Select(head => Run(head, z).Length)];
            double[] g = Values(random, lengths.Sum());
            double[][] shares = [.. heads.Select((head, k) => Share(head, z, g.Skip(lengths.Take(k).Sum()).Take(lengths[k])))];
            double[] want = [.. z.Select((_, i) => shares.Sum(share => share[i]))];
            double[]? got = play("", heads, [.. z], [.. g])[1];
            if (Near(got, want, 1e-5))
                continue;
            string cause = got switch
            {
                _ when Near(got, shares[^1], 1e-5) => " Only the last head is heard: add, do not overwrite.",
                _ when Near(got, shares[0], 1e-5) => " Only the first head is heard.",
                _ when Near(got, [.. want.Select(v => v / heads.Length)], 1e-5) => " You took the mean. Slopes add.",
                _ when Near(got, [.. shares.SelectMany(share => share)], 1e-5) =>
                    " The heads' gradients stand one after the other. All belong to the same input: add them.",
                _ => "",
            };
            return $"{Name(heads)}, z {Text(z)}, g {Text(g)}: backward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Together(PlayParts play, Random random)
    {
        foreach (string trunk in (string[])["square", "2 square", "square -3"])
        {
            string[] heads = ["square sum", "3", "sum square"];
            double[] z = Values(random, 2), g = Values(random, 4);
            double Loss(double[] v) => heads.SelectMany(head => Run(head, Run(trunk, v))).Zip(g, (o, s) => o * s).Sum();
            double[] want = Nudge(Loss, z);
            double[] zGiven = [.. z], gGiven = [.. g];
            double[]? got = play(trunk, heads, zGiven, gGiven)[1];
            if (!zGiven.SequenceEqual(z) || !gGiven.SequenceEqual(g))
                return "z or g has other numbers after the call than before.";
            if (!Near(got, want, 1e-4))
                return $"trunk \"{trunk}\" and {Name(heads)}, z {Text(z)}, g {Text(g)}: nudging says {Text(want)}, yours is "
                    + $"{Text(got)}.";
        }
        return null;
    }

    private static string Name(string[] heads) =>
        heads.Length == 1 ? $"head \"{heads[0]}\"" : $"heads \"{string.Join("\", \"", heads)}\"";

    private static double[] Run(string row, double[] z) => row.Split(' ').Aggregate(z, (v, what) => what switch
    {
        "square" => [.. v.Select(x => x * x)],
        "sum" => [v.Sum()],
        _ => [.. v.Select(x => x * Number(what))],
    });

    private static double[] Share(string head, double[] z, IEnumerable<double> g)
    {
        double[] piece = [.. g];
        return Nudge(v => Run(head, v).Zip(piece, (o, s) => o * s).Sum(), z);
    }

    // What comes out if Backward is called from the first part to the last.
    private static double[] InOrder(string row, double[] z, double[] g)
    {
        foreach (string what in row.Split(' '))
        {
            double[] seen = z;
            z = Run(what, z);
            g = what switch
            {
                "sum" => [.. seen.Select(_ => g[0])],
                "square" => [.. g.Select((v, i) => i < seen.Length ? 2 * v * seen[i] : 0)],
                _ => [.. g.Select(v => v * Number(what))],
            };
        }
        return g;
    }

    private static double Number(string what) => double.Parse(what, CultureInfo.InvariantCulture);

    private static double[] Values(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (Pick(random, 0.4, 1.4) + (0.1 * i)) * (i % 2 == 0 ? 1 : -1))];
}
