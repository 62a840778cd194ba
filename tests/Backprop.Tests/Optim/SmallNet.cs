namespace Backprop.Tests.Optim;

/// <summary>A net of 2 → 4 → 1 that always starts from the same numbers, with eight examples.</summary>
internal sealed class SmallNet
{
    private readonly Tensor x, target;

    public SmallNet(DType dtype = DType.Float32)
    {
        x = Numbers([8, 2], 1, dtype);
        target = Numbers([8, 1], 2, dtype);
        Shape[] shapes = [[4, 2], [4], [1, 4], [1]];
        Parameters = [.. shapes.Select((shape, i) => Numbers(shape, 3 + i, dtype).RequireGrad())];
    }

    public Tensor[] Parameters { get; }

    public Tensor Loss() =>
        ((x.MatMul(Parameters[0].T) + Parameters[1]).Tanh().MatMul(Parameters[2].T) + Parameters[3]).Mse(target);

    /// <summary>All numbers of all parameters.</summary>
    public double[] Values() => [.. Parameters.SelectMany(parameter => parameter.ToArray<double>())];

    /// <summary>Takes over the parameters of another.</summary>
    public void CopyFrom(SmallNet other)
    {
        using (Functional.NoGrad())
        {
            for (int i = 0; i < Parameters.Length; i++)
                Parameters[i].Assign(other.Parameters[i]);
        }
    }

    // A spread of numbers from −1 to 1 without any pattern that matters.
    private static Tensor Numbers(Shape shape, int phase, DType dtype) =>
        (Tensor.Arange(0, shape.Size) * 2.4 + phase).Sin().Reshape(shape).To(dtype);
}
