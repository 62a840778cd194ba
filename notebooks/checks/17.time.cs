using static Backprop.Checks.Numbers;
using Clip = System.Func<double[][], double, double[][]>;
using RnnBack = System.Func<double[], double, double, double, (double[] H, double DWx, double DWh, double DB)>;

namespace Backprop.Checks;

/// <summary>L17.a: a recurrent network over a few steps and back, against nudging.</summary>
internal static class L17Time
{
    public static string? States(RnnBack back, Random random)
    {
        foreach (int steps in (int[])[5, 1, 2, 4])
        {
            var net = steps == 5 ? new Net([1, 0, 0, 0, 0], 0.5, 0.8, 0) : Net.Draw(random, steps);
            double[] given = [.. net.X];
            double[] got = back(given, net.Wx, net.Wh, net.B).H;
            if (got is null || got.Length != steps)
                return $"{net}: H should hold {steps} states, yours holds {got?.Length ?? 0}.";
            if (!given.SequenceEqual(net.X))
                return "x has other numbers after the call than before. Keep the states in an array of their own.";
            if (!Near(got, net.States()))
                return $"{net}: H should be {Text(net.States())}, yours is {Text(got)}.{CauseOfStates(got, net)}";
        }
        return null;
    }

    public static string? OneStep(RnnBack back, Random random)
    {
        for (int trial = 0; trial < 4; trial++)
            if (Fault(back, Net.Draw(random, 1)) is { } fault)
                return fault;
        return null;
    }

    public static string? TwoSteps(RnnBack back, Random random)
    {
        for (int trial = 0; trial < 4; trial++)
            if (Fault(back, Net.Draw(random, 2)) is { } fault)
                return fault;
        return null;
    }

    public static string? TenSteps(RnnBack back, Random random)
    {
        for (int trial = 0; trial < 4; trial++)
            if (Fault(back, Net.Draw(random, trial == 0 ? 3 : 10)) is { } fault)
                return fault;
        return null;
    }

    private static string CauseOfStates(double[] got, Net net)
    {
        double[] alone = [.. net.X.Select(x => Math.Tanh((net.Wx * x) + net.B))];
        double[] sums = [.. net.X.Select((x, t) => (net.Wx * x) + (net.Wh * (t > 0 ? got[t - 1] : 0)) + net.B)];
        return got switch
        {
            _ when Near(got, alone) => " Those are the steps without the loop: wh times the state before is missing.",
            _ when Near(got, sums) => " The tanh is missing.",
            _ when Near(got, (net with { B = 0 }).States()) => " The bias is missing.",
            _ when Near(got, net.X) => " Those are the inputs.",
            _ => "",
        };
    }

    private static string? Fault(RnnBack back, Net net)
    {
        var (_, dWx, dWh, dB) = back([.. net.X], net.Wx, net.Wh, net.B);
        double[] got = [dWx, dWh, dB], want = net.Nudged();
        if (Near(got, want))
            return null;
        string[] names = ["DWx", "DWh", "DB"];
        int k = Enumerable.Range(0, 3).First(i => !Near(got[i], want[i]));
        return $"{net}: nudging gives {names[k]} = {Text(Math.Round(want[k], 5))}, yours is {Text(got[k])}.{Cause(got, net)}";
    }

