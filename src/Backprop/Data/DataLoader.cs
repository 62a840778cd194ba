using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Backprop;

/// <summary>
/// Brings a data set in batches: <c>foreach (var (x, y) in new DataLoader(data, batchSize: 32, shuffle: true))</c>.
/// Each <c>foreach</c> is one pass (an epoch) and, if it shuffles, has an order of its own.
/// </summary>
/// <remarks>The order follows from the seed and the number of the pass alone, so equal seeds give equal runs, with and
/// without prefetching, and a run that was saved with <see cref="State"/> goes on with the batch that it would have
/// taken next.</remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The field says data loader.")]
public sealed class DataLoader : IReadOnlyCollection<(Tensor Inputs, Tensor Targets)>
{
    private const string EpochName = "epoch", PositionName = "position", SeedName = "seed";

    private readonly Dataset data;
    private readonly int prefetch;
    private readonly bool shuffle, dropLast;
    private readonly Func<Tensor, Random, Tensor>? transform;
    private long seed;
    // The next batch, as State() tells it; and whether the next pass begins there (Load) or afresh.
    private long epoch;
    private int position;
    private bool resumes = true;
    private int passes;

    /// <summary>A loader of a data set.</summary>
    /// <param name="data">The examples.</param>
    /// <param name="batchSize">Examples in a batch.</param>
    /// <param name="shuffle">Whether each pass takes the examples in another random order.</param>
    /// <param name="seed">Decides the orders and what the transform draws. Without it, one is drawn now from the source
    /// that <see cref="Tensor.Seed"/> starts.</param>
    /// <param name="dropLast">Whether to leave out a last batch that is smaller than the others.</param>
    /// <param name="prefetch">How many batches a background thread makes ready ahead of the loop; with 0 each is made
    /// when the loop asks for it. Worth it where making a batch takes time: files, transforms.</param>
    /// <param name="transform">Changes the inputs of each batch, for instance <see cref="Augment.Shift"/>, with random
    /// numbers that belong to the batch.</param>
    /// <exception cref="ArgumentException">There is no example, or not one whole batch.</exception>
    public DataLoader(Dataset data, int batchSize = 32, bool shuffle = false, long? seed = null, bool dropLast = false,
        int prefetch = 0, Func<Tensor, Random, Tensor>? transform = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        ArgumentOutOfRangeException.ThrowIfNegative(prefetch);
        this.data = data;
        BatchSize = batchSize;
        (this.shuffle, this.dropLast, this.prefetch, this.transform) = (shuffle, dropLast, prefetch, transform);
        this.seed = seed ?? (shuffle || transform is not null ? SeededRandom.DrawSeed() : 0);
        if (data.Count == 0)
            throw new ArgumentException("The data set is empty: there is no batch to load.");
        if (Count == 0)
        {
            throw new ArgumentException($"The data set has {data.Count} examples, less than one batch of {batchSize}, "
                + "and dropLast leaves out what is smaller. Take a smaller batchSize.");
        }
    }

    /// <summary>How many batches one pass has.</summary>
    public int Count => dropLast ? data.Count / BatchSize : (int)(((long)data.Count + BatchSize - 1) / BatchSize);

    /// <summary>Examples in a batch; the last one may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>The pass of the next batch, from 0.</summary>
    public long Epoch => epoch;

    /// <summary>The next batch in its pass, from 0.</summary>
    public int Position => position;

    /// <summary>One pass. After <see cref="Load"/>, the rest of the pass that was interrupted.</summary>
    public IEnumerator<(Tensor Inputs, Tensor Targets)> GetEnumerator()
    {
        if (!resumes && position > 0)
            (epoch, position) = (epoch + 1, 0);
        resumes = false;
        return Pass(++passes, epoch, position);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where the loader stands: the seed, the pass and the next batch, as named tensors to save with a
    /// checkpoint. Taken inside the loop, the batch at hand counts as done.</summary>
    public Dictionary<string, Tensor> State() => new()
    {
        // Whole numbers of 53 bits and more do not fit one float64: two halves do.
        [SeedName] = Tensor.From([(int)(seed >> 32), unchecked((int)seed)]),
        [EpochName] = Tensor.Full([], epoch, DType.Float64),
        [PositionName] = Tensor.Full([], position, DType.Float64),
    };

    /// <summary>Takes over what <see cref="State"/> gave: the next <c>foreach</c> goes on there.</summary>
    /// <exception cref="ArgumentException">It is not the state of a loader of so many batches. Nothing is changed
    /// then.</exception>
    public void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        var saved = new SavedState(state, nameof(DataLoader));
        var halves = saved.Tensor(SeedName, [2], DType.Int32).ToArray<int>();
        double newEpoch = saved.Number(EpochName), newPosition = saved.Number(PositionName);
        saved.Finish();
        if (!(newEpoch >= 0 && newEpoch <= long.MaxValue / 2) || !(newPosition >= 0 && newPosition < Count))
        {
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"The state stands at batch {newPosition} of pass {newEpoch}, but this loader has {Count} batches in a "
                + $"pass. It was saved with other data or another batchSize."));
        }
        seed = (long)halves[0] << 32 | (uint)halves[1];
        (epoch, position, resumes) = ((long)newEpoch, (int)newPosition, true);
    }

    private IEnumerator<(Tensor Inputs, Tensor Targets)> Pass(int pass, long ofEpoch, int start)
    {
        int[]? order = shuffle ? new SeededRandom(seed, OrderStream(ofEpoch)).NextOrder(data.Count) : null;
        using var batches = new Prefetch<(Tensor, Tensor)>(i => Make(order, ofEpoch, i), start, Count, prefetch);
        for (int i = start; i < Count; i++)
        {
            var batch = batches.Next();
            // Of two loops over one loader the one that began last is the one whose place is told.
            if (pass == passes)
                (epoch, position) = i + 1 < Count ? (ofEpoch, i + 1) : (ofEpoch + 1, 0);
            yield return batch;
        }
    }

    private (Tensor, Tensor) Make(int[]? order, long ofEpoch, int index)
    {
        int first = index * BatchSize, length = Math.Min(BatchSize, data.Count - first);
        var rows = new int[length];
        for (int i = 0; i < length; i++)
            rows[i] = order is null ? first + i : order[first + i];
        var (inputs, targets) = data.Batch(rows);
        if (transform is not null)
            inputs = transform(inputs, new SeededRandom(seed, OrderStream(ofEpoch) + 1 + (ulong)index));
        return (inputs, targets);
    }

    // Room for 2³² − 1 batches behind the order of each pass; stream 0 is what synthetic data of that seed drew.
    private static ulong OrderStream(long ofEpoch) => ((ulong)ofEpoch + 1) << 32;
}
