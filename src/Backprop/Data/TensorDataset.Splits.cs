using System.Globalization;

namespace Backprop;

/// <content>Splitting into parts to learn from and parts to measure on. Every example lands in one
/// part.</content>
public sealed partial class TensorDataset
{
    /// <summary>The first part of the rows and the rest: <c>var (train, test) = data.Split(0.8);</c></summary>
    /// <param name="fraction">The share of the first part, between 0 and 1.</param>
    /// <param name="shuffle">Whether rows are mixed before.</param>
    /// <param name="seed">Which mixing; without it, one that <see cref="Tensor.Seed"/> decides.</param>
    /// <param name="stratify">Whether each part gets its share of every class of the targets.</param>
    /// <exception cref="ArgumentException">A part would be empty; or the targets are no classes.</exception>
    public (TensorDataset First, TensorDataset Second) Split(
        double fraction, bool shuffle = false, long? seed = null, bool stratify = false)
    {
        var parts = Parts([fraction], shuffle, seed, stratify);
        return (parts[0], parts[1]);
    }

    /// <summary>Three parts: <c>var (train, validation, test) = data.Split(0.7, 0.15, shuffle: true, seed: 7);</c> The
    /// test part is what the two fractions leave.</summary>
    /// <param name="train">The share to learn from.</param>
    /// <param name="validation">The share to choose by.</param>
    /// <param name="shuffle">Whether rows are mixed before.</param>
    /// <param name="seed">Which mixing; without it, one that <see cref="Tensor.Seed"/> decides.</param>
    /// <param name="stratify">Whether each part gets its share of every class of the targets.</param>
    /// <exception cref="ArgumentException">A part would be empty; or the targets are no classes.</exception>
    public (TensorDataset Train, TensorDataset Validation, TensorDataset Test) Split(
        double train, double validation, bool shuffle = false, long? seed = null, bool stratify = false)
    {
        var parts = Parts([train, validation], shuffle, seed, stratify);
        return (parts[0], parts[1], parts[2]);
    }

    /// <summary>Cross-validation: <paramref name="k"/> times all rows, each time another k-th held back for
    /// validation.</summary>
    /// <param name="k">How many folds.</param>
    /// <param name="shuffle">Whether rows are mixed before.</param>
    /// <param name="seed">Which mixing; without it, one that <see cref="Tensor.Seed"/> decides.</param>
    /// <param name="stratify">Whether each fold gets its share of every class of the targets.</param>
    /// <exception cref="ArgumentException">There are more folds than examples, or fewer than 2; or the targets are no
    /// classes.</exception>
    public IReadOnlyList<(TensorDataset Train, TensorDataset Validation)> KFold(
        int k, bool shuffle = false, long? seed = null, bool stratify = false)
    {
        if (k < 2 || k > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(k), $"{Count} examples do not make {k} folds. Take 2 to "
                + $"{Count}, so that none is empty.");
        }
        int[] order = Order(shuffle, seed), fold = new int[Count];
        int[] places = stratify ? PlacesByClass(order) : [.. Enumerable.Range(0, Count)];
        for (int i = 0; i < Count; i++)
        {
            // Of the examples in order of class every k-th goes to the same fold; else neighbours stay together.
            fold[places[i]] = stratify ? i % k : (int)((long)i * k / Count);
        }
        return [.. Enumerable.Range(0, k).Select(f => (
            Take([.. order.Where((_, place) => fold[place] != f)]),
            Take([.. order.Where((_, place) => fold[place] == f)])))];
    }

    private TensorDataset[] Parts(double[] fractions, bool shuffle, long? seed, bool stratify)
    {
        int[] sizes = Sizes(fractions), order = Order(shuffle, seed);
        if (!stratify)
        {
            int start = 0;
            return [.. sizes.Select(size => Take(order[start..(start += size)]))];
        }
        // The examples in order of class; each part in turn takes its share of what is left, evenly spread.
        List<int> left = [.. PlacesByClass(order)];
        var part = new int[Count];
        for (int p = 0; p < sizes.Length; p++)
        {
            var rest = new List<int>();
            for (int i = 0; i < left.Count; i++)
            {
                bool takes = (i + 1L) * sizes[p] / left.Count > (long)i * sizes[p] / left.Count;
                if (takes)
                    part[left[i]] = p;
                else
                    rest.Add(left[i]);
            }
            left = rest;
        }
        return [.. sizes.Select((_, p) => Take([.. order.Where((_, place) => part[place] == p)]))];
    }

    private int[] Sizes(double[] fractions)
    {
        var sizes = new int[fractions.Length + 1];
        double sum = 0;
        int taken = 0;
        for (int i = 0; i < fractions.Length; i++)
        {
            sum += fractions[i];
            sizes[i] = double.IsFinite(sum) && sum <= 1 + 1e-9 ? (int)Math.Round(sum * Count) - taken : 0;
            taken += sizes[i];
        }
        sizes[^1] = Count - taken;
        if (sizes.Any(size => size <= 0))
        {
            string shares = string.Join(" and ", fractions.Select(f => f.ToString("R", CultureInfo.InvariantCulture)));
            throw new ArgumentException($"Of {Count} examples, shares of {shares} and the rest make parts of "
                + $"{string.Join(", ", sizes)}. Take fractions above 0 that leave no part empty.");
        }
        return sizes;
    }

    private int[] Order(bool shuffle, long? seed)
    {
        if (!shuffle)
            return [.. Enumerable.Range(0, Count)];
        return new SeededRandom(seed ?? SeededRandom.DrawSeed(), SplitStream).NextOrder(Count);
    }

    // The first pass of a loader with the same seed takes another order.
    private const ulong SplitStream = 1;

    /// <summary>Places in an order, those of one class behind the other.</summary>
    private int[] PlacesByClass(int[] order)
    {
        double[] numbers = Targets.ToArray<double>();
        int width = numbers.Length / Count;
        var classes = new Dictionary<string, int>();
        var classOf = new int[Count];
        for (int row = 0; row < Count; row++)
        {
            string key = string.Join(' ', numbers.AsSpan(row * width, width).ToArray()
                .Select(x => x.ToString("R", CultureInfo.InvariantCulture)));
            if (!classes.TryGetValue(key, out classOf[row]))
                classes.Add(key, classOf[row] = classes.Count);
        }
        if (classes.Count > (Count + 1) / 2)
        {
            throw new ArgumentException($"The targets are no classes: {Count} examples have {classes.Count} different "
                + "ones. Split without stratify.");
        }
        return [.. Enumerable.Range(0, Count).OrderBy(place => classOf[order[place]])];
    }
}
