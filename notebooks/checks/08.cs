using static Backprop.Checks.Numbers;
using Count = System.Func<int, int, (long Paths, long Edges)>;
using Play = System.Func<Backprop.Recipe, double[]>;
using Slopes = System.Func<Backprop.Wiring, double[]>;
using TableOfS = System.Func<int, System.Collections.Generic.IReadOnlyList<(int From, int To, double Z)>, int, double[]>;

namespace Backprop.Checks;

// The checks of a lesson stand in files that begin with its number; this one lists the exercises.

/// <summary>Lesson 8: count paths, the table of S, values that remember, the walk back. 20 points.</summary>
public sealed class L08 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L08.d", "Count paths and arrows")
        {
            Signature = "(long Paths, long Edges) Count(int layers, int width)",
            Parts =
            [
                new Part<Count>("paths", 1, L08Count.Paths),
                new Part<Count>("arrows", 2, L08Count.Arrows),
                new Part<Count>("large networks", 1, L08Count.Large, "paths", "arrows"),
            ],
            Hints =
            [
                "Walk from the input to the output with a finger. How often do you choose, and between how many?",
                "Choices multiply: two choices of three make 3 · 3 ways. For the arrows count three places: out of the "
                + "input, between the layers, into the output.",
                "One gap between two layers has width · width arrows. How many gaps do `layers` layers have? For the "
                + "paths start a `long` at 1 and multiply in a loop.",
            ],
        },
        new("L08.c", "The table, without recursion")
        {
            Signature = "double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)",
            Parts =
            [
                new Part<TableOfS>("the six-node graph", 1, L08Table.Six),
                new Part<TableOfS>("random graphs", 2, L08Table.RandomGraphs, "the six-node graph"),
                new Part<TableOfS>("any output, any order", 1, L08Table.AnyOrder, "the six-node graph"),
                new Part<TableOfS>("no walk over paths", 1, L08Table.Cost, "the six-node graph"),
            ],
            Hints =
            [
                "Which entry do you know before you compute anything? Write it first.",
                "S(i, o) needs the S of later nodes. In which direction must you go so that those are ready?",
                "For node i look for the edges with `From == i`; each adds `s[To] * Z` to `s[i]`. Let i go from o down "
                + "to 0, or sort the edges so that the largest `From` comes first.",
            ],
        },
        new("L08.a", "Values that remember")
        {
            Signature = "double[] Play(Recipe recipe)",
            Parts =
            [
                new Part<Play>("+", 1, L08Values.Sum),
                new Part<Play>("*", 1, L08Values.Product),
                new Part<Play>("Tanh", 1, L08Values.Tanh),
                new Part<Play>("Relu", 1, L08Values.Relu),
                new Part<Play>("Pow", 1, L08Values.Pow),
                new Part<Play>(
                    "50 random formulas against nudging", 1, L08Values.Formulas, "+", "*", "Tanh", "Relu", "Pow"),
            ],
            Hints =
            [
                "Find the line for * in section 6.1 and say in words what it stores. Yours does the same with `Data`.",
                "Each method has the form `return new Value(the number, (who, how strongly));`. For two inputs give "
                + "two pairs. Only \"how strongly\" differs.",
                "Tanh: compute the result once, call it t, and use t for the slope. Relu: the slope has two cases, as "
                + "the value has. Pow: bring the exponent to the front and lower it by one.",
            ],
        },
        new("L08.b", "The walk back, without a tape")
        {
            Signature = "double[] Slopes(Wiring wiring)",
            Parts =
            [
                new Part<Slopes>("x + x", 1, L08Walk.XPlusX),
                new Part<Slopes>("shared nodes", 2, L08Walk.Shared, "x + x"),
                new Part<Slopes>("a second call", 1, L08Walk.Twice, "x + x"),
                new Part<Slopes>("speed", 1, L08Walk.Speed, "x + x"),
            ],
            Hints =
            [
                "Draw x + x as two circles. How many arrows leave x, and what happens to the second share that comes "
                + "back over them?",
                "A value may pass its slope on when everybody who uses it has reported. An order in which inputs come "
                + "before their users, read backwards, guarantees that.",
                "Write a local function `Visit(v)`: return if v was seen; visit each input; then `order.Add(v)`. After "
                + "that: every `Grad` to 0, `output.Grad = 1`, and the loop of section 6.3 over `order`.",
            ],
        },
    ];
}

