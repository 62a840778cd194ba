using System.Collections;

namespace Backprop.Display;

/// <summary>The first items of a sequence, without walking the rest: it may be endless.</summary>
/// <param name="Shown">The first items; a sequence that threw ends in a <see cref="Members.Failure"/>.</param>
/// <param name="IsCut">True where there are more.</param>
/// <param name="Total">How many there are, where the sequence knows or has ended.</param>
internal sealed record Items(IReadOnlyList<object?> Shown, bool IsCut, long? Total)
{
    /// <summary>Takes at most <paramref name="limit"/> items.</summary>
    public static Items Take(IEnumerable source, int limit)
    {
        var shown = new List<object?>();
        bool isCut = false;
        object? failure = Members.Read(() =>
        {
            foreach (object? item in source)
            {
                isCut = shown.Count == limit;
                if (isCut)
                    break;
                shown.Add(item);
            }
            return null;
        });
        if (failure is not null)
            shown.Add(failure);
        return new Items(shown, isCut, isCut ? Count(source) : shown.Count);
    }

    /// <summary>Key and value of a dictionary's entry.</summary>
    public static (object? Key, object? Value) Pair(object entry)
    {
        if (entry is DictionaryEntry old)
            return (old.Key, old.Value);
        Type type = entry.GetType();
        return (type.GetProperty("Key")!.GetValue(entry), type.GetProperty("Value")!.GetValue(entry));
    }

    private static long? Count(IEnumerable source)
    {
        object? count = source switch
        {
            Array array => array.LongLength,
            ICollection collection => Members.Read(() => (long)collection.Count),
            _ => Members.Read(() => CountProperty(source)),
        };
        return count as long?;
    }

    // HashSet<T> and the like are ICollection<T> alone.
    private static long? CountProperty(IEnumerable source)
    {
        Type? counted = Array.Find(source.GetType().GetInterfaces(), IsCounted);
        return counted?.GetProperty("Count")!.GetValue(source) as int?;
    }

    private static bool IsCounted(Type type) =>
        type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)
            || type.GetGenericTypeDefinition() == typeof(ICollection<>));
}
