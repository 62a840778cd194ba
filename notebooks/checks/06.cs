using static Backprop.Checks.Numbers;
using Collapse = System.Func<double[][], double[], double[][], double[], (double[][] W, double[] B)>;
using Forward = System.Func<double[], double[][][], double[][], double[]>;
using MyXor = System.Func<(double[][] W1, double[] B1, double[] W2, double B2)>;
using SineNet = System.Func<(double[] W, double[] B, double[] V, double C)>;

namespace Backprop.Checks;

/// <summary>Lesson 6: the forward pass, two layers in one, XOR by hand, a sine from corners. 20 points.</summary>
public sealed class L06 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L06.a", "The forward pass")
        {
            Signature = "double[] Forward(double[] x, double[][][] weights, double[][] biases)",
            Parts =
            [
                new Part<Forward>("one layer", 1, L06Forward.OneLayer),
                new Part<Forward>("two layers", 2, L06Forward.TwoLayers, "one layer"),
                new Part<Forward>("any number of layers", 1, L06Forward.ManyLayers, "two layers"),
                new Part<Forward>("the arrays stay as they are", 1, L06Forward.Untouched, "two layers"),
            ],
            Hints =
            [
                "What goes into the first layer, and what goes into the second? One variable can hold both, one after the "
                + "other.",
                "One layer: a new array, with one number for each row of the layer's matrix. Only when it is complete does it "
                + "become the input of the next layer.",
                "Start with h = x. For each layer l: for each row r start at biases[l][r] and add weights[l][r][k] * h[k]. If "
                + "l is not the last layer, negative sums become 0. Then h is the new array.",
            ],
        },
        new("L06.b", "Collapse two layers")
        {
            Signature = "(double[][] W, double[] B) Collapse(double[][] W1, double[] b1, double[][] W2, double[] b2)",
            Parts =
            [
                new Part<Collapse>("two numbers in, two out", 2, L06Collapse.Square),
                new Part<Collapse>("other shapes", 2, L06Collapse.OtherShapes, "two numbers in, two out"),
                new Part<Collapse>("the arrays stay as they are", 1, L06Collapse.Untouched, "two numbers in, two out"),
            ],
            Hints =
            [
                "Section 6 has the formula for both results. Which of the two matrices stands on the left?",
                "Row r, column c of the product: go along row r of W2 and down column c of W1. And the first bias goes through "
                + "the second layer, as any input does.",
                "W[r][c] is the sum over k of W2[r][k] * W1[k][c]. B[r] is b2[r] plus the sum over k of W2[r][k] * b1[k].",
            ],
        },
        new("L06.c", "XOR, with weights of your own")
        {
            Signature = "(double[][] W1, double[] B1, double[] W2, double B2) MyXor()",
            Parts =
            [
                new Part<MyXor>("a network of your own", 1, L06Xor.Shape),
                new Part<MyXor>("the four answers", 3, L06Xor.Answers, "a network of your own"),
                new Part<MyXor>("inputs that are a little off", 1, L06Xor.Steady, "the four answers"),
            ],
            Hints =
            [
                "Which weights and bias make a neuron positive for (1, 0), and zero or negative for the other three?",
                "x1 - x2 is 1 for (1, 0), 0 for (0, 0) and (1, 1), and -1 for (0, 1). What does ReLU make of that?",
                "One neuron takes x1 - x2, another one x2 - x1. At most one of them is on. What has the output to do with the "
                + "two?",
            ],
        },
        new("L06.d", "A sine from at most 40 ReLUs")
        {
            Signature = "(double[] W, double[] B, double[] V, double C) SineNet()",
            Parts =
            [
                new Part<SineNet>("at most 40 ReLUs, with corners in the range", 1, L06Sine.Shape),
                new Part<SineNet>("roughly a sine", 1, L06Sine.Rough, "at most 40 ReLUs, with corners in the range"),
                new Part<SineNet>("within 0.05 everywhere", 3, L06Sine.Fine, "roughly a sine"),
            ],
            Hints =
            [
                "ReLU(w x + b) has its corner where w x + b is 0. Where is that for w = 1 and b = -2?",
                "Cut the range into some 15 to 40 pieces. On each piece the sine is nearly a straight line with a slope that you "
                + "can compute. What has to happen at the border of two pieces?",
                "One ReLU per piece: w = 1, b = minus the piece's left end, v = this piece's slope minus the slope of the piece "
                + "before (for the first piece: its slope). c is the height at x = 0.",
            ],
        },
    ];
}

/// <summary>L06.a: a network run forward, and what it says when a piece is missing.</summary>
internal static class L06Forward
{
    public static string? OneLayer(Forward forward, Random random)
    {
        // Square, not symmetric, with a negative sum and biases: each usual mistake has a result of its own.
        if (Fault(forward, new Net([[[1, 2], [-3, 1]]], [[5, -1]]), [1, 3]) is { } fault)
            return fault;
        if (Fault(forward, new Net([[[1, 2], [-3, 1]]], [[0, -4]]), [1, 2]) is { } second)
            return second;
        return Several(forward, random, 6, () => Net.Pick(random, random.Next(1, 5), random.Next(1, 5)));
    }

    public static string? TwoLayers(Forward forward, Random random)
    {
        // One hidden sum is negative, and every missing piece gives another result.
        if (Fault(forward, new Net([[[1, -2], [2, 1]], [[1, 3]]], [[-1, 0.5], [-2]]), [1, 2]) is { } first)
            return first;
        var xor = new Net([[[1, 1], [1, 1]], [[1, -2]]], [[0, -1], [0]]);
        foreach (double[] x in (double[][])[[0, 0], [0, 1], [1, 0], [1, 1]])
            if (Fault(forward, xor, x) is { } fault)
                return fault;
        return Several(forward, random, 10, () => Net.Pick(random, 2, 3, 2));
    }