    private static string Cause(double[] got, Net net)
    {
        var slopes = net.Back();
        return got switch
        {
            [0, 0, 0] => " All three are 0. A nudge of any of them moves the last state.",
            _ when Near(got, net.Back(noTanh: true)) => " The slope of the tanh is missing: 1 - h squared.",
            _ when Near(got, net.Back(tanhOfInput: true)) =>
                " You took 1 - (sum) squared. The slope of tanh needs its output: 1 - h squared.",
            _ when net.X.Length > 1 && Near(got, net.Back(lastOnly: true)) =>
                " Only the last step is in it. The weights were used in every step: go on to the first and add up.",
            _ when net.X.Length > 1 && Near(got, net.Back(noWeight: true)) =>
                " On the way from one step to the step before, the slope is multiplied by wh.",
            _ when net.X.Length > 1 && Near(got, net.Back(sumOfStates: true)) =>
                " The slope for every state starts at 1 in yours. Only the last state is asked for; the others get what is "
                + "passed back to them.",
            _ when Near(got[1], net.Back(newState: true)[1]) && !Near(got[1], slopes[1]) =>
                " wh was multiplied with the state before, not with the new one.",
            _ when Near(got[0], slopes[0]) && Near(got[1], slopes[1]) => " The other two are right; DB is the sum of the deltas.",
            _ when Near(got[1], slopes[1]) && Near(got[2], slopes[2]) =>
                " The other two are right; each delta is multiplied with the x of its own step.",
            _ when Near(got[0], slopes[0]) && Near(got[2], slopes[2]) =>
                " The other two are right; each delta is multiplied with the state before it, and h0 is 0.",
            _ => "",
        };
    }

    /// <summary>A small recurrent network and what it is given.</summary>
    private sealed record Net(double[] X, double Wx, double Wh, double B)
    {
        public static Net Draw(Random random, int steps) =>
            new(
                [.. Enumerable.Range(0, steps).Select(_ => (random.Next(2) == 0 ? 1 : -1) * Pick(random, 0.3, 1))],
                Pick(random, 0.4, 0.9),
                Pick(random, 0.6, 1.3),
                Pick(random, 0.1, 0.4));

        public double[] States()
        {
            var states = new double[X.Length];
            for (int t = 0; t < X.Length; t++)
                states[t] = Math.Tanh((Wx * X[t]) + (Wh * Before(states, t)) + B);
            return states;
        }

        public double[] Nudged() =>
            Nudge(v => new Net(X, v[0], v[1], v[2]).States()[^1], [Wx, Wh, B]);

        /// <summary>The slopes, right or with one of the usual mistakes.</summary>
        public double[] Back(
            bool noTanh = false,
            bool tanhOfInput = false,
            bool lastOnly = false,
            bool noWeight = false,
            bool newState = false,
            bool sumOfStates = false)
        {
            double[] h = States(), slopes = new double[3];
            double arriving = 1;
            for (int t = X.Length - 1; t >= (lastOnly ? X.Length - 1 : 0); t--)
            {
                double flat = tanhOfInput ? Math.Atanh(h[t]) : h[t];
                double delta = arriving * (noTanh ? 1 : 1 - (flat * flat));
                slopes[0] += delta * X[t];
                slopes[1] += delta * (newState ? h[t] : Before(h, t));
                slopes[2] += delta;
                arriving = (noWeight ? delta : delta * Wh) + (sumOfStates ? 1 : 0);
            }
            return slopes;
        }

        public override string ToString() => $"x = {Text(X)}, wx = {Text(Wx)}, wh = {Text(Wh)}, b = {Text(B)}";

        private static double Before(double[] states, int t) => t > 0 ? states[t - 1] : 0;
    }
}

