using static Backprop.Checks.Numbers;
using PlayLinear = System.Func<double[][], double[], double[][], double[][], double[][][]>;

namespace Backprop.Checks;

/// <summary>L10.a: the linear box with a row of W for each input, and slopes that add up.</summary>
internal static class L10Linear
{
    public static string? Forward(PlayLinear play, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, b, z, _) = Layer(random, trial, examples: 1);
            double[]? got = Play(play, w, b, z, []) is { Length: > 0 } all && all[0].Length > 0 ? all[0][0] : null;
            double[] want = Out(w, b, z[0]);
            if (Near(got, want))
                continue;
            string cause = got switch
            {
                null => "",
                _ when Near(got, Out(w, new double[b.Length], z[0])) => " The bias is missing.",
                _ when w.Length == b.Length && Near(got, [.. w.Select((row, i) => b[i] + Dot(row, z[0]))]) =>
                    " You took a row of W for each output. Here a row belongs to an input, so an output adds up a column.",
                _ when got.Length != want.Length => $" W has {b.Length} columns, so there are {b.Length} outputs.",
                _ when Near(got, b) => " Only the bias comes out.",
                _ => "",
            };
            return $"W {Text(w)}, b {Text(b)}, z {Text(z[0])}: forward should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Backward(PlayLinear play, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, b, z, g) = Layer(random, trial, examples: 1);
            double[]? got = Play(play, w, b, z, g)[1][0];
            double[] want = [.. w.Select(row => Dot(row, g[0]))];
            if (Near(got, want))
                continue;
            string cause = got switch
            {
                null => "",
                _ when w.Length == b.Length && Near(got, Out(w, new double[b.Length], g[0])) =>
                    " That is the transposed one. Forward has the transposed W here, so backward has W itself.",
                _ when Near(got, [.. want.Zip(z[0], (v, x) => v * x)]) =>
                    " There is a factor z too many: it belongs to the slopes of the weights.",
                _ when got.Length != want.Length => $" There are {w.Length} inputs, so {w.Length} numbers go back.",
                _ when got.All(v => v == 0) => " No blame goes back.",
                _ when Near(got, g[0]) => " The gradient came back as it went in; the weights are missing.",
                _ => "",
            };
            return $"W {Text(w)}, z {Text(z[0])}, g {Text(g[0])}: backward should be {Text(want)}, yours is {Text(got)}."
                + cause;
        }
        return null;
    }

    public static string? Slopes(PlayLinear play, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var (w, b, z, g) = Layer(random, trial, examples: 1);
            double[][][] got = Play(play, w, b, z, g);
            double[][] want = Outer(z[0], g[0]);
            if (!Near(got[2], want))
                return $"z {Text(z[0])}, g {Text(g[0])}: GradW should be {Text(want)}, yours is {Text(got[2])}."
                    + CauseOfSlopes(got[2], z[0], g[0]);
            if (!Near(got[3][0], g[0]))
                return $"g {Text(g[0])}: GradB should be the same, yours is {Text(got[3][0])}."
                    + (got[3][0] is { } bias && bias.All(v => v == 0) ? " The bias learns nothing: its input is 1." : "");
        }
        return null;
    }

    public static string? Examples(PlayLinear play, Random random)
    {
        for (int trial = 0; trial < 4; trial++)
        {
            int examples = random.Next(2, 5);
            var (w, b, z, g) = Layer(random, trial, examples);
            double[][] wGiven = Copy(w), zGiven = Copy(z), gGiven = Copy(g);
            double[] bGiven = [.. b];
            double[][][] got = play(wGiven, bGiven, zGiven, gGiven);
            if (!Near(wGiven, w, 0) || !Near(bGiven, b, 0))
                return "W or b has other numbers after forward and backward. The step comes later.";
            if (!Near(zGiven, z, 0) || !Near(gGiven, g, 0))
                return "z or g has other numbers after the call than before. Work on arrays of your own.";
            double[] wantB = [.. b.Select((_, j) => g.Sum(row => row[j]))];
            double[][] last = Outer(z[^1], g[^1]);
            double[][] wantW = [.. w.Select((row, i) => row.Select((_, j) => z.Zip(g, (x, y) => x[i] * y[j]).Sum()).ToArray())];
            if (Near(got[2], wantW) && Near(got[3][0], wantB))
                continue;
            string cause = Near(got[2], last) && !Near(last, wantW)
                ? " That is the last example alone: add to GradW, do not overwrite it."
                : Near(got[2], [.. wantW.Select(row => row.Select(v => v / examples).ToArray())])
                    ? " You divided by the number of examples; here they add up."
                    : Near(got[2], wantW) ? " GradW is right; GradB does not add up." : "";
            return $"after {examples} examples GradW should be {Text(wantW)}, yours is {Text(got[2])}; GradB "
                + $"{Text(wantB)}, yours {Text(got[3][0])}.{cause}";
        }
        return null;
    }

    private static string CauseOfSlopes(double[][] got, double[] z, double[] g) => got switch
    {
        _ when got.All(row => row is not null && row.All(v => v == 0)) => " The weights learn nothing.",
        _ when z.Length == g.Length && Near(got, Outer(g, z)) =>
            " Rows and columns are swapped: row i belongs to input i.",
        _ when Near(got, [.. z.Select(_ => g)]) => " The value that came in, z, is missing.",
        _ when Near(got, [.. z.Select(x => g.Select(_ => x).ToArray())]) => " The gradient that arrives, g, is missing.",
        _ => "",
    };

    private static double[][][] Play(PlayLinear play, double[][] w, double[] b, double[][] z, double[][] g) =>
        play(Copy(w), [.. b], Copy(z), Copy(g));

    private static double[] Out(double[][] w, double[] b, double[] z) =>
        [.. b.Select((bias, j) => bias + w.Select((row, i) => row[j] * z[i]).Sum())];

    private static double Dot(double[] u, double[] v) => u.Zip(v, (p, q) => p * q).Sum();

    private static double[][] Outer(double[] u, double[] v) => [.. u.Select(p => v.Select(q => p * q).ToArray())];

    // The first one is square and not symmetric, so that swapped indices run and show.
    private static (double[][] W, double[] B, double[][] Z, double[][] G) Layer(Random random, int trial, int examples)
    {
        int inputs = trial == 0 ? 2 : random.Next(1, 4), outputs = trial == 0 ? 2 : random.Next(1, 4);
        return (
            trial == 0 ? [[1, 2], [-3, 4]] : Pick(random, inputs, outputs, -3, 3),
            [.. Enumerable.Range(0, outputs).Select(j => j + 0.5)],
            [.. Enumerable.Range(0, examples).Select(n => Enumerable.Range(0, inputs)
                .Select(i => Pick(random, 0.3, 2) + i + (0.1 * n)).ToArray())],
            [.. Enumerable.Range(0, examples).Select(_ => Enumerable.Range(0, outputs)
                .Select(j => Pick(random, 0.4, 2) * (j % 2 == 0 ? 1 : -1)).ToArray())]);
    }
}
