namespace Backprop;

/// <summary>One layer of a <see cref="ModuleSummary"/>.</summary>
/// <param name="Name">Its path, such as <c>0</c> or <c>fc1</c>; empty for the whole.</param>
/// <param name="Module">The layer.</param>
/// <param name="Depth">In how many modules it stands.</param>
/// <param name="ParameterCount">How many numbers it learns, those of its own layers included.</param>
/// <param name="Output">The shape that came out, or null where none was seen.</param>
/// <param name="Error">Why nothing came out, or null.</param>
public sealed record LayerRow(
    string Name, Module Module, int Depth, long ParameterCount, Shape? Output, string? Error)
{
    /// <summary>Additions and multiplications of its matrix products and convolutions, for the whole batch; all else
    /// is small beside them and left out.</summary>
    public long Flops { get; init; }

    /// <summary>How many bytes its results take while training, those of its own layers included.</summary>
    public long ActivationBytes { get; init; }

    /// <summary>How many bytes its parameters take.</summary>
    public long ParameterBytes { get; init; }
}
