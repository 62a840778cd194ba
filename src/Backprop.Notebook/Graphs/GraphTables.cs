using System.Globalization;
using System.Numerics;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>The two ways to a slope, as tables beside the drawing: path by path, and node by node.</summary>
internal sealed class GraphTables
{
    private const int MostPaths = 12;
    private const int MostInputs = 4;
    private const int LongestPath = 8;
    private const int MostNodes = 20;
    private const int MostTerms = 4;
    private static readonly Html Arrow = new("→<wbr>");

    private readonly GraphView view;
    private readonly ScalarGraph scalar;
    private readonly GraphSteps? steps;
    private readonly Dictionary<int, int> places;
    private bool[]? reached;

    private GraphTables(GraphView view, ScalarGraph scalar, GraphSteps? steps)
    {
        this.view = view;
        this.scalar = scalar;
        this.steps = steps;
        places = view.Folded.Originals.Index()
            .Where(pair => pair.Item >= 0)
            .ToDictionary(pair => pair.Item, pair => pair.Index);
    }

    /// <summary>Both tables and what they cost; nothing for a graph whose edges carry no numbers.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="steps">The steps whose rows are marked.</param>
    /// <param name="isBeside">True if they stand beside a drawing, one below the other.</param>
    public static Html Of(GraphView view, GraphSteps? steps = null, bool isBeside = true) =>
        view.Scalar is { Graph.Edges.Count: > 0 } scalar
            ? new GraphTables(view, scalar, steps).Both(isBeside)
            : Html.Empty;

    /// <summary>What both ways cost on this graph, counted.</summary>
    public static string Cost(GraphView view)
    {
        Graph graph = view.Whole;
        // The walk over all paths crosses an edge once for each way to its start and each way on from its end.
        var waysTo = new BigInteger[graph.Nodes.Count];
        for (int i = 0; i < waysTo.Length; i++)
        {
            BigInteger start = graph.Into(i).Count == 0 ? 1 : 0;
            waysTo[i] = graph.Into(i).Aggregate(start, (sum, e) => sum + waysTo[e.From]);
        }
        BigInteger visits = graph.Edges.Aggregate(
            BigInteger.Zero, (sum, e) => sum + (waysTo[e.From] * view.PathsOn[e.To]));
        int edges = graph.Edges.Count(edge => !view.PathsOn[edge.To].IsZero);
        return visits == edges
            ? $"Both ways visit {GraphView.Count(edges, "edge")} here. Paths multiply with each fork, edges only add "
                + "up."
            : $"Same answer, less work: path by path {GraphView.Count(visits, "edge visit")}, with the table "
                + $"{GraphView.Count(edges, "visit")}, one for each edge.";
    }

    /// <summary>The inputs whose slopes are shown: the one that was asked for, or all that matter.</summary>
    public static string[] Starts(GraphView view) => view.Request.From is { } from
        ? [from]
        : [.. view.Whole.Inputs.Where(id => view.PathsOn[id] > 0).Select(id => view.Whole.Nodes[id].Name)];

    private Html Both(bool isBeside) => Html.Of(
        $"""
        <div class="{(isBeside ? "both" : "bp-two")}"><div>
        <p class="bp-h">Sum over paths <small>multiply along a path, add the paths</small></p>
        <table class="bp-tbl"><thead><tr><th scope="col">path</th><th scope="col">product of local derivatives</th>
        <th scope="col" class="n">value</th></tr></thead><tbody>{Paths()}</tbody></table></div>
        <div><p class="bp-h">Dynamic programming
        <small>S(i) = Σ S(j) · z(i, j), from {view.Output} backwards</small></p>
        <table class="bp-tbl"><thead><tr><th scope="col">node</th><th scope="col">S(i)</th>
        <th scope="col" class="n">value</th></tr></thead><tbody>{Nodes()}</tbody></table>
        <p class="bp-cap">{Cost(view)}</p></div></div>
        """);

