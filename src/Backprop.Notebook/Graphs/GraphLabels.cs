namespace Backprop.Graphs;

/// <summary>Which texts stand beside the edges: as much as there is room for.</summary>
internal sealed class GraphLabels
{
    private const int LongestFormula = 26;
    private const double WidestWithFormulas = 640;
    private const double WidestWithNumbers = 1000;

    private readonly Graph graph;
    private readonly LabelText[] formulas;
    private readonly LabelText[] numbers;

    private GraphLabels(Graph graph, LabelText[] formulas, LabelText[] numbers)
    {
        this.graph = graph;
        this.formulas = formulas;
        this.numbers = numbers;
    }

    /// <summary>The texts of a graph's edges.</summary>
    public static GraphLabels Of(GraphView view) => new(
        view.Shown,
        [.. view.Shown.Edges.Select(edge => LabelOf(view, edge))],
        [.. view.Shown.Edges.Select(edge => edge.Local is { } local ? NumberOf(local) : Note(view, edge))]);

    /// <summary>
    /// Lays the graph out with formulas and numbers; if that gets too wide with numbers alone, and at last without any.
    /// </summary>
    /// <returns>The layout, and whether each edge has its number.</returns>
    public (GraphLayout Layout, bool HasAll) LayOut(double boxWidth, IReadOnlyList<double> boxHeights)
    {
        GraphLayout layout = GraphLayout.Of(graph, boxWidth, boxHeights, formulas);
        if (layout.Width <= WidestWithFormulas)
            return (layout, true);
        GraphLayout bare = GraphLayout.Of(graph, boxWidth, boxHeights);
        GraphLayout compact = GraphLayout.Of(graph, boxWidth, boxHeights, numbers);
        // What the boxes need by themselves is not the texts' fault.
        if (layout.Width <= bare.Width * 1.25)
            return (layout, true);
        return compact.Width <= Math.Max(WidestWithNumbers, bare.Width * 1.25)
            ? (compact, true)
            : (bare, numbers.All(label => label.IsEmpty));
    }

    private static LabelText NumberOf(double local) => new("", GraphView.Plain(local));

    private static LabelText LabelOf(GraphView view, GraphEdge edge)
    {
        if (edge.Local is not { } local)
            return Note(view, edge);
        string number = GraphView.Plain(local);
        string symbol = view.Local(edge);
        if (edge.Formula.Length == 0 || symbol.Length == 0)
            return new LabelText("", number);
        string formula = $"{symbol} = {edge.Formula}";
        if (edge.Formula == number)
            return new LabelText(formula, "");
        return new LabelText(formula.Length <= LongestFormula ? formula : symbol, number);
    }

    /// <summary>What is to be said of an edge without a number: that it is many, or that a shape is repeated.</summary>
    private static LabelText Note(GraphView view, GraphEdge edge)
    {
        if (view.Folded.Merged.TryGetValue((edge.From, edge.To), out int count))
            return new LabelText(GraphView.Count(count, "edge"), "");
        return view.Shown.Nodes[edge.From].Source is Node from && view.Shown.Nodes[edge.To].Source is Node to
            && TensorNodes.IsBroadcast(from, to)
            ? new LabelText("broadcast", "")
            : default;
    }
}
