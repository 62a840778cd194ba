namespace Backprop.Ops;

/// <summary>The same numbers in another type.</summary>
/// <param name="To">The new type.</param>
public sealed record Cast(DType To) : Op
{
    internal Tensor Apply(Tensor x)
    {
        var y = Tensor.Empty(x.Device, x.Shape, To);
        x.Device.Map(Programs.Copy, [y], [x]);
        if (To.IsFloat())
            Node.Record(this, y, 0, x);
        else
            OpTrace.Tell(this, y, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => new Cast(node.Input(0)!.DType).Apply(dy);
}

/// <summary>The same numbers in memory of their own.</summary>
public sealed record Clone : Op
{
    internal static readonly Clone Instance = new();

    internal Tensor Apply(Tensor x)
    {
        var y = x.Copy();
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => dy;
}
