namespace Backprop;

/// <content>Products of matrices.</content>
public sealed partial class Tensor
{
    /// <summary>The matrix product [..., m, k] · [..., k, n] → [..., m, n]. Leading axes broadcast. A vector counts as
    /// a row on the left and as a column on the right: [k] · [k] → a number, [m, k] · [k] → [m].</summary>
    /// <exception cref="ArgumentException">The inner lengths differ.</exception>
    public Tensor MatMul(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Tensor a = ToFloat(), b = other.ToFloat();
        Join(ref a, ref b);
        if (a.Shape.Rank == 2 && b.Shape.Rank == 2)
            return Ops.MatMul.Instance.Apply(a, b);
        return Product(a, b);
    }

    private static Tensor Product(Tensor a, Tensor b)
    {
        Shape x = a.Shape, y = b.Shape;
        if (x.Rank == 0 || y.Rank == 0)
        {
            throw new ArgumentException($"Shapes {x} and {y} do not multiply as matrices: one is a single number. "
                + "Use *.");
        }
        if (x[^1] != (y.Rank == 1 ? y[0] : y[^2]))
            throw Ops.MatMul.DoNotMultiply(x, y);
        if (x.Rank == 1)
            return Drop(Product(a.Unsqueeze(0), b), y.Rank == 1 ? -1 : -2);
        if (y.Rank == 1)
            return Drop(Product(a, b.Unsqueeze(1)), -1);
        // One tall matrix instead of many small ones: [batch, time, k] · [k, n].
        if (y.Rank == 2 && a.IsContiguous)
            return Ops.MatMul.Instance.Apply(a.Reshape(-1, x[^1]), b).Reshape([.. x[..^1], y[1]]);
        return Ops.MatMul.Instance.Apply(a, b);
    }

    private static Tensor Drop(Tensor product, int axis) => product.Squeeze(axis);

    private Tensor ToFloat() => DType.IsFloat() ? this : To(DType.Float32);
}
