using static Backprop.Checks.Numbers;
using Grads = System.Func<double[][], double[], double[][], double[], double[][], double[],
    (double[][] W1, double[] B1, double[][] W2, double[] B2)>;

namespace Backprop.Checks;

/// <summary>L09.c: the gradients of a network with one hidden layer, on one example, on a batch, against nudging.</summary>
internal static class L09Network
{
    public static string? Output(Grads answer, Random random)
    {
        var given = new Net([[1]], [1], [[0]], [0], [[2]], [0]);
        for (int trial = 0; trial < 5; trial++)
        {
            Net net = trial == 0 ? given : Net.Pick(random, examples: 1);
            Slopes got = Slopes.Of(answer, net), want = net.Gradient();
            if (got.Misfit(net) is { } fault)
                return fault;
            if (Near(got.W2, want.W2) && Near(got.B2, want.B2))
                continue;
            return $"{net.Name(trial == 0)}: dW2 should be {Text(want.W2)} and dB2 {Text(want.B2)}, yours are "
                + $"{Text(got.W2)} and {Text(got.B2)}.{CauseOfOutput(got, net)}";
        }
        return null;
    }

    public static string? Hidden(Grads answer, Random random)
    {
        var given = new Net([[1]], [1], [[0]], [0], [[2]], [0]);
        for (int trial = 0; trial < 6; trial++)
        {
            Net net = trial == 0 ? given : Net.Pick(random, examples: 1);
            Slopes got = Slopes.Of(answer, net), want = net.Gradient();
            if (got.Misfit(net) is { } fault)
                return fault;
            if (Near(got.W1, want.W1) && Near(got.B1, want.B1))
                continue;
            return $"{net.Name(trial == 0)}: dW1 should be {Text(want.W1)} and dB1 {Text(want.B1)}, yours are "
                + $"{Text(got.W1)} and {Text(got.B1)}.{CauseOfHidden(got, want, net)}";
        }
        return null;
    }