    public static string? ManyLayers(Forward forward, Random random) => Several(
        forward, random, 12,
        () => Net.Pick(random, [.. Enumerable.Range(0, random.Next(3, 6)).Select(_ => random.Next(1, 6))]));

    public static string? Untouched(Forward forward, Random random)
    {
        Net net = Net.Pick(random, 3, 4, 2), before = net.Copy();
        double[] x = Pick(random, 3, -2, 2), xBefore = [.. x];
        forward(x, net.W, net.B);
        if (!x.SequenceEqual(xBefore))
            return "x has other numbers after the call than before. Put each layer's result into a new array.";
        return net.IsAs(before)
            ? null
            : "the weights or biases have other numbers after the call than before. A forward pass only reads them.";
    }

    private static string? Several(Forward forward, Random random, int trials, Func<Net> pick)
    {
        for (int trial = 0; trial < trials; trial++)
        {
            Net net = pick();
            if (Fault(forward, net, Pick(random, net.W[0][0].Length, -2, 2)) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? Fault(Forward forward, Net net, double[] x)
    {
        Net copy = net.Copy();
        double[]? got = forward([.. x], copy.W, copy.B);
        double[] want = net.Run(x);
        if (Near(got, want))
            return null;
        string widths = string.Join(", ", net.W.Select(layer => layer.Length).Prepend(x.Length));
        string start = net.W.Length == 1
            ? $"one layer, W = {Text(net.W[0])}, b = {Text(net.B[0])}, x = {Text(x)}"
            : $"widths {widths}, W1 = {Text(net.W[0])}, b1 = {Text(net.B[0])}, x = {Text(x)}";
        if (got is null)
            return $"{start}: null came back. Return the array of the last layer.";
        if (got.Length != want.Length)
            return $"{start}: the last layer has {want.Length} row(s), so {want.Length} number(s) should come out; yours are "
                + $"{got.Length}. The result is as long as the last matrix has rows.";
        return $"{start}: should be {Text(want)}, yours is {Text(got)}.{Cause(got, net, x)}";
    }

    private static string Cause(double[] got, Net net, double[] x)
    {
        bool isDeep = net.W.Length > 1;
        return got switch
        {
            _ when Near(got, x) => " That is the input itself.",
            _ when Near(got, net.Run(x, last: true)) =>
                " Here ReLU came after the last layer, too. The last layer stays as it is.",
            _ when isDeep && Near(got, net.Run(x, hidden: false)) =>
                " Those are layers without ReLU between them. Bend every hidden layer.",
            _ when isDeep && Near(got, net.Run(x, hidden: false, last: true)) =>
                " ReLU is at the end only. It belongs behind the hidden layers.",
            _ when Near(got, (net with { B = Zeros(net.B) }).Run(x)) => " The biases are missing.",
            _ when isDeep && Near(got, (net with { B = [Zeros(net.B)[0], .. net.B[1..]] }).Run(x)) =>
                " The first layer's bias is missing.",
            _ when isDeep && Near(got, net.Run(x, biasAfterBend: true)) =>
                " The bias was added after ReLU. It belongs to the sum before the bend.",
            _ when net.Turned() is { } turned && Near(got, turned.Run(x)) =>
                " The matrix is read by columns: weights[l][r][k] has the row first.",
            _ when isDeep && got.All(double.IsFinite) && Near(got, net.First(x)) => " That is the first layer only.",
            _ => "",
        };
    }

    private static double[][] Zeros(double[][] biases) => [.. biases.Select(bias => new double[bias.Length])];

    /// <summary>The numbers of a network.</summary>
    private sealed record Net(double[][][] W, double[][] B)
    {
        public static Net Pick(Random random, params int[] widths) => new(
            [.. widths.Skip(1).Select((width, l) => Numbers.Pick(random, width, widths[l], -2, 2))],
            [.. widths.Skip(1).Select(width => Numbers.Pick(random, width, -1, 1))]);

        public Net Copy() => new([.. W.Select(Numbers.Copy)], Numbers.Copy(B));

        public bool IsAs(Net other) =>
            W.Zip(other.W, (a, b) => Near(a, b, 0)).All(same => same) && Near(B, other.B, 0);

        public double[] First(double[] x) => new Net([W[0]], [B[0]]).Run(x, last: true);

        public double[] Run(double[] x, bool hidden = true, bool last = false, bool biasAfterBend = false)
        {
            double[] h = x;
            for (int l = 0; l < W.Length; l++)
            {
                bool bends = l < W.Length - 1 ? hidden : last;
                double Bend(double z) => bends ? Math.Max(0, z) : z;
                h = [.. W[l].Select((row, r) =>
                {
                    double sum = row.Zip(h, (w, value) => w * value).Sum();
                    return biasAfterBend ? Bend(sum) + B[l][r] : Bend(sum + B[l][r]);
                })];
            }
            return h;
        }

        /// <summary>With rows and columns swapped; null unless every matrix is square.</summary>
        public Net? Turned() => W.All(layer => layer.Length == layer[0].Length)
            ? this with { W = [.. W.Select(layer => layer.Select((_, r) => layer.Select(row => row[r]).ToArray()).ToArray())] }
            : null;
    }
}
