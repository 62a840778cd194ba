using static Backprop.Checks.Numbers;
using ResidualLayer = System.Func<double[], double[][], double[], double[], (double[] Y, double[] Dx)>;
using TrainAndAsk = System.Func<string, string[], int, double[][]>;

namespace Backprop.Checks;

/// <summary>L20.b: x + ReLU(W x + b), and its slopes.</summary>
internal static class L20Residual
{
    public static string? Forward(ResidualLayer layer, Random random) => Several(layer, random, true);

    public static string? Backward(ResidualLayer layer, Random random) => Several(layer, random, false);

    public static string? Nudged(ResidualLayer layer, Random random)
    {
        double[] x = Pick(random, 3, -2, 2), dy = Pick(random, 3, -2, 2), nothing = new double[3];
        var (y, dx) = layer([.. x], [[0, 0, 0], [0, 0, 0], [0, 0, 0]], nothing, [.. dy]);
        if (!Near(y, x) || !Near(dx, dy))
            return $"all weights 0, x = {Text(x)}, dy = {Text(dy)}: everything should pass; yours are {Text(y)} and {Text(dx)}. (A sum "
                + "of exactly 0 has slope 0.)";
        for (int trial = 0; trial < 6; trial++)
        {
            Case c = Case.Draw(random, random.Next(2, 5)), before = c.Copy();
            var got = layer(c.X, c.W, c.B, c.Dy);
            if (!c.IsAs(before))
                return "an array has other numbers after the call than before. Make new ones for Y and Dx.";
            double[] nudged = Nudge(v => (c with { X = v }).Output().Zip(c.Dy, (a, b) => a * b).Sum(), c.X);
            if (!Near(got.Dx, nudged, 1e-5))
                return $"x = {Text(c.X)}: nudging says {Text(nudged)}, yours is {Text(got.Dx)}.";
        }
        return null;
    }

    private static string? Several(ResidualLayer layer, Random random, bool isForward)
    {
        // One row is open, one closed, and W is not symmetric: each usual mistake has numbers of its own.
        Case first = new([1, 2], [[1, 3], [-2, -1]], [0.5, 1], [2, 5]);
        if (Fault(layer, first, isForward) is { } fault)
            return fault;
        for (int trial = 0; trial < 10; trial++)
            if (Fault(layer, Case.Draw(random, random.Next(2, 5)), isForward) is { } other)
                return other;
        return null;
    }

    private static string? Fault(ResidualLayer layer, Case c, bool isForward)
    {
        Case copy = c.Copy();
        var (y, dx) = layer(copy.X, copy.W, copy.B, copy.Dy);
        double[]? got = isForward ? y : dx;
        double[] want = isForward ? c.Output() : c.Slopes();
        if (Near(got, want))
            return null;
        string start = $"x = {Text(c.X)}, W = {Text(c.W)}, b = {Text(c.B)}{(isForward ? "" : $", dy = {Text(c.Dy)}")}";
        string cause = isForward ? CauseOfY(got, c) : CauseOfDx(got, c);
        return $"{start}: {(isForward ? "Y" : "Dx")} should be {Text(want)}, yours is {Text(got)}.{cause}";
    }

    private static string CauseOfY(double[]? got, Case c)
    {
        double[] z = c.Sums(), bent = [.. z.Select(v => Math.Max(0, v))];
        return 0 switch
        {
            _ when Near(got, bent) => " That is the layer alone: x has to be added.",
            _ when Near(got, c.X) => " That is x alone: the layer has to be added.",
            _ when Near(got, Add(c.X, z)) => " ReLU is missing.",
            _ when Near(got, [.. Add(c.X, z).Select(v => Math.Max(0, v))]) =>
                " ReLU came after the sum. Here x is added after ReLU.",
            _ when Near(got, (c with { B = new double[c.B.Length] }).Output()) => " The bias is missing.",
            _ when Near(got, (c with { W = Turn(c.W) }).Output()) => " W was read by columns: W[r][k] has the row first.",
            _ => "",
        };
    }

