namespace Backprop.Onnx;

/// <summary>Constants that a net makes itself, such as zeros to start from or the numbers of positions.</summary>
internal sealed class MadeValues(GraphWriter graph, Sizes sizes)
{
    private int count;

    /// <summary>Writes a constant, or how it follows from lengths.</summary>
    /// <exception cref="NotSupportedException">It differs from probe to probe in a way that has no rule.</exception>
    internal string Write(Value value)
    {
        if (value.HasFixedShape && value.Samples.Skip(1).All(sample => IsSame(value.First, sample)))
        {
            return value.First.Shape.Rank == 0
                ? graph.Number(value.First.ToArray<double>()[0], value.First.DType)
                : graph.Constant(Name(), value.First);
        }
        return Repeated(value) ?? Counted(value) ?? throw new NotSupportedException(
            $"Forward makes a tensor {value.First.Shape} of its own that is another one each time, or follows from a "
            + "free axis in a way that has no rule. Random numbers and numbers computed from x.Shape cannot "
            + "be written.");
    }

    /// <summary>True if the numbers are 0 in every probe.</summary>
    internal static bool IsZero(Value value) =>
        value.IsMade && value.Samples.All(sample => Array.TrueForAll(sample.ToArray<double>(), number => number == 0));

    /// <summary>The same numbers at every place of the axes that are free: zeros for a batch.</summary>
    private string? Repeated(Value value)
    {
        int rank = value.First.Shape.Rank;
        var lengths = new (int Number, string? Computed)[rank];
        var cores = (Tensor[])value.Samples.Clone();
        for (int axis = 0; axis < rank; axis++)
        {
            if (sizes.Find(value, axis) is not { } length)
                return null;
            lengths[axis] = (length.Factor, length.IsFixed ? null : sizes.Of(length));
            if (!length.IsFixed)
                cores = Array.ConvertAll(cores, core => Ops.Narrow.Along(core.Shape, axis, 0, 1).Apply(core));
        }
        for (int i = 0; i < cores.Length; i++)
        {
            Tensor sample = value.Samples[i], repeated = cores[i].Expand(sample.Shape.ToArray());
            if (!IsSame(cores[0], cores[i]) || !IsSame(repeated, sample))
                return null;
        }
        return graph.Add("Expand", [graph.Constant(Name(), cores[0]), sizes.Join(lengths)]);
    }

    /// <summary>0, 1, 2, … along one axis.</summary>
    private string? Counted(Value value)
    {
        if (value.First.Shape.Rank != 1 || sizes.Find(value, 0) is not { } length || !value.Samples.All(IsCount))
            return null;
        string end = graph.Add("Squeeze", [sizes.Of(length), graph.Row(0)]);
        string numbers = graph.Add("Range", [graph.Whole(0), end, graph.Whole(1)]);
        return graph.Add("Cast", [numbers], Attributes.Of("to", (int)ElementTypes.Of(value.First.DType)));
    }

    private static bool IsCount(Tensor sample) =>
        sample.DType != DType.Bool && sample.ToArray<double>().Index().All(pair => pair.Item == pair.Index);

    private static bool IsSame(Tensor a, Tensor b) => a.Shape == b.Shape && a.DType == b.DType
        && a.ToArray<double>().AsSpan().SequenceEqual(b.ToArray<double>());

    private string Name() => FormattableString.Invariant($"constant_{++count}");
}
