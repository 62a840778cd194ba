namespace Backprop.Ops;

/// <summary>Tensors one behind the other along an axis.</summary>
public sealed record Concat : Op
{
    private readonly int[] starts;

    private Concat(int axis, int[] starts)
    {
        Axis = axis;
        this.starts = starts;
    }

    /// <summary>Along which they follow each other.</summary>
    internal int Axis { get; }

    /// <summary>Parts of one type that are equally long along all other axes.</summary>
    internal static Tensor Of(ReadOnlySpan<Tensor> parts, int axis)
    {
        int[] lengths = parts[0].Shape.ToArray(), starts = new int[parts.Length];
        lengths[axis] = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            starts[i] = lengths[axis];
            lengths[axis] += parts[i].Shape[axis];
        }
        var y = Tensor.Empty(parts[0].Device, new Shape(lengths), parts[0].DType);
        for (int i = 0; i < parts.Length; i++)
        {
            var place = Narrow.Along(y.Shape, axis, starts[i], parts[i].Shape[axis]);
            y.Device.Copy(parts[i], place.Cut(y));
        }
        Node.Record(new Concat(axis, starts), y, 0, parts);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) =>
        Narrow.Along(dy.Shape, Axis, starts[input], node.Input(input)!.Shape[Axis]).Apply(dy);
}