    private static string CauseOfDx(double[]? got, Case c)
    {
        double[] want = c.Slopes(), open = [.. c.Sums().Select((z, r) => z > 0 ? c.Dy[r] : 0)];
        return 0 switch
        {
            _ when Near(got, c.Dy) => " That is dy: the way past the layer. The way through it is missing.",
            _ when Near(got, [.. want.Zip(c.Dy, (a, b) => a - b)]) => " The way past the layer is missing: add dy.",
            _ when Near(got, Add(c.Dy, Through(Turn(c.W), c.Dy))) =>
                " The slope of ReLU is missing: where the sum was not positive, nothing comes back.",
            _ when Near(got, Add(c.Dy, Through(c.W, open))) =>
                " W lies the wrong way: on the way back, row r spreads dy[r] over all inputs k.",
            _ when Near(got, Add(c.Dy, open)) => " The weights are missing on the way through.",
            _ when Near(got, Add(open, Through(Turn(c.W), open))) =>
                " ReLU stopped the way past the layer, too. That one is always open.",
            _ => "",
        };
    }

    private static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (p, q) => p + q)];

    private static double[] Through(double[][] w, double[] v) => [.. w.Select(row => row.Zip(v, (a, b) => a * b).Sum())];

    private static double[][] Turn(double[][] w) => [.. w[0].Select((_, c) => w.Select(row => row[c]).ToArray())];

    private sealed record Case(double[] X, double[][] W, double[] B, double[] Dy)
    {
        public static Case Draw(Random random, int width)
        {
            while (true)
            {
                Case c = new(
                    Pick(random, width, -2, 2), Pick(random, width, width, -2, 2), Pick(random, width, -1, 1),
                    Pick(random, width, -3, 3));
                // Away from ReLU's corner, where nudging and the rule differ.
                if (c.Sums().All(z => Math.Abs(z) > 0.01))
                    return c;
            }
        }

        public double[] Sums() => Add(Through(W, X), B);

        public double[] Output() => Add(X, [.. Sums().Select(z => Math.Max(0, z))]);

        public double[] Slopes() => Add(Dy, Through(Turn(W), [.. Sums().Select((z, r) => z > 0 ? Dy[r] : 0)]));

        public Case Copy() => new([.. X], Numbers.Copy(W), [.. B], [.. Dy]);

        public bool IsAs(Case other) =>
            X.SequenceEqual(other.X) && B.SequenceEqual(other.B) && Dy.SequenceEqual(other.Dy) && Near(W, other.W, 0);
    }
}

/// <summary>L20.d: a model that is asked before and after its training.</summary>
internal static class L20Training
{
    public static string? New(TrainAndAsk train, Random random)
    {
        Text text = Text.Draw(random);
        double[][] shares = train(text.All, text.Prompts, 0);
        if (Shape(shares, text) is { } fault)
            return fault;
        double surprise = text.Surprise(shares), blind = Math.Log(text.Letters.Length);
        if (Math.Abs(surprise - blind) > 0.5)
            return $"0 steps: a new model should be as surprised as a blind one, about {Short(blind)}; yours is {Short(surprise)}. "
                + "Was it trained already, or are these not the shares of the next letter?";
        return shares.All(row => Near(row, shares[0], 1e-9))
            ? "0 steps: every prompt gets exactly the same shares. Run the model on each prompt, and take its last position."
            : null;
    }

    public static string? Learns(TrainAndAsk train, Random random) => Trained(train, random, 40, (blind, _) => 0.75 * blind);

    public static string? BeatsCounting(TrainAndAsk train, Random random) =>
        Trained(train, random, 120, (_, counting) => 0.8 * counting);

    private static string? Trained(TrainAndAsk train, Random random, int steps, Func<double, double, double> goal)
    {
        Text text = Text.Draw(random);
        double[][] shares = train(text.All, text.Prompts, steps);
        if (Shape(shares, text) is { } fault)
            return fault;
        double blind = Math.Log(text.Letters.Length), counting = text.Counting(), got = text.Surprise(shares);
        return got <= goal(blind, counting)
            ? null
            : $"after {steps} steps the average surprise at the next letter is {Short(got)}; blind is {Short(blind)}, counting pairs "
                + $"{Short(counting)}, and {Short(goal(blind, counting))} is asked for.{Cause(shares, text, got, blind)}";
    }

