namespace Backprop;

/// <summary>
/// Marks a tensor of a <see cref="Module"/> as part of its state although it is not learned, such as a running mean: it
/// is found in <see cref="Module.NamedBuffers"/>, and saved and loaded with the parameters.
/// </summary>
/// <remarks>Update it in place (<see cref="Tensor.Assign"/>), so that whoever holds it sees the new numbers.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PersistentAttribute : Attribute;