/// <summary>L08.d: two counts, and the usual ways to miscount.</summary>
internal static class L08Count
{
    public static string? Paths(Count count, Random random) =>
        Cases(random, smallest: 2).Select(net => PathsOf(count, net)).FirstOrDefault(fault => fault is not null);

    public static string? Arrows(Count count, Random random) =>
        Cases(random, smallest: 3).Select(net => ArrowsOf(count, net)).FirstOrDefault(fault => fault is not null);

    public static string? Large(Count count, Random random)
    {
        (int, int)[] networks = [(40, 2), (20, 3), (15, 10)];
        return networks.Select(net => PathsOf(count, net) ?? ArrowsOf(count, net))
            .FirstOrDefault(fault => fault is not null);
    }

    private static (int Layers, int Width)[] Cases(Random random, int smallest) =>
        [(10, 2), (1, 2), (2, 2), (3, 3), (random.Next(4, 10), random.Next(smallest, 6))];

    private static string? PathsOf(Count count, (int Layers, int Width) net)
    {
        var (layers, width) = net;
        long want = 1;
        for (int layer = 0; layer < layers; layer++)
            want = checked(want * width);
        long got = count(layers, width).Paths;
        if (got == want)
            return null;
        string both = $"{Name(net)}: {Text(want)} paths, you say {Text(got)}";
        if (got == (long)layers * width)
        {
            return $"{Name(net)}: you say {Text(got)} paths. That is layers times width; at each layer a path chooses "
                + $"again, so choices multiply: {Text(want)}.";
        }
        if (layers > 1 && got == want / width)
            return $"{both}: one layer's choice is missing. Every hidden layer is a choice, also the first.";
        if (got == want * width)
            return $"{both}: one choice too many. The input and the output are single nodes, nothing to choose there.";
        return want > int.MaxValue ? $"{both}. The number left the range of int: count in long." : $"{both}.";
    }

    private static string? ArrowsOf(Count count, (int Layers, int Width) net)
    {
        var (layers, width) = net;
        long gap = (long)width * width;
        long want = (2L * width) + (gap * (layers - 1));
        long got = count(layers, width).Edges;
        if (got == want)
            return null;
        string both = $"{Name(net)}: {Text(want)} arrows, you say {Text(got)}";
        if (got == (long)layers * width || got == (layers + 1L) * width)
            return $"{both}. Between two layers every node is joined to every node: {width} * {width} arrows.";
        if (got == gap * (layers - 1))
            return $"{both}: the {width} arrows from the input and the {width} into the output are missing.";
        if (got == gap * layers || got == gap * (layers + 1))
            return $"{both}. {layers} layers have {layers - 1} gaps between them, "
                + $"plus {width} arrows in and {width} out.";
        return $"{both}.";
    }

    private static string Name((int Layers, int Width) net) => net.Layers == 1
        ? $"1 layer of {net.Width}"
        : $"{net.Layers} layers of {net.Width}";
}

/// <summary>L08.c: the table of S against a walk over all paths.</summary>
internal static class L08Table
{
    private static readonly (int From, int To, double Z)[] SixEdges =
        [(0, 1, 4), (0, 2, 3), (1, 3, 1), (1, 4, -1), (2, 3, 1), (2, 4, 1), (3, 5, 2), (4, 5, 10)];

    public static string? Six(TableOfS table, Random random) => Compare(table, 6, SixEdges, 5, (got, want) =>
    {
        if (got[5] == 1 && got.Take(3).All(s => s == 0))
        {
            return "the table is filled only near the output. You go from the inputs to the output; each S(i,o) needs "
                + "the S of later nodes, so start at o and go back.";
        }
        if (Near(got[3], 3) || Near(got[4], 11))
        {
            return $"S(3,5) should be {Text(want[3])}, yours is {Text(got[3])}: that is S + z. Along a path slopes "
                + "multiply: S(j,o) * z(i,j).";
        }
        if (Near(got[3], 2) && Near(got[4], 10) && (Near(got[2], 10) || Near(got[2], 2)))
        {
            return $"S(2,5) should be 12 = 2*1 + 10*1, yours is {Text(got[2])}. Node 2 has two edges: "
                + "add their shares, do not keep the last.";
        }
        return null;
    });

