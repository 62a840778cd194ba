using static Backprop.Checks.Numbers;
using Play = System.Func<Backprop.Recipe, double[]>;
using Slopes = System.Func<Backprop.Wiring, double[]>;

namespace Backprop.Checks;

/// <summary>L08.a: each operation alone, with the wrong rules that people write; then whole formulas.</summary>
internal static class L08Values
{
    /// <summary>One operation played on two numbers, and what should have come.</summary>
    private sealed record Played(double X, double Y, double K, double Value, double Slope);

    public static string? Sum(Play play, Random random) => Try(
        play, random, "+",
        (x, y, _) => (x + y, [1, 1], $"{Text(x)} + {Text(y)}"),
        (played, first, second) => played switch
        {
            _ when (Near(first, played.X) && Near(second, played.Y))
                || (Near(first, played.Y) && Near(second, played.X)) =>
                $"your slopes are {Text(first)} and {Text(second)}, the numbers themselves. "
                + "Nudge one input of a sum by 0.01: the sum moves by 0.01, whatever the other is. Both slopes are 1.",
            _ => null,
        });

    public static string? Product(Play play, Random random) => Try(
        play, random, "*",
        (x, y, _) => (x * y, [y, x], $"{Text(x)} * {Text(y)}"),
        (played, first, second) => played switch
        {
            _ when Near(first, played.X) && Near(second, played.Y) =>
                $"the slope to the first input is {Text(played.Y)}, yours is {Text(first)}. "
                + "You gave each input its own value; in a product each one gets the value of the other.",
            _ when Near(first, 1) && Near(second, 1) =>
                "slopes 1 and 1 are those of a sum. "
                + "In a product a nudge of the first input is multiplied by the second.",
            _ => null,
        });

    public static string? Tanh(Play play, Random random) => Try(
        play, random, "tanh",
        (x, _, _) => (Math.Tanh(x), [1 - (Math.Tanh(x) * Math.Tanh(x)), 0], $"Tanh of {Text(x)}"),
        (played, slope, _) => played switch
        {
            _ when Near(slope, played.Value) =>
                $"your slope {Text(slope)} is tanh itself. The slope is 1 - tanh squared, here {Text(played.Slope)}.",
            _ when Near(slope, 1 - (played.X * played.X)) =>
                $"your slope {Text(slope)} is 1 - x squared. Use the output, not the input: 1 - tanh(x) squared, here "
                + $"{Text(played.Slope)}.",
            _ when Near(slope, 1 - played.Value) =>
                $"your slope {Text(slope)} is 1 - tanh; the square is missing. It should be {Text(played.Slope)}.",
            _ => null,
        });

    public static string? Relu(Play play, Random random) => Try(
        play, random, "relu",
        (x, _, _) => (Math.Max(0, x), [x > 0 ? 1 : 0, 0], $"Relu of {Text(x)}"),
        (played, slope, _) => played switch
        {
            { X: < 0 } => $"the output stays 0 when x moves a little, so the slope is 0; yours is {Text(slope)}. "
                + "The slope has two cases too.",
            { X: 0 } => $"at exactly 0 this course takes slope 0; yours is {Text(slope)}. "
                + "Compare with > rather than >=.",
            _ => null,
        });

    public static string? Pow(Play play, Random random) => Try(
        play, random, "pow",
        (x, _, k) => (Math.Pow(x, k), [k * Math.Pow(x, k - 1), 0], $"{Text(x)}.Pow({Text(k)})"),
        (played, slope, _) => played switch
        {
            _ when Near(slope, Math.Pow(played.X, played.K - 1)) =>
                $"your slope {Text(slope)} lacks the exponent in front: k * x^(k-1) = {Text(played.Slope)}.",
            _ when Near(slope, played.K * played.Value) =>
                $"your slope {Text(slope)} keeps the old exponent. "
                + $"It drops by one: k * x^(k-1) = {Text(played.Slope)}.",
            _ => null,
        });

    public static string? Formulas(Play play, Random random)
    {
        for (int number = 1; number <= 50; number++)
        {
            Recipe recipe = RecipeOracle.Random(random);
            double[] got = play(recipe);
            double value = RecipeOracle.Value(recipe, recipe.Inputs);
            if (!Near(got[0], value))
                return $"formula {number}: value should be {Text(value)}, yours is {Text(got[0])}.";
            for (int i = 0; i < recipe.Inputs.Length; i++)
            {
                double slope = RecipeOracle.Slope(recipe, i);
                double yours = got[1 + i];
                if (!Near(yours, slope, 1e-5))
                    return $"formula {number}: nudging input {i} says slope {Text(slope)}, yours is {Text(yours)}.";
            }
        }
        return null;
    }

    private static string? Try(
        Play play, Random random, string operation,
        Func<double, double, double, (double Value, double[] Slopes, string Call)> rule,
        Func<Played, double, double, string?> diagnose)
    {
        bool two = operation is "+" or "*";
        foreach (var (x, y, k) in Samples(random, operation))
        {
            double[] got = play(new Recipe([x, y], [new RecipeStep(operation, 0, two ? 1 : -1, k)]));
            if (got is not { Length: 3 })
                return "Play must return three numbers here; put that cell back as it was.";
            var (value, slopes, call) = rule(x, y, k);
            if (!Near(got[0], value))
                return $"{call} should be {Text(value)}, yours is {Text(got[0])}. Fix the value first, then the slope.";
            if (Near(got[1], slopes[0]) && Near(got[2], slopes[1]))
                continue;
            string? cause = diagnose(new Played(x, y, k, value, slopes[0]), got[1], got[2]);
            if (cause is null && got[1] == 0 && got[2] == 0)
                cause = "the value is right but no slope arrives. "
                    + "Does new Value(…) receive its inputs with their slopes?";
            string plain = two
                ? $"the slopes should be {Text(slopes[0])} and {Text(slopes[1])}, "
                    + $"yours {Text(got[1])} and {Text(got[2])}."
                : $"the slope should be {Text(slopes[0])}, yours {Text(got[1])}.";
            return $"{call}: {cause ?? plain}";
        }
        return null;
    }

