// Data: examples and how they come in batches. It knows tensors, no nets.
namespace Backprop;

/// <summary>Examples in memory: row i of the inputs belongs to row i of the targets.</summary>
public sealed class TensorDataset
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
    public int Count => Inputs.Shape[0];

    /// <summary>The examples in batches; the last may be smaller. Each <c>foreach</c> shuffles anew.</summary>
    /// <param name="size">Examples in a batch.</param>
    /// <param name="shuffle">Whether in random order, drawn from the source that <see cref="Tensor.Seed"/>
    /// starts.</param>
    public Batches Batches(int size, bool shuffle = false) => new(this, size, shuffle);

    /// <summary>The first part of the rows and the rest: <c>var (train, test) = data.Split(0.8);</c></summary>
    /// <param name="fraction">The share of the first part, from 0 to 1.</param>
    /// <param name="shuffle">Whether rows are mixed before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one part without examples.</exception>
    public (TensorDataset First, TensorDataset Second) Split(double fraction, bool shuffle = false)
    {
        int count = (int)Math.Round(fraction * Count);
        if (!(fraction > 0 && fraction < 1) || count == 0 || count == Count)
        {
            throw new ArgumentOutOfRangeException(nameof(fraction),
                string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"A share of {fraction} leaves one part of {Count} examples empty. Take one between 0 and 1."));
        }
        var all = shuffle ? Take(Tensor.Randperm(Count).To(Inputs.Device)) : this;
        return (new(all.Inputs[..count], all.Targets[..count]), new(all.Inputs[count..], all.Targets[count..]));
    }

    /// <summary>Inputs and targets: <c>var (x, y) = data;</c></summary>
    public void Deconstruct(out Tensor inputs, out Tensor targets)
    {
        inputs = Inputs;
        targets = Targets;
    }

    internal TensorDataset Take(Tensor rows) => new(Inputs[rows], Targets[rows]);
}
