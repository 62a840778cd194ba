using Backprop.Ops;

namespace Backprop.Graphs;

/// <summary>What is said about a node of autograd: its operation, its constants, its gradient.</summary>
internal static class TensorNodes
{
    private const int MostNumbers = 4_000_000;

    /// <summary>What the operation was told besides tensors: <c>axis 1</c>; <c>leaf</c> without one.</summary>
    public static string Operation(Node node) => node.Op switch
    {
        null => "leaf",
        Reduce reduce => Reduced(node, reduce.KeepDim),
        Expand => "broadcast",
        Permute { Order: var order } => IsSwap(order) ? "transpose" : $"axes {string.Join(' ', order)}",
        Gather gather => $"axis {gather.Axis}",
        _ => "",
    };

    /// <summary>How many inputs the node has that no gradient flows to, such as data and numbers.</summary>
    public static int Constants(Node node) =>
        Enumerable.Range(0, node.InputCount).Count(i => node.Input(i) is null);

    /// <summary>True if an input is repeated to fit the shape of the result.</summary>
    public static bool IsBroadcast(Node input, Node result) =>
        result.Op is Elementwise or Expand && input.Shape != result.Shape;

    /// <summary>The length of a tensor taken as one long vector, √Σx²; null where it is too large to look at.</summary>
    public static double? Norm(Tensor tensor)
    {
        if (tensor.Shape.Size > MostNumbers)
            return null;
        var values = new TensorValues(tensor);
        double sum = 0;
        for (int i = 0; i < values.Count; i++)
            sum += values[i] * values[i];
        return Math.Sqrt(sum);
    }

    /// <summary>What a tensor holds that is no finite number: <c>NaN</c>, <c>Inf</c>; empty if all is well.</summary>
    public static string Trouble(Tensor? tensor) => tensor is null || Norm(tensor) is not { } norm ? ""
        : double.IsNaN(norm) ? "NaN"
        : double.IsInfinity(norm) ? "Inf"
        : "";

    /// <summary>The shape with thin spaces between thousands; empty for a single number.</summary>
    public static string Shape(Node node) => node.Shape.Rank == 0 ? "" : TensorNames.Of(node.Shape);

    private static string Reduced(Node node, bool keepsAxes)
    {
        Node? input = node.Input(0);
        if (input is null || node.Shape.Rank == 0)
            return "over all";
        if (!keepsAxes)
            return $"{input.Shape.Rank} → {node.Shape.Rank} axes";
        IEnumerable<int> axes = Enumerable.Range(0, input.Shape.Rank)
            .Where(axis => input.Shape[axis] != node.Shape[axis]);
        return $"axis {string.Join(", ", axes)}";
    }

    private static bool IsSwap(int[] order)
    {
        int rank = order.Length;
        return rank >= 2 && order[^1] == rank - 2 && order[^2] == rank - 1
            && order.Take(rank - 2).Index().All(pair => pair.Item == pair.Index);
    }
}