    public static string? Batch(Grads answer, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            Net net = Net.Pick(random, random.Next(2, 6));
            Slopes got = Slopes.Of(answer, net), want = net.Gradient();
            if (got.Misfit(net) is { } fault)
                return fault;
            if (got.Is(want))
                continue;
            int n = net.X.Length;
            string cause = got switch
            {
                _ when got.Is(want, n) => " Those are sums: divide by the number of examples.",
                _ when got.Is(net.Only(n - 1).Gradient()) => " That is the last example alone: add up over all of them.",
                _ when got.Is(net.Only(n - 1).Gradient(), 1.0 / n) =>
                    " That is the last example, divided by their number. Each example has to be added.",
                _ when got.Is(net.Only(0).Gradient()) => " That is the first example alone. Does the loop return too early?",
                _ when Near(got.B2, want.B2) && Near(got.W2, want.W2) => " W2 and b2 are right, the hidden layer is not.",
                _ => "",
            };
            return $"{n} examples: dB2 should be {Text(want.B2)}, yours is {Text(got.B2)}; dB1 {Text(want.B1)}, yours "
                + $"{Text(got.B1)}.{cause}";
        }
        return null;
    }

    public static string? Networks(Grads answer, Random random)
    {
        for (int trial = 0; trial < 10; trial++)
        {
            Net net = Net.Pick(random, random.Next(1, 6)), before = net.Duplicate();
            Slopes got = Slopes.From(answer(net.X, net.T, net.W1, net.B1, net.W2, net.B2));
            if (!net.Flat().SequenceEqual(before.Flat()))
                return "something that you were given has other numbers after the call. This function measures; the step "
                    + "comes later.";
            Slopes nudged = before.Nudged();
            if (!got.Is(nudged, tolerance: 1e-5))
                return $"{net.X.Length} examples, {net.B1.Length} hidden nodes: nudging says dW1 {Text(nudged.W1)}, yours "
                    + $"is {Text(got.W1)}.";
        }
        return null;
    }

    private static string CauseOfOutput(Slopes got, Net net)
    {
        var (h, y) = net.Forward(0);
        double miss = y - net.T[0], slope = y * (1 - y);
        bool Are(double delta) => Near(got.B2, [delta]) && Near(got.W2, [[.. h.Select(v => delta * v)]]);
        return got switch
        {
            _ when Are(-miss) => " The sign: delta at the output is y - t.",
            _ when Are(miss * slope) => " There is a factor y (1 - y) too many: with the log loss it cancels.",
            _ when Are(2 * miss) => " Twice as large: that is for the squared error.",
            _ when Near(got.B2, [miss]) && Near(got.W2, [[.. h.Select(_ => miss)]]) =>
                " dB2 is right. A weight's slope is delta times the value at its tail, h.",
            _ when Near(got.B2, [miss]) && Near(got.W2, [[.. net.Pre(0).Select(a => miss * a)]]) =>
                " dB2 is right. In dW2 stands a of the hidden nodes; the value that arrives is h = tanh(a).",
            _ when Near(got.B2, [miss]) => " dB2 is right, dW2 is not.",
            _ when Near(got.B2, [0]) => " The bias of the output learns nothing: its slope is delta itself.",
            _ => "",
        };
    }

    private static string CauseOfHidden(Slopes got, Slopes want, Net net)
    {
        var (h, y) = net.Forward(0);
        double[] pre = net.Pre(0);
        double[] back = [.. net.W2[0].Select(w => w * (y - net.T[0]))];
        bool Are(double[] delta) => Near(got.B1, delta)
            && Near(got.W1, [.. delta.Select(d => (double[])[.. net.X[0].Select(x => d * x)])]);
        double[] Times(Func<int, double> slope) => [.. back.Select((b, r) => b * slope(r))];
        return got switch
        {
            _ when Are(back) && !Near(back, want.B1) => " The slope of tanh is missing: that is Delta, and not delta.",
            _ when Are(Times(r => h[r])) => " You multiplied by h; the slope of tanh is 1 - h squared.",
            _ when Are(Times(r => h[r] * (1 - h[r]))) => " h (1 - h) belongs to the sigmoid. This layer is tanh.",
            _ when Are(Times(r => 1 - (pre[r] * pre[r]))) => " 1 - a squared: the square is of h.",
            _ when Are([.. h.Select(v => (1 - (v * v)) * (y - net.T[0]))]) =>
                " The blame reached the hidden nodes without their weights W2.",
            _ when Near(got.B1, want.B1) && Near(got.W1, [.. want.B1.Select(d => net.X[0].Select(_ => d).ToArray())]) =>
                " dB1 is right. For W1 each delta is multiplied by the input x.",
            _ when Near(got.W1, want.W1) && got.B1.All(v => v == 0) =>
                " dW1 is right, and the biases learn nothing: their input is 1.",
            _ when Near(got.B1, want.B1) => " dB1 is right, dW1 is not.",
            _ when Near(got.W1, want.W1) => " dW1 is right, dB1 is not.",
            _ => "",
        };
    }

    /// <summary>The four arrays that an answer returns.</summary>
    private sealed record Slopes(double[][] W1, double[] B1, double[][] W2, double[] B2)
    {
        public static Slopes Of(Grads answer, Net net)
        {
            Net copy = net.Duplicate();
            return From(answer(copy.X, copy.T, copy.W1, copy.B1, copy.W2, copy.B2));
        }

        public static Slopes From((double[][] W1, double[] B1, double[][] W2, double[] B2) got) =>
            new(got.W1 ?? [], got.B1 ?? [], got.W2 ?? [], got.B2 ?? []);

        public string? Misfit(Net net)
        {
            static string Shape(double[][] w) => $"{w.Length} x {(w.Length > 0 ? w[0]?.Length ?? 0 : 0)}";
            return Shape(W1) != Shape(net.W1) ? $"dW1 is {Shape(W1)}, W1 is {Shape(net.W1)}."
                : Shape(W2) != Shape(net.W2) ? $"dW2 is {Shape(W2)}, W2 is {Shape(net.W2)}."
                : B1.Length != net.B1.Length ? $"dB1 has {B1.Length} numbers, b1 has {net.B1.Length}."
                : B2.Length != 1 ? $"dB2 has {B2.Length} numbers, b2 has 1." : null;
        }

        public bool Is(Slopes want, double factor = 1, double tolerance = 1e-6)
        {
            double[] Scaled(double[] values) => [.. values.Select(v => factor * v)];
            return Near(W1, [.. want.W1.Select(Scaled)], tolerance) && Near(B1, Scaled(want.B1), tolerance)
                && Near(W2, [.. want.W2.Select(Scaled)], tolerance) && Near(B2, Scaled(want.B2), tolerance);
        }
    }

    /// <summary>A network with a tanh layer and a sigmoid output, and the examples that it sees.</summary>
    private sealed record Net(double[][] X, double[] T, double[][] W1, double[] B1, double[][] W2, double[] B2)
    {
        public static Net Pick(Random random, int examples)
        {
            int inputs = random.Next(2, 4), hidden = random.Next(2, 4);
            return new Net(
                Numbers.Pick(random, examples, inputs, 0.3, 1.5),
                [.. Enumerable.Range(0, examples).Select(i => (double)((i + inputs) % 2))],
                Numbers.Pick(random, hidden, inputs, -1, 1),
                Numbers.Pick(random, hidden, 0.1, 0.6),
                Numbers.Pick(random, 1, hidden, 0.4, 1.6),
                Numbers.Pick(random, 1, -0.5, 0.5));
        }

        public Net Duplicate() => new(Copy(X), [.. T], Copy(W1), [.. B1], Copy(W2), [.. B2]);

        public Net Only(int example) => this with { X = [X[example]], T = [T[example]] };

        public string Name(bool isGiven) => isGiven
            ? "the example of the statement"
            : $"x {Text(X[0])}, t {Text(T[0])}, W1 {Text(W1)}, b1 {Text(B1)}, W2 {Text(W2)}, b2 {Text(B2)}";

        public double[] Pre(int n) => [.. W1.Select((row, r) => B1[r] + row.Zip(X[n], (w, x) => w * x).Sum())];

        public (double[] H, double Y) Forward(int n)
        {
            double[] h = [.. Pre(n).Select(Math.Tanh)];
            return (h, L09Output.Sigma(B2[0] + W2[0].Zip(h, (w, v) => w * v).Sum()));
        }

        public Slopes Gradient()
        {
            var sum = new Slopes(Copy(W1.Select(r => new double[r.Length])), new double[B1.Length], [new double[B1.Length]], [0]);
            for (int n = 0; n < X.Length; n++)
            {
                var (h, y) = Forward(n);
                double delta = (y - T[n]) / X.Length;
                sum.B2[0] += delta;
                for (int r = 0; r < h.Length; r++)
                {
                    double below = (1 - (h[r] * h[r])) * W2[0][r] * delta;
                    sum.W2[0][r] += delta * h[r];
                    sum.B1[r] += below;
                    for (int k = 0; k < X[n].Length; k++)
                        sum.W1[r][k] += below * X[n][k];
                }
            }
            return sum;
        }

        public double[] Flat() => [.. X.SelectMany(r => r), .. T, .. Parameters()];

        public Slopes Nudged() => With(Nudge(p =>
        {
            Slopes moved = With(p);
            Net net = this with { W1 = moved.W1, B1 = moved.B1, W2 = moved.W2, B2 = moved.B2 };
            return net.Loss();
        }, Parameters()));

        private double[] Parameters() => [.. W1.SelectMany(r => r), .. B1, .. W2[0], .. B2];

        private Slopes With(double[] p)
        {
            int inputs = W1[0].Length, hidden = W1.Length, at = inputs * hidden;
            return new Slopes(
                [.. Enumerable.Range(0, hidden).Select(r => p[(r * inputs)..((r + 1) * inputs)])],
                p[at..(at + hidden)],
                [p[(at + hidden)..(at + (2 * hidden))]],
                [p[^1]]);
        }

        private double Loss() => Enumerable.Range(0, X.Length).Average(n =>
        {
            double y = Forward(n).Y;
            return -Math.Log(T[n] == 1 ? y : 1 - y);
        });
    }
}
