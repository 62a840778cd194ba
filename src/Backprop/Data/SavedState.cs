namespace Backprop;

/// <summary>Reads named tensors that were saved, and says clearly what is missing, what does not fit and what is left
/// over.</summary>
/// <param name="state">Named tensors.</param>
/// <param name="owner">Whose state it should be, for messages.</param>
internal sealed class SavedState(IReadOnlyDictionary<string, Tensor> state, string owner)
{
    private readonly HashSet<string> unread = [.. (state ?? throw new ArgumentNullException(nameof(state))).Keys];

    /// <summary>A tensor of that type; a length of −1 in the shape stands for any.</summary>
    internal Tensor Tensor(string name, ReadOnlySpan<int> shape, DType dtype = DType.Float64)
    {
        if (!state.TryGetValue(name, out var tensor))
        {
            throw new ArgumentException($"The state has no {name}, which {owner} needs. It was saved by something "
                + "else.");
        }
        unread.Remove(name);
        bool fits = tensor.DType == dtype && tensor.Shape.Rank == shape.Length;
        for (int i = 0; fits && i < shape.Length; i++)
            fits = shape[i] < 0 || shape[i] == tensor.Shape[i];
        if (!fits)
        {
            string lengths = string.Join(", ", shape.ToArray().Select(n => n < 0 ? "any" : n.ToString(
                System.Globalization.CultureInfo.InvariantCulture)));
            throw new ArgumentException($"{name} in the state is {tensor.DType} {tensor.Shape}, but {owner} needs "
                + $"{dtype} [{lengths}]. It was saved by something else.");
        }
        return tensor.Detach().Copy();
    }

    /// <summary>A single number.</summary>
    internal double Number(string name) => Tensor(name, []).Item();

    internal bool Has(string name) => state.ContainsKey(name);

    /// <summary>To be called at the end: what nobody asked for belongs to something else.</summary>
    internal void Finish()
    {
        if (unread.Count > 0)
        {
            string extra = unread.Order(StringComparer.Ordinal).First();
            throw new ArgumentException($"The state holds {extra}, which {owner} does not know. It was saved by "
                + "something else.");
        }
    }
}
