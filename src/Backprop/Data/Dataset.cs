// Data: examples, where they come from, and how they come in batches. It knows tensors, no nets and no loop.
namespace Backprop;

/// <summary>
/// Examples that a <see cref="DataLoader"/> asks for one by one. Derive from it for examples that are read or made when
/// they are needed; what fits in memory is a <see cref="TensorDataset"/>.
/// </summary>
/// <example><code>
/// sealed class Photos(string[] files) : Dataset
/// {
///     public override int Count =&gt; files.Length;
///     public override (Tensor Input, Tensor Target) Example(int index) =&gt; (Read(files[index]), index % 2);
/// }
/// </code></example>
public abstract class Dataset
{
    /// <summary>How many examples.</summary>
    public abstract int Count { get; }

    /// <summary>One example. All inputs have the same shape, and so have all targets.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public abstract (Tensor Input, Tensor Target) Example(int index);

    /// <summary>Some examples as one batch: an axis in front counts them.</summary>
    /// <param name="indices">Which, in this order.</param>
    /// <exception cref="ArgumentException">The examples differ in shape.</exception>
    public virtual (Tensor Inputs, Tensor Targets) Batch(ReadOnlySpan<int> indices)
    {
        var inputs = new Tensor[indices.Length];
        var targets = new Tensor[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            (inputs[i], targets[i]) = Example(indices[i]);
            CheckShape(indices[0], inputs[0], indices[i], inputs[i], "input");
            CheckShape(indices[0], targets[0], indices[i], targets[i], "target");
        }
        return (Tensor.Stack(inputs, 0), Tensor.Stack(targets, 0));
    }

    private static void CheckShape(int firstIndex, Tensor first, int index, Tensor tensor, string what)
    {
        if (tensor.Shape != first.Shape || tensor.DType != first.DType)
        {
            throw new ArgumentException($"The {what} of example {index} is {tensor.DType} {tensor.Shape}, that of "
                + $"example {firstIndex} {first.DType} {first.Shape}. In one batch all must be alike: cut or pad "
                + "them.");
        }
    }
}