    public static string? RandomGraphs(TableOfS table, Random random)
    {
        for (int number = 1; number <= 30; number++)
        {
            int nodes = random.Next(3, 12);
            (int, int, double)[] edges =
            [
                .. from to in Enumerable.Range(1, nodes - 1)
                   from _ in Enumerable.Range(0, random.Next(1, 4))
                   select (random.Next(to), to, WiringOracle.Local(random)),
            ];
            if (Compare(table, nodes, edges, nodes - 1) is { } fault)
                return $"random graph {number}: {fault}";
        }
        return null;
    }

    public static string? AnyOrder(TableOfS table, Random random)
    {
        (int, int, double)[] edges = [.. SixEdges];
        for (int round = 0; round < 20; round++)
        {
            random.Shuffle(edges);
            if (Compare(table, 6, edges, 5) is { } fault)
            {
                return $"with the edges listed in another order, {fault} Go through the nodes from o down; for each "
                    + "node look up its edges.";
            }
        }
        return Compare(table, 6, SixEdges, 4, (got, _) => got[4] == 1
            ? $"with output 4, S(5,4) must be 0: no path leads from 5 to 4. Yours has S(5,4) = {Text(got[5])}."
            : "with output 4 the 1 belongs at entry 4. You put it at the last node: use o.");
    }

    public static string? Cost(TableOfS table, Random random)
    {
        Wiring ladder = WiringOracle.Ladder(12);
        int nodes = ladder.Nodes.Length;
        (int, int, double)[] edges = Edges(ladder);
        long budget = 4L * nodes * edges.Length;
        var counted = new CountedList<(int, int, double)>(edges, budget);
        double[] got;
        try
        {
            got = table(nodes, counted, nodes - 1);
        }
        catch (InvalidOperationException) when (counted.IsSpent)
        {
            return $"stopped after {Text(budget)} looks at {edges.Length} edges: it walks every path again and again. "
                + "Store each S(i,o) the first time and read it from the table.";
        }
        if (FirstDifference(got, WiringOracle.Slopes(ladder), nodes - 1) is { } fault)
            return $"12 layers of 2: {fault}";
        // The edges may have been copied at once, and the copy walked path by path.
        return Effort.StaysSmall(layers => Run(table, WiringOracle.Ladder(layers)))
            ? null
            : "right, but it walks every path: 24 layers of 2 have 96 edges and 16,777,216 paths. "
                + "Store each S(i,o) the first time and read it from the table.";
    }

    private static void Run(TableOfS table, Wiring wiring) =>
        table(wiring.Nodes.Length, Edges(wiring), wiring.Nodes.Length - 1);

    private static (int, int, double)[] Edges(Wiring wiring) =>
        [.. wiring.Nodes.SelectMany((node, to) => node.Inputs.Select(input => (input.Node, to, input.Local)))];

    private static string? Compare(
        TableOfS table, int nodes, (int From, int To, double Z)[] edges, int o,
        Func<double[], double[], string?>? diagnose = null)
    {
        double[] got = table(nodes, new CountedList<(int, int, double)>(edges), o);
        double[] want = [.. Enumerable.Range(0, nodes).Select(i => PathSum(i, o, edges))];
        if (got is null || got.Length != nodes)
            return $"the table needs one entry per node, {nodes} here; yours has {got?.Length ?? 0}.";
        if (got.All(s => s == 0))
            return "every entry is 0. S(o,o) = 1 starts the table: without a first 1 every product is 0.";
        string? fault = FirstDifference(got, want, o);
        return fault is null ? null : diagnose?.Invoke(got, want) ?? fault;
    }

    private static string? FirstDifference(double[] got, double[] want, int o)
    {
        int i = Enumerable.Range(0, want.Length).FirstOrDefault(i => !Near(got[i], want[i]), -1);
        return i < 0
            ? null
            : $"S({i},{o}) should be {Text(want[i])}, the sum over all paths; yours is {Text(got[i])}.";
    }

    // By definition, path by path: these graphs are small.
    private static double PathSum(int i, int o, (int From, int To, double Z)[] edges) =>
        i == o ? 1 : edges.Where(edge => edge.From == i).Sum(edge => edge.Z * PathSum(edge.To, o, edges));
}
