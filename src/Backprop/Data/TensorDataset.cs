namespace Backprop;

/// <summary>Examples in memory: row i of the inputs belongs to row i of the targets.</summary>
public sealed partial class TensorDataset : Dataset
{
    /// <summary>A data set from two tensors with equally many rows.</summary>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public TensorDataset(Tensor inputs, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Shape.Rank == 0 || targets.Shape.Rank == 0 || inputs.Shape[0] != targets.Shape[0])
        {
            throw new ArgumentException($"Inputs {inputs.Shape} and targets {targets.Shape} do not belong together: "
                + "both need one row per example.");
        }
        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>One row per example.</summary>
    public Tensor Inputs { get; }

    /// <summary>One row per example.</summary>
    public Tensor Targets { get; }

    /// <summary>How many examples.</summary>
    public override int Count => Inputs.Shape[0];

    /// <inheritdoc/>
    public override (Tensor Input, Tensor Target) Example(int index) => (Inputs[index], Targets[index]);

    /// <inheritdoc/>
    /// <remarks>Neighbours in order are a view of the same memory, others are copied.</remarks>
    public override (Tensor Inputs, Tensor Targets) Batch(ReadOnlySpan<int> indices)
    {
        if (IsRun(indices))
            return (Inputs[indices[0]..(indices[^1] + 1)], Targets[indices[0]..(indices[^1] + 1)]);
        var rows = Tensor.From(indices.ToArray());
        return (Inputs[rows.To(Inputs.Device)], Targets[rows.To(Targets.Device)]);
    }

    /// <summary>The examples in batches, for a loop: <c>foreach (var (x, y) in data.Batches(32, shuffle: true))</c>.
    /// The last batch may be smaller; each <c>foreach</c> shuffles anew. The same as
    /// <c>new DataLoader(data, 32, shuffle: true)</c>.</summary>
    /// <param name="size">Examples in a batch.</param>
    /// <param name="shuffle">Whether in random order.</param>
    /// <param name="seed">Which random order; without it, one that <see cref="Tensor.Seed"/> decides.</param>
    public DataLoader Batches(int size, bool shuffle = false, long? seed = null) => new(this, size, shuffle, seed);

    /// <summary>Inputs and targets: <c>var (x, y) = data;</c></summary>
    public void Deconstruct(out Tensor inputs, out Tensor targets)
    {
        inputs = Inputs;
        targets = Targets;
    }

    /// <summary>The number of examples and the shapes of one.</summary>
    public override string ToString() =>
        $"{Count} examples, inputs {Inputs.Shape[1..]} {Inputs.DType}, targets {Targets.Shape[1..]} {Targets.DType}";

    /// <summary>Some rows, as a data set of their own.</summary>
    internal TensorDataset Take(int[] rows)
    {
        if (rows.Length == 0)
            return new TensorDataset(Inputs[..0], Targets[..0]);
        var (inputs, targets) = Batch(rows);
        return new TensorDataset(inputs, targets);
    }

    private static bool IsRun(ReadOnlySpan<int> indices)
    {
        for (int i = 1; i < indices.Length; i++)
        {
            if (indices[i] != indices[i - 1] + 1)
                return false;
        }
        return indices.Length > 0;
    }
}
