using static Backprop.Checks.Numbers;
using Collapse = System.Func<double[][], double[], double[][], double[], (double[][] W, double[] B)>;
using MyXor = System.Func<(double[][] W1, double[] B1, double[] W2, double B2)>;
using SineNet = System.Func<(double[] W, double[] B, double[] V, double C)>;

namespace Backprop.Checks;

/// <summary>L06.b: one layer that does what two did.</summary>
internal static class L06Collapse
{
    public static string? Square(Collapse collapse, Random random)
    {
        // Not symmetric, and the order matters: each usual mistake gives other numbers.
        if (Fault(collapse, [[1, 2], [0, 3]], [1, -1], [[2, 1], [-1, 4]], [5, 2]) is { } fault)
            return fault;
        return Several(collapse, random, 5, () => (2, 2, 2));
    }

    public static string? OtherShapes(Collapse collapse, Random random)
    {
        if (Fault(collapse, [[1, 1], [1, 1]], [0, -1], [[1, -2]], [0]) is { } fault)
            return fault;
        return Several(collapse, random, 12, () => (random.Next(1, 5), random.Next(1, 5), random.Next(1, 5)));
    }

    public static string? Untouched(Collapse collapse, Random random)
    {
        double[][] w1 = Pick(random, 3, 2, -2, 2), w2 = Pick(random, 2, 3, -2, 2);
        double[] b1 = Pick(random, 3, -2, 2), b2 = Pick(random, 2, -2, 2);
        double[][] w1Before = Copy(w1), w2Before = Copy(w2);
        double[] b1Before = [.. b1], b2Before = [.. b2];
        var got = collapse(w1, b1, w2, b2);
        if (!Near(w1, w1Before, 0) || !Near(w2, w2Before, 0) || !b1.SequenceEqual(b1Before) || !b2.SequenceEqual(b2Before))
            return "one of the four arrays has other numbers after the call than before. Fill new arrays.";
        return ReferenceEquals(got.B, b2) || ReferenceEquals(got.B, b1)
            ? "B is one of the arrays that you were given. Whoever changes the result would change the old layer: make a new one."
            : null;
    }

    private static string? Several(Collapse collapse, Random random, int trials, Func<(int In, int Middle, int Out)> pick)
    {
        for (int trial = 0; trial < trials; trial++)
        {
            var (inputs, middle, outputs) = pick();
            string? fault = Fault(
                collapse, Pick(random, middle, inputs, -2, 2), Pick(random, middle, -2, 2),
                Pick(random, outputs, middle, -2, 2), Pick(random, outputs, -2, 2));
            if (fault is not null)
                return fault;
        }
        return null;
    }

    private static string? Fault(Collapse collapse, double[][] w1, double[] b1, double[][] w2, double[] b2)
    {
        var (gotW, gotB) = collapse(Copy(w1), [.. b1], Copy(w2), [.. b2]);
        double[][] wantW = Product(w2, w1);
        double[] through = Through(w2, b1), wantB = Sum(through, b2);
        if (Near(gotW, wantW, 1e-9) && Near(gotB, wantB, 1e-9))
            return null;
        string start = $"W1 = {Text(w1)}, b1 = {Text(b1)}, W2 = {Text(w2)}, b2 = {Text(b2)}";
        if (gotW is null || gotB is null || gotW.Length != w2.Length || gotW.Any(row => row?.Length != w1[0].Length))
            return $"{start}: W should have {w2.Length} row(s) of {w1[0].Length}, as many rows as W2 and as many columns as W1; "
                + $"yours is {Text(gotW?.Any(row => row is null) ?? true ? null : gotW)}.";
        return Near(gotW, wantW, 1e-9)
            ? $"{start}: W is right. B should be {Text(wantB)}, yours is {Text(gotB)}.{CauseOfB(gotB, b1, b2, through)}"
            : $"{start}: W should be {Text(wantW)}, yours is {Text(gotW)}.{CauseOfW(gotW, w1, w2)}";
    }

    private static string CauseOfB(double[] got, double[] b1, double[] b2, double[] through) => got switch
    {
        _ when Near(got, b2) => " The first bias got lost: it goes through W2 as any input does.",
        _ when Near(got, through) => " The second bias got lost.",
        _ when b1.Length == b2.Length && Near(got, Sum(b1, b2)) =>
            " You added the two biases. The first one has to go through W2 before that.",
        _ when b1.Length == b2.Length && Near(got, b1) => " That is the first bias alone.",
        _ => "",
    };

