namespace Backprop.Ops;

/// <summary>c = a · b, [..., m, k] · [..., k, n] → [..., m, n]; leading axes broadcast.</summary>
public sealed record MatMul : Op
{
    internal static readonly MatMul Instance = new();

    internal Tensor Apply(Tensor a, Tensor b)
    {
        Shape x = a.Shape, y = b.Shape;
        if (x[^1] != y[^2])
            throw DoNotMultiply(x, y);
        Shape shape = x.Rank == 2 && y.Rank == 2
            ? [x[0], y[1]]
            : [.. Shape.Broadcast(x[..^2], y[..^2]), x[^2], y[^1]];
        var c = Tensor.Empty(a.Device, shape, a.DType);
        a.Device.MatMul(a, b, c);
        Node.Record(this, c, (b.Origin is null ? 0 : 1) | (a.Origin is null ? 0 : 2), a, b);
        return c;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => input == 0
        ? Apply(dy, node.SavedInput(1).T).SumTo(node.Input(0)!.Shape)
        : Apply(node.SavedInput(0).T, dy).SumTo(node.Input(1)!.Shape);

    internal static ArgumentException DoNotMultiply(Shape a, Shape b)
    {
        int inner = a[^1], other = b.Rank == 1 ? b[0] : b[^2];
        string hint = "";
        if (b.Rank > 1 && inner == b[^1])
            hint = " Did you mean the second one's .T?";
        else if (a.Rank > 1 && a[^2] == other)
            hint = " Did you mean the first one's .T?";
        return new($"Shapes {a} and {b} do not multiply: {inner} ≠ {other}.{hint}");
    }
}
