namespace Backprop.Onnx;

/// <summary>A tensor of the graph: what it was in each probe, and how the file calls it.</summary>
/// <param name="samples">One for each probe.</param>
internal sealed class Value(Tensor[] samples)
{
    /// <summary>What it was in each probe.</summary>
    internal Tensor[] Samples { get; } = samples;

    /// <summary>What it was in the first probe.</summary>
    internal Tensor First => Samples[0];

    /// <summary>Its name in the state dictionary; null if it is no parameter or buffer.</summary>
    internal string? StateName { get; init; }

    /// <summary>What made it; null for the input, parameters and constants.</summary>
    internal Operation? Maker { get; init; }

    /// <summary>Whether the input counts for it.</summary>
    internal bool IsFromInput { get; init; }

    /// <summary>How the file calls it, once it is written.</summary>
    internal string? Name { get; set; }

    /// <summary>True if it is a constant that the net made itself.</summary>
    internal bool IsMade => Maker is null && StateName is null && !IsFromInput;

    /// <summary>Whether its shape was the same in all probes.</summary>
    internal bool HasFixedShape => Array.TrueForAll(Samples, sample => sample.Shape == First.Shape);

    /// <summary>The lengths of an axis in the probes.</summary>
    internal int[] Lengths(int axis) => Array.ConvertAll(Samples, sample => sample.Shape[axis]);
}
