namespace Backprop;

/// <summary>One layer of a <see cref="ModuleSummary"/>.</summary>
/// <param name="Name">Its path, such as <c>0</c> or <c>Fc1</c>; empty for the whole.</param>
/// <param name="Module">The layer.</param>
/// <param name="Depth">In how many modules it stands.</param>
/// <param name="ParameterCount">How many numbers it learns, those of its own layers included.</param>
/// <param name="Input">The shape that it was given, or null.</param>
/// <param name="Output">The shape that came out, or null.</param>
/// <param name="Error">Why nothing came out, or null.</param>
public sealed record LayerRow(
    string Name, Module Module, int Depth, long ParameterCount, Shape? Input, Shape? Output, string? Error);
