using System.Globalization;
using static Backprop.Checks.Numbers;
using LogisticGrad = System.Func<double[][], double[], double[], double, (double[] W, double B)>;
using LogLoss = System.Func<double, double, double>;

namespace Backprop.Checks;

/// <summary>L03.c: the log loss from the score, where doubles are kind and where they are not.</summary>
internal static class L03LogLoss
{
    // The scores of the 13 people of the lesson at w = (1, 1), b = 0, and whether they are insured.
    private static readonly (double Score, double Answer)[] Table =
    [
        (23, 0), (25, 0), (48, 1), (52, 0), (47, 1), (57, 1), (55, 0), (60, 1), (63, 1), (62, 1), (19, 0), (29, 0), (27, 0),
    ];

    private const string LetExpSeeNegatives = " Let exp see only negative numbers.";

    public static double Right(double z, double y)
    {
        double wrongWay = y == 1 ? -z : z;
        return Math.Max(wrongWay, 0) + double.LogP1(Math.Exp(-Math.Abs(wrongWay)));
    }

    public static string? Ordinary(LogLoss loss, Random random)
    {
        double[] scores =
        [
            .. Enumerable.Range(0, 6).Select(_ => Pick(random, 0.5, 4)),
            .. Enumerable.Range(0, 6).Select(_ => Pick(random, -4, -0.5)),
            0,
        ];
        foreach (double z in scores)
            foreach (double y in (double[])[1, 0])
            {
                double got = loss(z, y), want = Right(z, y);
                if (!Near(got, want))
                    return $"{Call(z, y)} should be {Text(want)}, yours is {Text(got)}.{Cause(got, want, z, y)}";
            }
        return null;
    }

    public static string? SureAndMistaken(LogLoss loss, Random random)
    {
        foreach (double size in (double[])[52, 800, Math.Round(40 + (600 * random.NextDouble())), 30, 1e6])
            foreach (double y in (double[])[0, 1])
            {
                double z = y == 1 ? -size : size;
                double got = loss(z, y);
                if (!Near(got, size, 1e-9))
                    return $"{Call(z, y)} should be {Text(size)}, yours is {Small(got)}.{CauseOfMistaken(got, size)}";
            }
        return null;
    }

    public static string? SureAndRight(LogLoss loss, Random random)
    {
        foreach (double size in (double[])[40, 800, Math.Round(40 + (600 * random.NextDouble())), 1e6])
            foreach (double y in (double[])[0, 1])
            {
                double z = y == 1 ? size : -size;
                double got = loss(z, y);
                if (got is >= 0 and < 1e-12)
                    continue;
                string cause = double.IsFinite(got)
                    ? " The model is sure and right: it pays nothing."
                    : " exp overflowed on the way." + LetExpSeeNegatives;
                return $"{Call(z, y)} should be 0, yours is {Small(got)}.{cause}";
            }
        return null;
    }

    public static string? People(LogLoss loss, Random random)
    {
        double got = Table.Average(row => loss(row.Score, row.Answer));
        return Near(got, 230 / 13.0)
            ? null
            : $"the mean over the 13 people should be {Text(230 / 13.0)}, yours is {Text(got)}.";
    }

    private static string Cause(double got, double want, double z, double y)
    {
        double p = L03Gradient.Sigma(z);
        return got switch
        {
            _ when Near(got, Right(z, 1 - y)) =>
                " That is the loss for the other answer. For y = 1 the model should have said a large p.",
            _ when Near(got, -want) =>
                " The sign: a probability has a negative logarithm, and the loss is minus that.",
            _ when Near(got, want / Math.Log(10)) =>
                " That is the base-10 logarithm; the log loss uses the natural one, Math.Log.",
            _ when Near(got, want / Math.Log(2)) =>
                " That is the base-2 logarithm; the log loss uses the natural one, Math.Log.",
            _ when Near(got, (p - y) * (p - y)) => " That is the squared error of the probability.",
            0 when y == 0 => " A row with y = 0 costs something too: -log(1 - p).",
            _ when Near(got, y == 1 ? -Math.Log(z) : -Math.Log(1 - z)) =>
                " You took the score for a probability. p is sigma(z).",
            double.NaN => " A logarithm of a negative number is NaN. z is the score; p is sigma(z).",
            _ => "",
        };
    }

