namespace Backprop.Ops;

/// <summary>y[…, i, …] = x[…, index[…, i, …], …]: looked up along one axis.</summary>
/// <param name="Axis">The axis that is looked up.</param>
public sealed record Gather(int Axis) : Op
{
    internal Tensor Apply(Tensor x, Tensor index)
    {
        var y = Tensor.Empty(x.Device, index.Shape, x.DType);
        x.Device.Gather(x, Axis, index, y);
        Node.Record(this, y, 2, x, index);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) =>
        new ScatterAdd(Axis, node.Input(0)!.Shape).Apply(dy, node.SavedInput(1));
}

/// <summary>The reverse of <see cref="Gather"/>: zeros, to which x is added at the places that index names.</summary>
/// <param name="Axis">The axis that is looked up.</param>
/// <param name="To">The shape of the result.</param>
public sealed record ScatterAdd(int Axis, Shape To) : Op
{
    internal Tensor Apply(Tensor x, Tensor index)
    {
        var y = Tensor.Filled(x.Device, To, x.DType, 0);
        x.Device.ScatterAdd(y, Axis, index, x);
        Node.Record(this, y, 2, x, index);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) =>
        new Gather(Axis).Apply(dy, node.SavedInput(1));
}