    private static string Cause(double[][] shares, Text text, double got, double blind)
    {
        double copied = shares.Select((row, i) => row[Array.IndexOf(text.Letters, text.Prompts[i][^1])]).Average();
        bool sameStartSameShares = text.Prompts.Select((prompt, i) => (First: prompt[0], Row: shares[i]))
            .GroupBy(pair => pair.First).All(group => group.All(pair => Near(pair.Row, group.First().Row, 1e-4)));
        return 0 switch
        {
            _ when copied > 0.5 =>
                " It repeats the last letter that it saw: the target is the input itself. Shift it by one letter.",
            _ when sameStartSameShares =>
                " Prompts with the same first letter get the same shares: take the last position, [0, ^1], not the first.",
            _ when Math.Abs(got - blind) < 0.25 =>
                " It knows as little as a new model. Is the optimizer's Step called, after Backward?",
            _ when got > blind => " It is worse than a blind model: does the step go uphill, or are old gradients added to new ones?",
            _ => " It learns, but too slowly: ZeroGrad in every step? Scores, and not shares, into CrossEntropy? Rate 0.01?",
        };
    }

    private static string? Shape(double[][]? shares, Text text)
    {
        if (shares?.Length != text.Prompts.Length)
            return $"{text.Prompts.Length} prompts need {text.Prompts.Length} rows; yours are {shares?.Length ?? 0}.";
        if (shares.FirstOrDefault(row => row?.Length != text.Letters.Length) is { } odd)
            return $"the text has {text.Letters.Length} different characters, so a row needs as many shares; yours has {odd.Length}.";
        if (shares.Any(row => row is null))
            return "a row is null.";
        if (shares.FirstOrDefault(row => row.Any(p => !(p >= 0)) || !Near(row.Sum(), 1, 1e-3)) is { } bad)
            return $"shares are not negative and add up to 1; a row of yours adds up to {Short(bad.Sum())}"
                + $"{(bad.Min() < 0 ? " and holds negative numbers: are those the scores? Softmax them" : "")}.";
        return null;
    }

    private static string Short(double value) => Numbers.Text(Math.Round(value, 2));

    /// <summary>Sentences of a small grammar, and prompts with the letter that follows.</summary>
    private sealed record Text(string All, char[] Letters, string[] Prompts, string Truth)
    {
        public static Text Draw(Random random)
        {
            string[] adjectives = ["old", "small", "red", "happy"], places = ["garden", "house", "river", "forest"];
            (string Name, string Sound)[] animals =
                [("cat", "meows"), ("dog", "barks"), ("bird", "sings"), ("fox", "howls"), ("cow", "moos")];
            string Sentence()
            {
                var animal = animals[random.Next(animals.Length)];
                return $"the {adjectives[random.Next(4)]} {animal.Name} {animal.Sound} in the {places[random.Next(4)]}.\n";
            }
            string all = string.Concat(Enumerable.Range(0, 180).Select(_ => Sentence()));
            string[] asked = [.. Enumerable.Range(0, 60).Select(_ => Sentence())];
            int[] cuts = [.. asked.Select(sentence => random.Next(6, Math.Min(30, sentence.Length - 1)))];
            return new(
                all, [.. all.Distinct().Order()], [.. asked.Zip(cuts, (sentence, cut) => sentence[..cut])],
                string.Concat(asked.Zip(cuts, (sentence, cut) => sentence[cut])));
        }

        public double Surprise(double[][] shares) =>
            shares.Select((row, i) => -Math.Log(Math.Max(1e-9, row[Array.IndexOf(Letters, Truth[i])]))).Average();

        /// <summary>The surprise of somebody who has counted which letter follows which.</summary>
        public double Counting()
        {
            var pairs = All.Zip(All.Skip(1)).CountBy(pair => pair).ToDictionary();
            var starts = All.SkipLast(1).CountBy(letter => letter).ToDictionary();
            return Prompts.Select((prompt, i) =>
                -Math.Log((pairs.GetValueOrDefault((prompt[^1], Truth[i])) + 0.01) / starts[prompt[^1]])).Average();
        }
    }
}