    private IEnumerable<Html> Paths()
    {
        string[] inputs = Starts(view);
        int shownInputs = Math.Min(inputs.Length, MostInputs);
        int each = Math.Max(2, MostPaths / Math.Max(1, shownInputs));
        foreach (string input in inputs.Take(shownInputs))
        {
            int id = view.Whole.Find(input).Id;
            BigInteger count = view.PathsOn[id];
            int shown = count <= each ? (int)count : each - 1;
            foreach (GraphPath path in scalar.Paths(input).Take(shown))
                yield return Path(path);
            if (shown < count)
                yield return More($"… and {GraphView.Count(count - shown, "more path")}");
            yield return Html.Of(
                $"""
                <tr class="tot"><td>{Slope(input)}</td><td>sum of {GraphView.Count(count, "path")}</td>
                <td class="n">{view.Number(view.Slopes[id])}</td></tr>
                """);
        }
        if (inputs.Length > shownInputs)
            yield return More($"… and {GraphView.Count(inputs.Length - shownInputs, "more input")}");
    }

    private Html Path(GraphPath path)
    {
        // A long path may break behind each arrow.
        Html nodes = Html.Join(Cut(path.Nodes).Select((node, i) => Html.Of($"{(i > 0 ? Arrow : Html.Empty)}{node}")));
        string factors = path.Factors.Count == 0
            ? "1"
            : string.Join(" · ", Cut([.. path.Factors.Select(GraphView.Factor)]));
        string sign = path.Product > 0 ? "+" : "";
        return Row("", nodes, factors, Html.Of($"{sign}{view.Number(path.Product)}"));
    }

    private static IEnumerable<string> Cut(IReadOnlyList<string> parts) =>
        parts.Count <= LongestPath ? parts : [.. parts.Take(LongestPath - 3), "…", .. parts.TakeLast(2)];

    private string Slope(string node) =>
        view.Gradient(node) is "grad" ? $"slope by {node}" : view.Gradient(node);

    private IEnumerable<Html> Nodes()
    {
        GraphNode[] nodes = [.. view.Whole.Nodes.Where(IsAsked).Reverse()];
        foreach (GraphNode node in nodes.Take(MostNodes))
        {
            int step = places.TryGetValue(node.Id, out int place) ? steps?.Backward(place) ?? 0 : 0;
            string number = view.Number(view.Slopes[node.Id]);
            string k = step.ToString(CultureInfo.InvariantCulture);
            Html value = step > 0 ? Html.Of($"""<span class="a{k}">{number}</span>""") : Html.Of($"{number}");
            yield return Row(step > 0 ? $" class=\"r{k}\"" : "", Html.Of($"{node.Name}"), Terms(node), value);
        }
        if (nodes.Length > MostNodes)
            yield return More($"… and {GraphView.Count(nodes.Length - MostNodes, "more node")}");
    }

    // Between two nodes only those count that lie on a way from one to the other.
    private bool IsAsked(GraphNode node)
    {
        if (node.Id > view.Whole.Output)
            return false;
        if (view.Request.From is not { } from)
            return true;
        reached ??= ReachedFrom(view.Whole, view.Whole.Find(from).Id);
        return reached[node.Id] && view.PathsOn[node.Id] > 0;
    }

    private static bool[] ReachedFrom(Graph graph, int start)
    {
        var reached = new bool[graph.Nodes.Count];
        reached[start] = true;
        for (int i = start; i < reached.Length; i++)
        {
            foreach (GraphEdge edge in reached[i] ? graph.OutOf(i) : [])
                reached[edge.To] = true;
        }
        return reached;
    }

    private static Html Row(string look, Html first, string second, Html value) => Html.Of(
        $"""
        <tr{new Html(look)}><td class="mono">{first}</td><td class="mono">{second}</td><td class="n">{value}</td></tr>
        """);

    private static Html More(string what) => Html.Of($"""<tr><td colspan="3" class="muted">{what}</td></tr>""");

    private string Terms(GraphNode node)
    {
        Graph graph = view.Whole;
        if (node.Id == graph.Output)
            return "1";
        GraphEdge[] edges = [.. graph.OutOf(node.Id).Where(edge => view.PathsOn[edge.To] > 0)];
        if (edges.Length == 0)
            return $"0, no path to {graph.Nodes[graph.Output].Name}";
        string terms = string.Join(" + ", edges.Take(MostTerms)
            .Select(edge => $"S({graph.Nodes[edge.To].Name}) · {GraphView.Factor(edge.Local!.Value)}"));
        return edges.Length > MostTerms ? $"{terms} + … ({edges.Length - MostTerms} more)" : terms;
    }
}
