using System.Numerics;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>The two ways to a slope, as tables beside the drawing: path by path, and node by node.</summary>
internal static class GraphTables
{
    private const int MostPaths = 8;
    private const int LongestPath = 8;
    private const int MostNodes = 16;
    private const int MostTerms = 4;

    /// <summary>Both tables and what they cost.</summary>
    public static Html Of(GraphView view, ScalarGraph scalar) => Html.Of(
        $"""
        <div><p class="bp-h">Sum over paths <small>multiply along a path, add the paths</small></p>
        <table class="bp-tbl"><thead><tr><th scope="col">path</th><th scope="col">product of local derivatives</th>
        <th scope="col" class="n">value</th></tr></thead><tbody>{Paths(view, scalar)}</tbody></table>
        <p class="bp-h next">Dynamic programming <small>S(i) = Σ S(j) · z(i, j), from {view.Output} backwards</small></p>
        <table class="bp-tbl"><thead><tr><th scope="col">node</th><th scope="col">S(i)</th>
        <th scope="col" class="n">value</th></tr></thead><tbody>{Nodes(view, scalar)}</tbody></table>
        <p class="bp-cap">{Cost(scalar)}</p></div>
        """);

    /// <summary>What both ways cost on this graph, counted.</summary>
    public static string Cost(ScalarGraph scalar)
    {
        Graph graph = scalar.Graph;
        // The walk over all paths crosses an edge once for each way to its start and each way on from its end.
        var waysTo = new BigInteger[graph.Nodes.Count];
        var waysOn = new BigInteger[graph.Nodes.Count];
        waysOn[graph.Output] = 1;
        for (int i = 0; i < waysTo.Length; i++)
        {
            BigInteger start = graph.Into(i).Count == 0 ? 1 : 0;
            waysTo[i] = graph.Into(i).Aggregate(start, (sum, e) => sum + waysTo[e.From]);
        }
        for (int i = graph.Output - 1; i >= 0; i--)
            waysOn[i] = graph.OutOf(i).Aggregate(BigInteger.Zero, (sum, e) => sum + waysOn[e.To]);
        BigInteger visits = graph.Edges.Aggregate(BigInteger.Zero, (sum, e) => sum + (waysTo[e.From] * waysOn[e.To]));
        int edges = graph.Edges.Count(edge => !waysOn[edge.To].IsZero);
        return visits == edges
            ? $"Both ways visit {GraphView.Count(edges, "edge")} here. Paths multiply with each fork, edges only add up."
            : $"Same answer, less work: path by path {GraphView.Count(visits, "edge visit")}, with the table "
                + $"{GraphView.Count(edges, "visit")}, one for each edge.";
    }

    private static IEnumerable<Html> Paths(GraphView view, ScalarGraph scalar)
    {
        string[] inputs = [.. scalar.Inputs.Where(input => scalar.CountPaths(input, scalar.Output) > 0)];
        int each = Math.Max(2, MostPaths / Math.Max(1, inputs.Length));
        foreach (string input in inputs.Take(MostPaths / 2))
        {
            BigInteger count = scalar.CountPaths(input, scalar.Output);
            int shown = count <= each ? (int)count : each - 1;
            foreach (GraphPath path in scalar.Paths(input).Take(shown))
                yield return Path(view, path);
            if (shown < count)
                yield return More(count - shown, "more path");
            yield return Html.Of(
                $"""
                <tr class="tot"><td>{Slope(view, input)}</td><td>sum of {GraphView.Count(count, "path")}</td>
                <td class="n">{view.Number(scalar.S(input, scalar.Output))}</td></tr>
                """);
        }
    }

    private static Html Path(GraphView view, GraphPath path)
    {
        string nodes = string.Join('→', Cut(path.Nodes));
        string factors = string.Join(" · ", Cut([.. path.Factors.Select(GraphView.Factor)]));
        string sign = path.Product > 0 ? "+" : "";
        return Row(nodes, factors, sign + view.Number(path.Product));
    }

    private static IEnumerable<string> Cut(IReadOnlyList<string> parts) =>
        parts.Count <= LongestPath ? parts : [.. parts.Take(LongestPath - 3), "…", .. parts.TakeLast(2)];

    private static string Slope(GraphView view, string node) =>
        view.Gradient(node) is "grad" ? $"slope by {node}" : view.Gradient(node);

    private static IEnumerable<Html> Nodes(GraphView view, ScalarGraph scalar)
    {
        Graph graph = scalar.Graph;
        IReadOnlyList<double> table = scalar.Table(scalar.Output);
        GraphNode[] nodes = [.. graph.Nodes.Where(node => node.Id <= graph.Output).Reverse()];
        foreach (GraphNode node in nodes.Take(MostNodes))
            yield return Row(node.Name, Terms(graph, node), view.Number(table[node.Id]));
        if (nodes.Length > MostNodes)
            yield return More(nodes.Length - MostNodes, "more node");
    }

    private static Html Row(string first, string second, string value) => Html.Of(
        $"""<tr><td class="mono">{first}</td><td class="mono">{second}</td><td class="n">{value}</td></tr>""");

    private static Html More(BigInteger count, string what) => Html.Of(
        $"""<tr><td colspan="3" class="muted">… and {GraphView.Count(count, what)}</td></tr>""");

    private static string Terms(Graph graph, GraphNode node)
    {
        if (node.Id == graph.Output)
            return "1";
        GraphEdge[] edges = [.. graph.OutOf(node.Id).Where(edge => edge.To <= graph.Output)];
        if (edges.Length == 0)
            return $"0, no path to {graph.Nodes[graph.Output].Name}";
        string terms = string.Join(" + ", edges.Take(MostTerms)
            .Select(edge => $"S({graph.Nodes[edge.To].Name}) · {GraphView.Factor(edge.Local!.Value)}"));
        return edges.Length > MostTerms ? $"{terms} + … ({edges.Length - MostTerms} more)" : terms;
    }
}