    private static string CauseOfW(double[][] got, double[][] w1, double[][] w2)
    {
        bool isSquare = w1.Length == w2.Length && w1[0].Length == w2[0].Length;
        return got switch
        {
            _ when w1[0].Length == w2.Length && Near(got, Product(w1, w2)) =>
                " That is W1 times W2. The layer that comes second stands on the left: W2 times W1.",
            _ when isSquare && Near(got, Each(w1, w2, (a, b) => a * b)) =>
                " You multiplied place by place. In a matrix product a row of W2 meets a column of W1.",
            _ when isSquare && Near(got, Each(w1, w2, (a, b) => a + b)) => " That is a sum of the matrices, not their product.",
            _ when isSquare && Near(got, Product(w2, Turn(w1))) =>
                " Each row of W2 met a row of W1. It has to meet a column of W1: W1[k][c] with k running.",
            _ when isSquare && Near(got, w2) => " That is W2 alone.",
            _ => "",
        };
    }

    private static double[][] Product(double[][] a, double[][] b) =>
        [.. a.Select(row => b[0].Select((_, c) => row.Select((value, k) => value * b[k][c]).Sum()).ToArray())];

    private static double[] Through(double[][] w, double[] x) => [.. w.Select(row => row.Zip(x, (a, b) => a * b).Sum())];

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (p, q) => p + q)];

    private static double[][] Turn(double[][] a) => [.. a[0].Select((_, c) => a.Select(row => row[c]).ToArray())];

    private static double[][] Each(double[][] a, double[][] b, Func<double, double, double> f) =>
        [.. a.Zip(b, (p, q) => p.Zip(q, f).ToArray())];
}

/// <summary>L06.c: any network with two or three hidden ReLUs that says XOR.</summary>
internal static class L06Xor
{
    private static readonly double[][] Corners = [[0, 0], [0, 1], [1, 0], [1, 1]];

    public static string? Shape(MyXor make, Random random)
    {
        var (w1, b1, w2, b2) = make();
        if (w1 is null || b1 is null || w2 is null)
            return "one of the arrays is null. Return W1, b1, w2 and b2.";
        if (w1.Length is < 2 or > 3)
            return $"W1 has {w1.Length} row(s). One row is one hidden neuron, and two or three are asked for.";
        if (w1.Any(row => row?.Length != 2))
            return "each row of W1 needs two weights, one for x1 and one for x2.";
        if (b1.Length != w1.Length || w2.Length != w1.Length)
            return $"{w1.Length} hidden neurons need {w1.Length} biases and {w1.Length} output weights; yours are {b1.Length} and "
                + $"{w2.Length}.";
        if (!w1.SelectMany(row => row).Concat(b1).Concat(w2).Append(b2).All(double.IsFinite))
            return "one of the numbers is not finite.";
        return w1.All(row => row[0] == row[1])
            ? $"W1 is {Text(w1)}: every neuron takes x1 and x2 alike, as in section 1. At least one of yours needs two different "
                + "weights."
            : null;
    }

    public static string? Answers(MyXor make, Random random)
    {
        var net = make();
        double[] y = [.. Corners.Select(x => Run(net, x))];
        for (int i = 0; i < 4; i++)
            if (!Says(y[i], i is 1 or 2))
                return $"for (0,0), (0,1), (1,0), (1,1) it says {Text(y)}; ({Text(Corners[i][0])},{Text(Corners[i][1])}) should "
                    + $"be {(i is 1 or 2 ? "at least 0.6" : "at most 0.4")}.{Cause(y, net)}";
        return null;
    }

    public static string? Steady(MyXor make, Random random)
    {
        var net = make();
        for (int trial = 0; trial < 40; trial++)
        {
            int i = trial % 4;
            double[] x = [.. Corners[i].Select(value => value + (0.02 * ((2 * random.NextDouble()) - 1)))];
            double y = Run(net, x);
            if (i is 1 or 2 ? y <= 0.5 : y >= 0.5)
                return $"({Text(x[0])}, {Text(x[1])}) says {Text(y)}: an input that is off by 0.02 flips the answer. Smaller "
                    + "weights make the network steadier.";
        }
        return null;
    }

    private static bool Says(double y, bool one) => one ? y >= 0.6 : y <= 0.4;

