using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Backprop;

/// <summary>The examples of a data set in groups:
/// <c>foreach (var (x, y) in data.Batches(32, shuffle: true))</c>.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The field says batches.")]
public sealed class Batches : IReadOnlyCollection<(Tensor Inputs, Tensor Targets)>
{
    private readonly TensorDataset data;
    private readonly int size;
    private readonly bool shuffle;

    internal Batches(TensorDataset data, int size, bool shuffle)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        this.data = data;
        this.size = size;
        this.shuffle = shuffle;
    }

    /// <summary>How many batches one pass has.</summary>
    public int Count => (data.Count + size - 1) / size;

    /// <summary>One pass over all examples.</summary>
    public IEnumerator<(Tensor Inputs, Tensor Targets)> GetEnumerator()
    {
        var order = shuffle ? Tensor.Randperm(data.Count).To(data.Inputs.Device) : null;
        for (int start = 0; start < data.Count; start += size)
        {
            int end = Math.Min(start + size, data.Count);
            if (order is null)
            {
                yield return (data.Inputs[start..end], data.Targets[start..end]);
                continue;
            }
            var batch = data.Take(order[start..end]);
            yield return (batch.Inputs, batch.Targets);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