    private static string CauseOfMistaken(double got, double size) => got switch
    {
        double.PositiveInfinity when size > 700 =>
            " exp became larger than a double can hold, or a log got 0." + LetExpSeeNegatives,
        double.PositiveInfinity =>
            " sigma(z) has become exactly 1 or 0, and the log gets 0. Work with z and not with p.",
        double.NaN => " NaN comes from infinity minus infinity: exp overflowed." + LetExpSeeNegatives,
        0 => " A model that is so sure and so mistaken has to pay.",
        _ when got > 10 && got < size =>
            $" It stops growing, as if p were clipped at about {Small(Math.Exp(-got))}. No clipping: work with z.",
        _ => "",
    };

    private static string Call(double z, double y) => $"LogLoss({Text(z)}, {Text(y)})";

    // 0.00000001 as 1e-8: in these messages it matters that it is not 0.
    private static string Small(double value) =>
        value != 0 && Math.Abs(value) < 1e-5 ? value.ToString("0e0", CultureInfo.InvariantCulture) : Text(value);
}

/// <summary>L03.d: the gradient of the mean log loss, on one row, on a few, and against nudging.</summary>
internal static class L03Gradient
{
    public static double Sigma(double z) => 1 / (1 + Math.Exp(-z));

    public static string? OneRow(LogisticGrad gradient, Random random)
    {
        var first = new Model([[2, 1]], [1], [0, 0], 0);
        if (Fault(gradient, first, "row [2, 1], y = 1, all parameters 0") is { } fault)
            return fault;
        for (int trial = 0; trial < 5; trial++)
        {
            double[] row = Row(random, 2);
            double[] w = [Pick(random, 0.5, 2), Pick(random, -2, -0.5)];
            var model = new Model([row], [trial % 2], w, Pick(random, 0.5, 1));
            string what = $"row {Text(row)}, y = {trial % 2}, w = {Text(w)}, b = {Text(model.B)}";
            if (Fault(gradient, model, what) is { } other)
                return other;
        }
        return null;
    }

