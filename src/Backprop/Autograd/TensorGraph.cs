using Backprop.Ops;

namespace Backprop;

/// <summary>The calculation behind a tensor as a <see cref="Graph"/> to look at.</summary>
internal static class TensorGraph
{
    internal static Graph Of(Node output, Tensor result)
    {
        var order = InputsFirst(output);
        var kept = Kept(order);
        kept[output] = result;
        var places = new Dictionary<Node, int>();
        var names = new UniqueNames();
        var nodes = new List<GraphNode>();
        var edges = new List<GraphEdge>();
        foreach (var node in order)
        {
            int id = places[node] = nodes.Count;
            nodes.Add(ToGraphNode(node, id, names, kept.GetValueOrDefault(node)));
            for (int i = 0; i < node.InputCount; i++)
            {
                if (node.Input(i) is { } input)
                    edges.Add(new GraphEdge(places[input], id, Local(node, i, input)));
            }
        }
        return new Graph(nodes, edges, places[output]);
    }

    private static GraphNode ToGraphNode(Node node, int id, UniqueNames names, Tensor? tensor)
    {
        bool isNumber = node.Shape.Rank == 0;
        return new GraphNode(id, names.Make(node.Name, numbered: node.Op is null), node.Op is null ? "" : node.Name,
            isNumber ? tensor?.Item() : null, isNumber ? node.Keeper?.Grad?.Item() : null,
            isNumber ? "" : node.Shape.ToString())
        {
            Source = node,
            Tensor = tensor,
        };
    }

    /// <summary>The tensors that are still there: with their nodes, or with the ops that will read them.</summary>
    private static Dictionary<Node, Tensor> Kept(List<Node> order)
    {
        var kept = new Dictionary<Node, Tensor>();
        foreach (var node in order)
        {
            if ((node.Keeper ?? node.KeptOutput) is { } result)
                kept[node] = result;
            else if (Again(node, kept) is { } number)
                kept.TryAdd(node, number);
            // Few ops have more inputs, and those keep none of them.
            for (int i = 0; i < Math.Min(node.InputCount, 3); i++)
            {
                if (node.Input(i) is { } input && node.KeptInput(i) is { } tensor && tensor.Shape == input.Shape)
                    kept.TryAdd(input, tensor);
            }
        }
        return kept;
    }

    /// <summary>A number that nobody kept, computed once more from numbers that are still there.</summary>
    private static Tensor? Again(Node node, Dictionary<Node, Tensor> kept)
    {
        if (node is not { IsFreed: false, Shape.Rank: 0, Op: Elementwise op, InputCount: 1 or 2 })
            return null;
        var inputs = new Tensor[node.InputCount];
        for (int i = 0; i < inputs.Length; i++)
        {
            var known = node.Input(i) is { } made ? kept.GetValueOrDefault(made) : null;
            if ((known ?? node.KeptInput(i)) is not { } input)
                return null;
            inputs[i] = input;
        }
        bool wasOn = GradMode.Set(false);
        try
        {
            return inputs.Length == 1 ? op.ApplyTo(inputs[0]) : op.ApplyTo(inputs[0], inputs[1]);
        }
        finally
        {
            GradMode.Set(wasOn);
        }
    }

    /// <summary>The local derivative between two single numbers, as long as backward could still compute it.</summary>
    private static double? Local(Node node, int index, Node input)
    {
        if (node.IsFreed || node.Shape.Rank > 0 || input.Shape.Rank > 0)
            return null;
        bool wasOn = GradMode.Set(false);
        try
        {
            return node.Op!.Gradient(index, Tensor.Full(node.Shape, 1, node.DType), node)?.Item() ?? 0;
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // What it needs was changed in place, or lies on another device: backward will say so.
            return null;
        }
        finally
        {
            GradMode.Set(wasOn);
        }
    }

    /// <summary>All nodes, each after its inputs; by hand instead of by recursion, since graphs can be deep.</summary>
    private static List<Node> InputsFirst(Node output)
    {
        var order = new List<Node>();
        var seen = new HashSet<Node>();
        var open = new Stack<(Node Node, bool IsReady)>([(output, false)]);
        while (open.TryPop(out var next))
        {
            if (next.IsReady)
            {
                order.Add(next.Node);
                continue;
            }
            if (!seen.Add(next.Node))
                continue;
            open.Push((next.Node, true));
            for (int i = next.Node.InputCount - 1; i >= 0; i--)
            {
                if (next.Node.Input(i) is { } input && !seen.Contains(input))
                    open.Push((input, false));
            }
        }
        return order;
    }
}
