namespace Backprop;

/// <summary>On a list or dictionary that a module holds: its tensors and modules are named by their keys alone,
/// <c>0.weight</c>, without the field's name in front.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class OwnKeysAttribute : Attribute;
