namespace Backprop;

/// <summary>Reads a saved state name by name, and says clearly what does not fit.</summary>
/// <param name="state">Named tensors.</param>
/// <param name="owner">Whose state it should be, for messages.</param>
internal sealed class StateReader(IReadOnlyDictionary<string, Tensor> state, object owner)
{
    internal const string LearningRate = "learning_rate";

    private readonly HashSet<string> unread = [.. (state ?? throw new ArgumentNullException(nameof(state))).Keys];

    /// <summary>A number, as a state holds it.</summary>
    internal static Tensor Number(double value) => Tensor.Full([], value, DType.Float64);

    internal bool Has(string name) => state.ContainsKey(name);

    /// <summary>A number that must be there.</summary>
    internal double Number(string name)
    {
        var tensor = Find(name) ?? throw new ArgumentException(
            $"The state has no {name}, which {Owner} needs. It was saved by another optimizer or for other parameters.");
        if (tensor.Shape.Size != 1)
            throw new ArgumentException($"{name} in the state of {Owner} should be one number and has shape {tensor.Shape}.");
        return tensor.Item();
    }

    /// <summary>A copy of a tensor with the shape and type of another; null if it is not there.</summary>
    internal Tensor? TensorLike(Tensor like, string name)
    {
        if (Find(name) is not { } tensor)
            return null;
        if (tensor.Shape != like.Shape || tensor.DType != like.DType)
        {
            throw new ArgumentException($"{name} in the state is {tensor.DType} {tensor.Shape}, but {Owner} needs "
                + $"{like.DType} {like.Shape}. It was saved for other parameters.");
        }
        var detached = tensor.Detach();
        return detached.Device == like.Device ? detached.Copy() : detached.To(like.Device);
    }

    /// <summary>To be called at the end: what nobody asked for belongs to something else.</summary>
    internal void Finish()
    {
        if (unread.Count > 0)
        {
            throw new ArgumentException($"The state holds {unread.Order(StringComparer.Ordinal).First()}, which {Owner} does "
                + "not know. It was saved by another optimizer or for other parameters.");
        }
    }

    private string Owner => owner.GetType().Name;

    private Tensor? Find(string name)
    {
        unread.Remove(name);
        return state.GetValueOrDefault(name);
    }
}
