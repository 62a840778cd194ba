using System.Collections;

namespace Backprop.Display;

/// <summary>Values in rows and columns, read off a sequence, a dictionary, a matrix or one object.</summary>
/// <param name="Title">What it is, such as <c>List&lt;Person&gt;</c>.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The first rows; a cell that the row does not have is <see cref="Missing"/>.</param>
/// <param name="Total">How many rows there are, where that is known.</param>
/// <param name="IsCut">True where there are more rows than shown.</param>
internal sealed record Table(
    string Title, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows, long? Total, bool IsCut)
{
    private const int MaxColumns = 20;

    /// <summary>Stands where a row has no such column.</summary>
    public static readonly object Missing = new();

    /// <summary>
    /// The table in which the value is best read, or null where it has none (a list of numbers, a scalar).
    /// </summary>
    public static Table? Of(object value, FormatterRegistry registry)
    {
        switch (value)
        {
            case Array { Rank: 2 } matrix:
                return OfMatrix(matrix);
            case IDictionary dictionary:
                return OfPairs(value, Items.Take(dictionary, Formatter.ListExpansionLimit));
            case IEnumerable sequence:
                return OfSequence(value, Items.Take(sequence, Formatter.ListExpansionLimit), registry);
            case Exception:
                return null;
        }

        IReadOnlyList<(string Name, object? Value)> members = Members.Of(value);
        object?[][] rows = [.. members.Select(m => new[] { m.Name, m.Value })];
        return rows.Length == 0
            ? null
            : new Table(TypeNames.Of(value.GetType()), ["member", "value"], rows, rows.Length, IsCut: false);
    }

    private static Table? OfSequence(object value, Items items, FormatterRegistry registry)
    {
        object? first = items.Shown.FirstOrDefault(i => i is not null);
        if (first is null || Members.IsScalar(first) || IsNested(first) || registry.RegisteredText(first) is not null)
            return null;
        if (items.Shown.All(i => i is not null && Members.IsPair(i.GetType())))
            return OfPairs(value, items);

        var columns = new List<string>();
        List<Dictionary<string, object?>> cells = [.. items.Shown.Select(i => Cells(i, columns))];
        string[] kept = [.. columns.Take(MaxColumns)];
        object?[][] rows = [.. cells.Select(row => Array.ConvertAll(kept, c => row.GetValueOrDefault(c, Missing)))];
        return kept.Length == 0 ? null : new Table(TypeNames.Of(value.GetType()), kept, rows, items.Total, items.IsCut);
    }

    // A list of lists is a table where the inner ones hold numbers or text; deeper ones are read better as a line.
    private static bool IsNested(object item) =>
        item is IEnumerable list and not IDictionary
        && Items.Take(list, 1).Shown is [{ } inner]
        && !Members.IsScalar(inner)
        && !Members.IsPair(inner.GetType());

    private static Table OfPairs(object value, Items items)
    {
        object?[][] rows = [.. items.Shown.Select(PairRow)];
        return new Table(TypeNames.Of(value.GetType()), ["key", "value"], rows, items.Total, items.IsCut);
    }

    private static object?[] PairRow(object? item)
    {
        if (item is null or Members.Failure)
            return [item, Missing];
        (object? key, object? value) = Items.Pair(item);
        return [key, value];
    }

    private static Table OfMatrix(Array matrix)
    {
        int shown = Math.Min(matrix.GetLength(0), Formatter.ListExpansionLimit);
        int width = Math.Min(matrix.GetLength(1), MaxColumns);
        string[] columns = [.. Enumerable.Range(0, width).Select(j => TextView.Invariant($"{j}"))];
        object?[][] rows = [.. Enumerable.Range(0, shown).Select(i => Row(i))];
        return new Table(
            TypeNames.Of(matrix.GetType()), columns, rows, matrix.GetLength(0), shown < matrix.GetLength(0));

        object?[] Row(int i) => [.. Enumerable.Range(0, width)
            .Select(j => matrix.GetValue(i + matrix.GetLowerBound(0), j + matrix.GetLowerBound(1)))];
    }

    // One row: the members of an object, the entries of a dictionary, the items of a list.
    private static Dictionary<string, object?> Cells(object? item, List<string> columns)
    {
        IEnumerable<(string Name, object? Value)> cells = item switch
        {
            null or Members.Failure => [("value", item)],
            IDictionary dictionary => Items.Take(dictionary, MaxColumns).Shown.Select(Named),
            IEnumerable list and not string =>
                Items.Take(list, MaxColumns).Shown.Select((v, i) => (TextView.Invariant($"{i}"), v)),
            _ when Members.IsScalar(item) => [("value", item)],
            _ => Members.Of(item),
        };
        var row = new Dictionary<string, object?>();
        foreach ((string name, object? value) in cells)
        {
            row[name] = value;
            if (!columns.Contains(name))
                columns.Add(name);
        }
        return row;
    }

    private static (string Name, object? Value) Named(object? entry)
    {
        if (entry is null or Members.Failure)
            return ("value", entry);
        (object? key, object? value) = Items.Pair(entry);
        return (TextView.Cut(TextView.Scalar(key), 40), value);
    }
}
