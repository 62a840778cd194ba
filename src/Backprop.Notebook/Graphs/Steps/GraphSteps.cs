namespace Backprop.Graphs;

// Steps/: the walk through a graph, one thing after the other: which steps there are, what each says, and the buttons
// to go through them. It computes no number.

/// <summary>
/// Both passes as a list of steps: node by node while they are few, else rank by rank or several ranks at once.
/// </summary>
internal sealed class GraphSteps
{
    /// <summary>More steps than this are nobody's patience.</summary>
    public const int Most = 40;

    private const int MostSentences = 4;

    private readonly int[] forward;
    private readonly int[] backward;

    private GraphSteps(GraphView view)
    {
        int count = view.Shown.Nodes.Count;
        forward = new int[count];
        backward = new int[count];
        bool hasForward = view.Scalar is null || view.Shown.Nodes.Any(node => node.Value is not null);
        List<int[]> units = Units(view.Shown, hasForward ? Most / 2 : Most - 1);
        All.Add(new GraphStep(true, [], [StepWords.Before(view)]));
        if (hasForward)
        {
            foreach (int[] unit in units)
                Add(view, unit, isForward: true);
        }
        bool[] leadsOn = Ending.LeadsTo(view.Shown, view.Shown.Output);
        foreach (int[] unit in view.HasGradients ? Enumerable.Reverse(units) : [])
        {
            int[] there = [.. unit.Where(id => leadsOn[id]).Reverse()];
            if (there.Length > 0)
                Add(view, there, isForward: false);
        }
    }

    /// <summary>The steps; the first stands before all computing.</summary>
    public List<GraphStep> All { get; } = [];

    /// <summary>The number of the last step.</summary>
    public int Last => All.Count - 1;

    /// <summary>The step in which a node gets its value; 0 if it has it from the beginning.</summary>
    public int Forward(int node) => forward[node];

    /// <summary>The step in which a node gets its gradient; 0 if none comes.</summary>
    public int Backward(int node) => backward[node];

    /// <summary>The step in which the gradient crosses an edge: that of the node it arrives at.</summary>
    public int Crossing(GraphEdge edge) => backward[edge.To] > 0 ? backward[edge.From] : 0;

    /// <summary>The steps through a graph.</summary>
    public static GraphSteps Of(GraphView view) => new(view);

    private void Add(GraphView view, int[] unit, bool isForward)
    {
        foreach (int id in unit)
            (isForward ? forward : backward)[id] = All.Count;
        Func<GraphView, GraphNode, string> words = (view.IsOfTensors, isForward) switch
        {
            (true, true) => TensorStepWords.Forward,
            (true, false) => TensorStepWords.Backward,
            (false, true) => StepWords.Forward,
            (false, false) => StepWords.Backward,
        };
        List<string> sentences = [.. unit.Take(MostSentences).Select(id => words(view, view.Shown.Nodes[id]))];
        if (unit.Length > MostSentences)
            sentences.Add($"And {unit.Length - MostSentences} more nodes.");
        All.Add(new GraphStep(isForward, unit, sentences));
    }

    private static List<int[]> Units(Graph graph, int most)
    {
        if (graph.Nodes.Count <= most)
            return [.. graph.Nodes.Select(node => new[] { node.Id })];
        int[] ranks = Ranks.Of(graph);
        int[][] byRank =
        [
            .. graph.Nodes.GroupBy(node => ranks[node.Id], node => node.Id)
                .OrderBy(rank => rank.Key)
                .Select(rank => rank.ToArray()),
        ];
        int each = (byRank.Length + most - 1) / most;
        return [.. byRank.Chunk(each).Select(chunk => chunk.SelectMany(rank => rank).ToArray())];
    }
}
