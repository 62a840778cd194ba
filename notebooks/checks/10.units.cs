using static Backprop.Checks.Numbers;
using PlayUnits = System.Func<int, double[][], double[][], double[][][]>;

namespace Backprop.Checks;

/// <summary>L10.b: tanh number by number, and the largest of each group.</summary>
internal static class L10Units
{
    public static string? Tanh(PlayUnits play, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            double[] z = Distinct(random, 3), g = Distinct(random, 3);
            double[] h = [.. z.Select(Math.Tanh)];
            double[][] got = Play(play, 0, z, g);
            if (!Near(got[0], h))
                return $"tanh of {Text(z)} should be {Text(h)}, yours is {Text(got[0])}.";
            double[] want = [.. g.Zip(h, (v, o) => v * (1 - (o * o)))];
            if (!Near(got[1], want))
                return $"tanh, z {Text(z)}, g {Text(g)}: backward should be {Text(want)}, yours is {Text(got[1])}."
                    + CauseOfTanh(got[1], z, h, g);
        }
        return null;
    }

    public static string? Forward(PlayUnits play, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (group, z, _) = Groups(random, trial);
            double[]? got = Play(play, group, z, [])[0];
            double[] want = [.. z.Chunk(group).Select(part => part.Max())];
            if (Near(got, want))
                continue;
            string cause = got switch
            {
                null => "",
                _ when got.Length != want.Length => $" {z.Length} numbers in groups of {group} have {want.Length} winners.",
                _ when Near(got, [.. want.Select(v => Math.Max(0, v))]) =>
                    " Among negative numbers nobody won: do not start the search at 0.",
                _ when Near(got, [.. z.Chunk(group).Select(part => part.MaxBy(Math.Abs))]) =>
                    " You compared sizes without signs: 4 is larger than -5.",
                _ when Near(got, [.. z.Chunk(group).Select(part => part.Min())]) => " Those are the smallest.",
                _ when Near(got, [.. want.Select(_ => z.Max())]) =>
                    " That is the largest of all. Each group has a winner of its own.",
                _ when Near(got, [.. z.Chunk(group).Select(part => part[0])]) => " Those are the first of each group.",
                _ when Near(got, [.. Enumerable.Range(0, want.Length)
                    .Select(k => Enumerable.Range(0, group).Max(i => z[k + (i * want.Length)]))]) =>
                    " Neighbours belong together: the first group is the first numbers.",
                _ => "",
            };
            return $"groups of {group}, z {Text(z)}: forward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Backward(PlayUnits play, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (group, z, g) = Groups(random, trial);
            double[]? got = Play(play, group, z, g)[1];
            double[] want = Routed(group, z, g);
            if (Near(got, want))
                continue;
            string cause = got switch
            {
                null => "",
                _ when got.Length != z.Length => $" {z.Length} numbers came in, so {z.Length} go back.",
                _ when Near(got, [.. z.Select((_, i) => g[i / group])]) =>
                    " Every input gets the gradient of its group. Only the winner moves the output.",
                _ when Near(got, [.. z.Select((_, i) => g[i / group] / group)]) =>
                    " The gradient is shared out. The losers do not move the output, so they get 0.",
                _ when Near(got, [.. want.Zip(z, (v, x) => v * x)]) => " There is a factor z too many.",
                _ when Near(got, [.. want.Select(v => v == 0 ? 0 : 1.0)]) => " The winner gets g, not 1.",
                _ when Near(got, [.. z.Select((_, i) => i < g.Length ? g[i] : 0)]) =>
                    " The gradients stand at the front. Each belongs to the place of its winner.",
                _ => "",
            };
            return $"groups of {group}, z {Text(z)}, g {Text(g)}: backward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Ties(PlayUnits play, Random random)
    {
        double top = Pick(random, 1, 5);
        foreach (double[] z in (double[][])[[top, top, 0.5, -1, -2, -1], [0, top, top, -3, -3, -3]])
        {
            double[] g = [10, 20], got = Play(play, 3, z, g)[1];
            double[] want = Routed(3, z, g);
            if (Near(got, want))
                continue;
            string cause = got.Sum() > 30.5 ? " More goes back than came in: all the equals got the whole gradient."
                : got.Any(v => v is not (0 or 10 or 20)) ? " The equals share. Here the first one gets everything."
                : " A later one won. Let a number take over only if it is larger, not if it is equal.";
            return $"groups of 3, z {Text(z)}, g {Text(g)}: backward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Again(PlayUnits play, Random random)
    {
        foreach (int group in (int[])[0, 2])
        {
            double[][] z = [Distinct(random, 4), Distinct(random, 6), Distinct(random, 2)];
            double[][] g = [.. z.Select(v => Distinct(random, group == 0 ? v.Length : v.Length / 2))];
            double[][] zGiven = Copy(z), gGiven = Copy(g);
            double[][][] got = play(group, zGiven, gGiven);
            if (!Near(zGiven, z, 0) || !Near(gGiven, g, 0))
                return "z or g has other numbers after the call than before. Work on arrays of your own.";
            for (int n = 0; n < z.Length; n++)
            {
                double[] want = group == 0
                    ? [.. g[n].Zip(z[n], (v, x) => v * (1 - (Math.Tanh(x) * Math.Tanh(x))))]
                    : Routed(group, z[n], g[n]);
                if (!Near(got[n][1], want))
                    return $"{(group == 0 ? "tanh" : "max")}, use {n + 1}, z {Text(z[n])}, g {Text(g[n])}: backward should be "
                        + $"{Text(want)}, yours is {Text(got[n][1])}. Does Forward replace everything that it remembered?";
            }
        }
        return null;
    }

    private static string CauseOfTanh(double[]? got, double[] z, double[] h, double[] g)
    {
        double[] Times(Func<int, double> slope) => [.. g.Select((v, i) => v * slope(i))];
        return got switch
        {
            null => "",
            _ when Near(got, g) => " The slope of tanh is missing.",
            _ when Near(got, [.. h.Select(o => 1 - (o * o))]) => " Those are the slopes. Where is g?",
            _ when Near(got, Times(i => 1 - (z[i] * z[i]))) => " 1 - z squared: the square is of the output.",
            _ when Near(got, Times(i => 1 - h[i])) => " 1 - tanh: the square is missing.",
            _ when Near(got, Times(i => h[i])) => " You multiplied by tanh itself.",
            _ when Near(got, Times(i => 1 - (Math.Tanh(h[i]) * Math.Tanh(h[i])))) =>
                " Tanh was applied twice: the box keeps its output already.",
            _ => "",
        };
    }

    private static double[] Routed(int group, double[] z, double[] g)
    {
        var back = new double[z.Length];
        foreach (var (k, part) in z.Chunk(group).Index())
            back[(k * group) + Array.IndexOf(part, part.Max())] = g[k];
        return back;
    }

    private static double[][] Play(PlayUnits play, int group, double[] z, double[] g) => play(group, [[.. z]], [[.. g]])[0];

    private static (int Group, double[] Z, double[] G) Groups(Random random, int trial)
    {
        if (trial == 0)
            return (2, [1, 4, -3, -5, 2, -9], [10, 20, -30]);
        int group = random.Next(2, 4), groups = random.Next(2, 4);
        double[] z = Distinct(random, group * groups);
        // One group is all negative: there a search that starts at 0 finds nobody.
        for (int i = 0; i < group; i++)
            z[i] = -Math.Abs(z[i]) - 0.05;
        return (group, z, Distinct(random, groups));
    }

    // No two alike, none 0.
    private static double[] Distinct(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (Pick(random, 0.2, 1.5) + (0.013 * (i + 1))) * (random.Next(2) == 0 ? 1 : -1))];
}