/// <summary>L17.d: clipping by the norm of all gradients together, and what it is for.</summary>
internal static class L17Clip
{
    public static string? Long(Clip clip, Random random)
    {
        // Here every usual mistake gives numbers of its own.
        if ((Fault(clip, [[3, 4], [12]], 2) ?? Fault(clip, [[3], [4]], 1)) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
        {
            double[][] gradients = Gradients(random);
            if (Fault(clip, gradients, Math.Round(Norm(gradients) / Pick(random, 2, 9), 2)) is { } other)
                return other;
        }
        return null;
    }

    public static string? Short(Clip clip, Random random)
    {
        if ((Fault(clip, [[3], [4]], 10) ?? Fault(clip, [[0, 0], [0]], 1)) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
        {
            double[][] gradients = Gradients(random), before = Copy(gradients);
            if (Fault(clip, gradients, Math.Ceiling(Norm(gradients) * 2)) is { } other)
                return other;
            clip(gradients, 0.5);
            if (!Near(gradients, before))
                return "gradients has other numbers after the call than before. Return new arrays.";
        }
        return null;
    }

    /// <summary>The network of the lesson: h = w h over many steps should come back to where it started.</summary>
    public static string? Cliff(Clip clip, Random random)
    {
        int steps = random.Next(18, 26);
        double w = 1.2;
        for (int step = 0; step < 500; step++)
        {
            double end = Math.Pow(w, steps);
            w -= 0.001 * clip([[2 * (end - 1) * steps * Math.Pow(w, steps - 1)], [0, 0]], 1)[0][0];
        }
        double loss = Math.Pow(Math.Pow(w, steps) - 1, 2);
        return loss < 1e-3
            ? null
            : $"{steps} steps from w = 1.2 on, with your function and the limit 1: after 500 steps w is {Text(w)} and the loss "
                + $"{Text(loss)}; it should be near 0.";
    }

    private static double[][] Gradients(Random random) =>
        [.. Enumerable.Range(2, 3).Select(n => Enumerable.Range(0, n)
            .Select(_ => (random.Next(2) == 0 ? 1 : -1) * Pick(random, 0.5, 6)).ToArray())];

    private static double Norm(double[][] rows) => Math.Sqrt(rows.Sum(row => row.Sum(v => v * v)));

    private static double[][] Scaled(double[][] rows, Func<double[], double, double> number) =>
        [.. rows.Select(row => row.Select(v => number(row, v)).ToArray())];

    private static string? Fault(Clip clip, double[][] gradients, double max)
    {
        double norm = Norm(gradients);
        double[][] want = Scaled(gradients, (_, v) => norm > max ? v * max / norm : v);
        double[][] got = clip(Copy(gradients), max);
        if (got is null || got.Length != want.Length || got.Zip(want).Any(p => p.First?.Length != p.Second.Length))
            return "the result should have as many arrays as there came in, with as many numbers in each.";
        return Near(got, want)
            ? null
            : $"Clip({Text(gradients)}, {Text(max)}), norm {Text(norm)}: it should be {Text(want)}, yours is {Text(got)}."
                + Cause(got, gradients, max, norm);
    }

    private static string Cause(double[][] got, double[][] gradients, double max, double norm)
    {
        double[] flat = [.. gradients.SelectMany(row => row)], answer = [.. got.SelectMany(row => row)];
        double sum = flat.Sum(v => v * v);
        return got switch
        {
            _ when norm > max && Near(got, gradients) => " Nothing was clipped, although the norm is above the limit.",
            _ when Near(got, Scaled(gradients, (_, v) => Math.Clamp(v, -max, max))) =>
                " You limited each number on its own; that changes the direction. One factor for all.",
            _ when Near(got, Scaled(gradients, (row, v) => v * Math.Min(1, max / Norm([row])))) =>
                " You used a norm for each array. There is one norm, over all arrays together.",
            _ when answer.All(double.IsNaN) => " All NaN: the norm is 0, and something was divided by it.",
            _ when Factor(answer, flat) is { } k && Near(k, max / sum) => " The root is missing: you divided by the sum of squares.",
            _ when Factor(answer, flat) is { } k && Near(k, 1 / norm) && max != 1 => " That has length 1. The limit is max.",
            _ when Factor(answer, flat) is { } k && Near(k, max / norm) =>
                " You made a short gradient longer. Below the limit nothing changes.",
            _ when Factor(answer, flat) is { } k && Near(k, max / flat.Sum(Math.Abs)) =>
                " You divided by the sum of the absolute values. The norm is the root of the sum of squares.",
            _ when Factor(answer, flat) is { } k && Near(k, max / flat.Max(Math.Abs)) =>
                " You divided by the largest number. The norm is the root of the sum of squares.",
            _ when Array.TrueForAll(answer, v => v == 0) => " All your numbers are 0: then nothing is learned.",
            _ => "",
        };
    }
}
