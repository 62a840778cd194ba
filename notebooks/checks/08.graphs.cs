namespace Backprop.Checks;

/// <summary>Makes random recipes and computes what they should give.</summary>
internal static class RecipeOracle
{
    private static readonly string[] Operations = ["+", "*", "tanh", "relu", "pow"];

    // Nudging across the corner of a ReLU would compare with a slope that is not there.
    private const double CornerMargin = 1e-3;

    /// <summary>A recipe of 1–3 inputs and up to 15 steps, whose ReLUs all stay away from their corner.</summary>
    public static Recipe Random(Random random)
    {
        while (true)
        {
            Recipe recipe = Draw(random);
            if (DistanceToCorner(recipe) > CornerMargin)
                return recipe;
        }
    }

    /// <summary>The output of a recipe on other inputs.</summary>
    public static double Value(Recipe recipe, IReadOnlyList<double> inputs) => Values(recipe, inputs)[^1];

    /// <summary>The slope of the output with respect to one input, by nudging.</summary>
    public static double Slope(Recipe recipe, int input)
    {
        double[] inputs = [.. recipe.Inputs];
        return Numbers.Nudge(
            x =>
            {
                inputs[input] = x;
                return Value(recipe, inputs);
            },
            recipe.Inputs[input]);
    }

    private static List<double> Values(Recipe recipe, IReadOnlyList<double> inputs)
    {
        var values = new List<double>(inputs);
        foreach (RecipeStep step in recipe.Steps)
        {
            values.Add(step.Do switch
            {
                "+" => values[step.A] + values[step.B],
                "*" => values[step.A] * values[step.B],
                "tanh" => Math.Tanh(values[step.A]),
                "relu" => Math.Max(0, values[step.A]),
                _ => Math.Pow(values[step.A], step.K),
            });
        }
        return values;
    }

    private static double DistanceToCorner(Recipe recipe)
    {
        List<double> values = Values(recipe, recipe.Inputs);
        return recipe.Steps
            .Where(step => step.Do == "relu")
            .Select(step => Math.Abs(values[step.A]))
            .DefaultIfEmpty(double.MaxValue)
            .Min();
    }

    private static Recipe Draw(Random random)
    {
        double[] inputs = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (random.NextDouble() * 3) - 1.5)];
        var steps = new List<RecipeStep>();
        int count = random.Next(3, 13);
        while (steps.Count < count)
        {
            int known = inputs.Length + steps.Count;
            string operation = Operations[random.Next(Operations.Length)];
            int a = random.Next(known);
            if (operation == "pow")
            {
                // Squared after tanh, so that numbers do not run away.
                steps.Add(new RecipeStep("tanh", a));
                steps.Add(new RecipeStep("pow", known, K: 2));
            }
            else
            {
                steps.Add(new RecipeStep(operation, a, operation is "+" or "*" ? random.Next(known) : -1));
            }
        }
        steps.Add(new RecipeStep("tanh", inputs.Length + steps.Count - 1));
        return new Recipe(inputs, [.. steps]);
    }
}

/// <summary>Makes wirings and computes what a walk back should give.</summary>
internal static class WiringOracle
{
    /// <summary>The slope of the output with respect to each node.</summary>
    public static double[] Slopes(Wiring wiring)
    {
        var slopes = new double[wiring.Nodes.Length];
        slopes[wiring.Output] = 1;
        for (int i = wiring.Output; i >= 0; i--)
        {
            foreach (var (node, local) in wiring.Nodes[i].Inputs)
                slopes[node] += slopes[i] * local;
        }
        return slopes;
    }

    /// <summary>A graph of 4–15 nodes; inputs may be used several times.</summary>
    public static Wiring Random(Random random)
    {
        int count = random.Next(4, 16);
        var nodes = Enumerable.Range(0, count).Select(i => (random.NextDouble(), Inputs(i)));
        return new Wiring([.. nodes], count - 1);

        (int, double)[] Inputs(int node) => node < 2
            ? []
            : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (random.Next(node), Local(random)))];
    }

    /// <summary>One input, layers of two nodes, one output; every local derivative and every slope is ½.</summary>
    public static Wiring Ladder(int layers)
    {
        var nodes = new List<(double, (int, double)[])> { (1, []) };
        for (int layer = 1; layer <= layers; layer++)
        {
            (int, double)[] before = layer == 1 ? [(0, 0.5)] : [(nodes.Count - 2, 0.5), (nodes.Count - 1, 0.5)];
            nodes.Add((1, before));
            nodes.Add((1, before));
        }
        nodes.Add((1, [(nodes.Count - 2, 0.5), (nodes.Count - 1, 0.5)]));
        return new Wiring([.. nodes], nodes.Count - 1);
    }

    /// <summary>A local derivative between −2 and 2 with two decimals.</summary>
    public static double Local(Random random)
    {
        return Math.Round((random.NextDouble() * 4) - 2, 2);
    }
}