    private static string Cause(double[] y, (double[][] W1, double[] B1, double[] W2, double B2) net)
    {
        bool[] on = [.. y.Select(value => value > 0.5)];
        double[] straight = [.. Corners.Select(x => Run(net, x, bends: false))];
        return (on[0], on[1], on[2], on[3]) switch
        {
            (false, true, true, true) => " That is OR: something has to take the answer away again when both are on.",
            (false, false, false, true) => " That is AND. Here the answer is 1 when exactly one is on.",
            (true, false, false, true) => " All four are turned round. Change the signs of w2 and add 1 to b2.",
            (false, false, true, false) => " It sees (1, 0) and not (0, 1): the other neuron has to see that one.",
            (false, true, false, false) => " It sees (0, 1) and not (1, 0): the other neuron has to see that one.",
            _ when y.Max() - y.Min() < 1e-9 => " It says the same to all four.",
            _ when Says(straight[1], true) && Says(straight[2], true) && Says(straight[0], false) && Says(straight[3], false) =>
                " Without ReLU it would be right; remember that negative sums become 0.",
            _ => "",
        };
    }

    private static double Run((double[][] W1, double[] B1, double[] W2, double B2) net, double[] x, bool bends = true)
    {
        double y = net.B2;
        for (int k = 0; k < net.W1.Length; k++)
        {
            double z = (net.W1[k][0] * x[0]) + (net.W1[k][1] * x[1]) + net.B1[k];
            y += net.W2[k] * (bends ? Math.Max(0, z) : z);
        }
        return y;
    }
}

/// <summary>L06.d: a sum of corners against the sine.</summary>
internal static class L06Sine
{
    private const double End = 2 * Math.PI;

    public static string? Shape(SineNet make, Random random)
    {
        var (w, b, v, c) = make();
        if (w is null || b is null || v is null || w.Length != b.Length || w.Length != v.Length)
            return $"w, b and v need the same length; yours are {w?.Length ?? 0}, {b?.Length ?? 0} and {v?.Length ?? 0}.";
        if (w.Length is 0 or > 40)
            return $"{w.Length} ReLUs: at least 1 and at most 40 are asked for.";
        if (!w.Concat(b).Concat(v).Append(c).All(double.IsFinite))
            return "one of the numbers is not finite.";
        int inside = w.Zip(b).Zip(v).Count(unit => unit.Second != 0 && -unit.First.Second / unit.First.First is > 0 and < End);
        return inside < 3
            ? $"only {inside} ReLU(s) have their corner between 0 and 2 pi; a sine bends more often. The corner of ReLU(w x + b) is "
                + "at x = -b / w, so b is minus the place when w is 1."
            : null;
    }

    public static string? Rough(SineNet make, Random random) => Fault(make, random, 0.3);

    public static string? Fine(SineNet make, Random random) => Fault(make, random, 0.05);

    private static string? Fault(SineNet make, Random random, double allowed)
    {
        var net = make();
        double[] places =
        [
            .. Enumerable.Range(0, 401).Select(i => i * End / 400),
            .. Enumerable.Range(0, 400).Select(_ => random.NextDouble() * End),
        ];
        double worst = places.MaxBy(x => Math.Abs(Run(net, x) - Math.Sin(x)));
        double got = Run(net, worst);
        return Math.Abs(got - Math.Sin(worst)) < allowed
            ? null
            : $"at x = {Text(Math.Round(worst, 3))} the sine is {Text(Math.Sin(worst))} and yours is {Text(got)}; less than "
                + $"{Text(allowed)} apart is asked for.{Cause(net, places)}";
    }

    private static string Cause((double[] W, double[] B, double[] V, double C) net, double[] places)
    {
        double Worst(Func<double, double> f, Func<double, double> want) => places.Max(x => Math.Abs(f(x) - want(x)));
        double[] changes = [.. net.V.Select((v, k) => k == 0 ? v : v - net.V[k - 1])];
        double middle = places.Average(x => Run(net, x) - Math.Sin(x));
        return 0 switch
        {
            _ when Worst(x => Run(net, x), Math.Cos) < 0.1 => " That is a cosine.",
            _ when Worst(x => -Run(net, x), Math.Sin) < 0.1 => " It stands on its head: turn the signs of v and c.",
            _ when Worst(x => Run(net with { V = changes }, x), Math.Sin) < 0.1 =>
                " Your v are the slopes of the pieces. The ReLUs before are still on: each v should be the change of the slope.",
            _ when Math.Abs(middle) > 0.05 && Worst(x => Run(net, x) - middle, Math.Sin) < 0.05 =>
                $" It has the right shape and stands {Text(Math.Round(middle, 2))} too high: that is a matter of c.",
            _ when net.W.Length < 12 => $" {net.W.Length} corners are few: more of them bring it closer.",
            _ => "",
        };
    }

    private static double Run((double[] W, double[] B, double[] V, double C) net, double x)
    {
        double sum = net.C;
        for (int k = 0; k < net.W.Length; k++)
            sum += net.V[k] * Math.Max(0, (net.W[k] * x) + net.B[k]);
        return sum;
    }
}
