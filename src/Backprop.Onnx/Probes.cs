namespace Backprop.Onnx;

/// <summary>
/// The example in several sizes. A net is run on each; a length that differs from one to the next follows from the
/// length of an axis that is free, and every other one is fixed.
/// </summary>
internal sealed class Probes
{
    private Probes(Tensor[] inputs, string[] axes)
    {
        Inputs = inputs;
        Axes = axes;
    }

    /// <summary>The first, and for each free axis one in which only that axis has another length. Two at least: what
    /// differs between equal inputs is random.</summary>
    internal Tensor[] Inputs { get; }

    /// <summary>The names of the free axes, which are the first ones.</summary>
    internal string[] Axes { get; }

    /// <summary>How long a free axis is in the first probe.</summary>
    internal int First(int axis) => Inputs[0].Shape[axis];

    /// <summary>How long it is in the probe of its own.</summary>
    internal int Other(int axis) => Inputs[axis + 1].Shape[axis];

    /// <exception cref="ArgumentException">The example has too few axes, or too few elements along a free
    /// one.</exception>
    internal static Probes Of(Tensor example, IReadOnlyList<string> axes)
    {
        Check(example.Shape, axes);
        example = example.Detach();
        if (axes.Count == 0)
            return new([example, example], []);
        // Not one row: a length of 1 repeats where another one would not.
        var first = Rows(example, 2);
        List<Tensor> inputs = [first, Rows(example, 3)];
        // In memory of its own: how a tensor lies may decide how it is multiplied.
        for (int axis = 1; axis < axes.Count; axis++)
            inputs.Add(Ops.Narrow.Along(first.Shape, axis, 0, first.Shape[axis] - 1).Apply(first).Clone());
        return new([.. inputs], [.. axes]);
    }

    /// <summary>Rows of the example, from the first on again when they run out.</summary>
    private static Tensor Rows(Tensor example, int count) =>
        example[Tensor.From([.. Enumerable.Range(0, count).Select(row => row % example.Shape[0])])];

    private static void Check(Shape shape, IReadOnlyList<string> axes)
    {
        if (axes.Count > shape.Rank)
        {
            throw new ArgumentException($"The example has shape {shape}, so it cannot have {axes.Count} free axes "
                + $"({string.Join(", ", axes)}). Name its first axes, or fewer.", nameof(axes));
        }
        if (axes.Any(string.IsNullOrWhiteSpace) || axes.Distinct().Count() < axes.Count)
            throw new ArgumentException("Each free axis has a name of its own, such as batch and time.", nameof(axes));
        if (shape.Size == 0)
            throw new ArgumentException($"The example {shape} is empty. Give one row or more.", nameof(shape));
        for (int axis = 1; axis < axes.Count; axis++)
        {
            if (shape[axis] < 3)
            {
                throw new ArgumentException($"The example {shape} has {shape[axis]} elements along {axes[axis]}. Give "
                    + "3 or more, so that what follows from that length can be told from what does not.", nameof(shape));
            }
        }
    }
}
