using System.Collections;

namespace Backprop;

/// <summary>A list of tensors that knows their names, so that what is saved about each can carry its name.</summary>
internal sealed class NamedTensors(IReadOnlyList<(string Name, Tensor Value)> items) : IReadOnlyList<Tensor>
{
    public int Count => items.Count;

    public Tensor this[int index] => items[index].Value;

    internal string Name(int index) => items[index].Name;

    public IEnumerator<Tensor> GetEnumerator()
    {
        foreach (var (_, value) in items)
            yield return value;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
