using System.Collections;

namespace Backprop.Checks;

/// <summary>
/// A list that counts how often it is read, and stops a reader who reads too often: cost without a clock.
/// </summary>
/// <param name="items">What the list holds.</param>
/// <param name="budget">How many reads are allowed.</param>
public sealed class CountedList<T>(IReadOnlyList<T> items, long budget = long.MaxValue) : IReadOnlyList<T>
{
    /// <summary>How many items were read so far.</summary>
    public long Reads { get; private set; }

    /// <summary>True once somebody was stopped.</summary>
    public bool IsSpent => Reads > budget;

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            Tick();
            return items[index];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (T item in items)
        {
            Tick();
            yield return item;
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Tick()
    {
        if (++Reads > budget)
            throw new InvalidOperationException("The list was read too often.");
    }
}