    public static string? Rows(LogisticGrad gradient, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            Model model = Model.Pick(random, random.Next(2, 6), inputs: 2);
            if (Fault(gradient, model, $"{model.X.Length} rows") is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Tables(LogisticGrad gradient, Random random)
    {
        for (int trial = 0; trial < 20; trial++)
        {
            Model model = Model.Pick(random, random.Next(1, 8), random.Next(1, 5));
            Model before = model.Copy();
            var got = gradient(model.X, model.Y, model.W, model.B);
            if (!model.IsAs(before))
                return "X or w has other numbers after the call than before. Leave them as they are: this function only "
                    + "measures, the step comes later.";
            if (Length(got.W, model) is { } fault)
                return fault;
            for (int k = 0; k <= model.W.Length; k++)
            {
                double nudged = model.Slope(k), mine = k < model.W.Length ? got.W[k] : got.B;
                if (!Near(mine, nudged, 1e-5))
                    return $"rows: {model.X.Length}, inputs: {model.W.Length}: nudging "
                        + $"{(k < model.W.Length ? $"weight {k}" : "the bias")} says {Text(nudged)}, yours is {Text(mine)}.";
            }
        }
        return null;
    }

    private static string? Fault(LogisticGrad gradient, Model model, string what)
    {
        Model copy = model.Copy();
        var got = gradient(copy.X, copy.Y, copy.W, copy.B);
        if (Length(got.W, model) is { } fault)
            return fault;
        var want = model.Gradient((z, y) => Sigma(z) - y);
        return Same(got, want)
            ? null
            : $"{what}: W should be {Text(want.W)} and B {Text(want.B)}; yours are {Text(got.W)} and "
                + $"{Text(got.B)}.{Cause(got, want, model)}";
    }

    private static string? Length(double[]? slopes, Model model) => slopes is { } w && w.Length == model.W.Length
        ? null
        : $"with {model.W.Length} weights W needs as many slopes; yours has {slopes?.Length ?? 0}.";

    private static string Cause((double[] W, double B) got, (double[] W, double B) want, Model model) => got switch
    {
        _ when Same(got, want, -1) => " All signs are turned round: it is p - y, not y - p.",
        _ when model.X.Length > 1 && Same(got, want, model.X.Length) =>
            " Those are sums. Divide by the number of rows.",
        _ when Same(got, model.Gradient((z, y) => z - y)) =>
            " You used the score in place of the probability: p is sigma(score).",
        _ when Same(got, model.Gradient((z, y) => (Sigma(z) - y) * Sigma(z) * (1 - Sigma(z)))) =>
            " There is a factor p (1 - p) too many. It belongs to the squared error; in the log loss it cancels.",
        _ when Same(got, (model with { B = 0 }).Gradient((z, y) => Sigma(z) - y)) => " The score lacks the bias.",
        _ when Near(got.B, want.B) && got.W.All(slope => Near(slope, want.B)) =>
            " B is right. For a weight, each miss is multiplied by that weight's input.",
        _ when Near(got.B, want.B) => " B is right, W is not.",
        _ when got.W.Zip(want.W, (mine, right) => Near(mine, right)).All(near => near) => " W is right, B is not.",
        _ => "",
    };

    private static bool Same((double[] W, double B) got, (double[] W, double B) want, double factor = 1) =>
        Near(got.B, factor * want.B) && got.W.Zip(want.W, (mine, right) => Near(mine, factor * right)).All(near => near);

    // Never 0: with it some mistakes would not show.
    private static double[] Row(Random random, int inputs) =>
        [.. Enumerable.Range(0, inputs).Select(_ => Pick(random, 0.2, 2) * (random.Next(2) == 0 ? -1 : 1))];

    /// <summary>A logistic model and the table that it looks at.</summary>
    private sealed record Model(double[][] X, double[] Y, double[] W, double B)
    {
        public static Model Pick(Random random, int rows, int inputs) => new(
            [.. Enumerable.Range(0, rows).Select(_ => Row(random, inputs))],
            [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(2))],
            Row(random, inputs),
            Numbers.Pick(random, 0.3, 1));

        public Model Copy() => new([.. X.Select(row => row.ToArray())], [.. Y], [.. W], B);

        public bool IsAs(Model other) =>
            W.SequenceEqual(other.W) && Y.SequenceEqual(other.Y) && X.Zip(other.X, (a, b) => a.SequenceEqual(b)).All(same => same);

        /// <summary>The mean of input times miss for each weight, and of the miss for the bias.</summary>
        public (double[] W, double B) Gradient(Func<double, double, double> miss)
        {
            double[] misses = [.. X.Select((row, i) => miss(Score(row, W, B), Y[i]))];
            return ([.. W.Select((_, k) => misses.Select((value, i) => value * X[i][k]).Average())], misses.Average());
        }

        /// <summary>The slope of the mean log loss for weight k, or for the bias after the last weight, by nudging.</summary>
        public double Slope(int k) => Nudge(
            value => k < W.Length ? Loss([.. W[..k], value, .. W[(k + 1)..]], B) : Loss(W, value),
            k < W.Length ? W[k] : B);

        private double Loss(double[] w, double b) => X.Select((row, i) => L03LogLoss.Right(Score(row, w, b), Y[i])).Average();

        private static double Score(double[] row, double[] w, double b) => row.Zip(w, (x, weight) => x * weight).Sum() + b;
    }
}
