namespace Backprop;

/// <summary>Where a tensor lies in a safetensors file, and as what.</summary>
/// <param name="Type">The type's name in the file: <c>F32</c>, <c>BF16</c>, <c>I64</c> …</param>
/// <param name="Shape">The lengths of the axes.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte behind the last.</param>
public sealed record SafetensorsEntry(string Type, Shape Shape, long Begin, long End);