    private static IEnumerable<(double X, double Y, double K)> Samples(Random random, string operation)
    {
        (double X, double Y, double K)[] samples =
        [
            (0.8, -1.5, 3),
            (-1.2, 0.4, -1),
            (0, 0.7, 2),
            .. Enumerable.Range(0, 5).Select(_ =>
                (WiringOracle.Local(random), WiringOracle.Local(random), Math.Round(random.NextDouble() * 4, 1))),
        ];
        // Powers of negative numbers do not exist for every exponent; and Pow has one input.
        return operation == "pow" ? samples.Select(s => (Math.Abs(s.X) + 0.5, 0.0, s.K)) : samples;
    }
}

/// <summary>L08.b: the walk back on graphs that show one mistake each.</summary>
internal static class L08Walk
{
    public static string? XPlusX(Slopes slopes, Random random)
    {
        double x = Math.Round(random.NextDouble() * 5, 1);
        var sum = new Wiring([(x, []), (2 * x, [(0, 1), (0, 1)])], 1);
        return Compare(slopes, sum, (got, _) => Near(got[0], 1)
            ? "for x + x the slope is 2, yours is 1. Two shares come back to x: add them (+=), do not overwrite (=)."
            : null);
    }

    public static string? Shared(Slopes slopes, Random random)
    {
        for (int round = 0; round < 10; round++)
        {
            if (Fork(slopes, random, swapped: round % 2 == 1) is { } fault)
                return fault;
        }
        for (int number = 1; number <= 20; number++)
        {
            if (Compare(slopes, WiringOracle.Random(random)) is { } fault)
                return $"random graph {number}: {fault} "
                    + "Did a node pass its slope on before all its users had reported?";
        }
        return null;
    }

    public static string? Twice(Slopes slopes, Random random)
    {
        var square = new Wiring([(3, []), (9, [(0, 3), (0, 3)]), (18, [(1, 2)])], 2, Calls: 2);
        return Compare(slopes, square, (got, want) =>
            $"after a second call the input has {Text(got[0])} in place of {Text(want[0])}. "
            + "Old slopes were still there: set every Grad in the order to 0 before the walk.");
    }

    public static string? Speed(Slopes slopes, Random random)
    {
        if (Compare(slopes, WiringOracle.Ladder(8)) is { } fault)
            return fault;
        return Effort.StaysSmall(layers => slopes(WiringOracle.Ladder(layers)))
            ? Compare(slopes, WiringOracle.Ladder(200))
            : "right, but each layer doubles the time: 24 layers of 2 have 96 arrows and 16,777,216 paths. "
                + "It walks every path. Visit each node once.";
    }

    /// <summary>
    /// 0 → 1, then 1 feeds 2 and 3, which meet in 4: node 1 must be complete before it passes anything on.
    /// </summary>
    private static string? Fork(Slopes slopes, Random random, bool swapped)
    {
        double a = random.Next(2, 6);
        double b = random.Next(2, 6);
        double c = random.Next(2, 6);
        (int, double)[] last = swapped ? [(3, 1), (2, 1)] : [(2, 1), (3, 1)];
        var fork = new Wiring([(1, []), (a, [(0, a)]), (b, [(1, b)]), (c, [(1, c)]), (b + c, last)], 4);
        return Compare(slopes, fork, (got, want) =>
        {
            string both = $"the input should get {Text(want[0])}, yours is {Text(got[0])}";
            if (Near(got[0], want[0] + (a * b)) || Near(got[0], want[0] + (a * c)))
            {
                return "node 1 feeds two nodes; it passed its slope on before both had reported, and then again. "
                    + $"{char.ToUpperInvariant(both[0])}{both[1..]}. First put the nodes in order, then walk once.";
            }
            return Near(got[0], a * b) || Near(got[0], a * c)
                ? $"one of two ways is lost: {both}. Either a slope was overwritten (= for +=), or node 1 passed its "
                    + "slope on before both had reported."
                : null;
        });
    }

    private static string? Compare(
        Slopes slopes, Wiring wiring, Func<double[], double[], string?>? diagnose = null)
    {
        double[] got = slopes(wiring);
        double[] want = WiringOracle.Slopes(wiring);
        if (got is null || got.Length != want.Length)
            return "Slopes must return one number for each node; put that cell back as it was.";
        if (got.All(slope => slope == 0))
            return "every slope is 0. The walk has to start with a 1: "
                + "the output moves by 1 when the output moves by 1.";
        if (StopsAfterOneStep(wiring, got, want))
        {
            return "the slope comes no further than the inputs of the output. "
                + "You walk from the inputs to the output; go the other way, the output first.";
        }
        int i = Enumerable.Range(0, want.Length).FirstOrDefault(i => !Near(got[i], want[i]), -1);
        return i < 0
            ? null
            : diagnose?.Invoke(got, want) ?? $"node {i} should have slope {Text(want[i])}, yours is {Text(got[i])}.";
    }

    private static bool StopsAfterOneStep(Wiring wiring, double[] got, double[] want)
    {
        var near = wiring.Nodes[wiring.Output].Inputs.Select(input => input.Node).Append(wiring.Output).ToHashSet();
        int[] far = [.. Enumerable.Range(0, want.Length).Where(i => !near.Contains(i))];
        return got[wiring.Output] == 1 && far.Any(i => want[i] != 0) && far.All(i => got[i] == 0);
    }
}
