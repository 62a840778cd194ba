using System.Diagnostics.CodeAnalysis;

namespace Backprop;

/// <summary>Checks weights of one's own as a layer takes them: <c>new Linear(2, 1) { Weight = [[1, -1]] }</c>. The
/// layer keeps a copy.</summary>
internal static class Fitting
{
    /// <summary>What a layer is to learn from; the first value sets the shape for all later ones.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    internal static Tensor? Parameter(string name, Tensor? old, Tensor? value) =>
        old is null || value is null ? value : Copy(name, old, value).RequireGrad();

    /// <summary>State that is not learned.</summary>
    internal static Tensor Buffer(string name, Tensor? old, Tensor value) =>
        old is null ? value : Copy(name, old, value);

    private static Tensor Copy(string name, Tensor old, Tensor value) => value.Shape == old.Shape
        ? value.Detach().Clone()
        : throw new ArgumentException($"{name} has shape {old.Shape}, not {value.Shape}. Reshape or transpose it.");
}
