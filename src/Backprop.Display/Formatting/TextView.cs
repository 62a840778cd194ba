using System.Collections;
using System.Globalization;
using System.Text;

namespace Backprop.Display;

/// <summary>Any value as one line of plain text, in the invariant culture. Cycles and depth end in <c>…</c>.</summary>
internal sealed class TextView
{
    private const int MaxDepth = 4;
    private const int MaxNestedItems = 10;

    private readonly StringBuilder line = new();
    private readonly List<object> above = [];
    private readonly int maxLength;
    private readonly FormatterRegistry registry;

    private TextView(int maxLength, FormatterRegistry registry)
    {
        this.maxLength = maxLength;
        this.registry = registry;
    }

    /// <summary>The value in one line of at most so many characters.</summary>
    public static string Line(object? value, int maxLength, FormatterRegistry registry)
    {
        var view = new TextView(maxLength, registry);
        view.Write(value, isRoot: true);
        string text = view.line.Replace('\r', ' ').Replace('\n', ' ').ToString();
        return Cut(text, maxLength);
    }

    /// <summary>At most so many characters; what was cut is marked by <c>…</c>. No character is cut in two.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        int end = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>An interpolated string in the invariant culture.</summary>
    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A number, date, enumeration value or other scalar as text.</summary>
    public static string Scalar(object? value) => value switch
    {
        null => "null",
        string text => text,
        DateTime { Kind: DateTimeKind.Utc } time =>
            time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => Own(() => formattable.ToString(null, CultureInfo.InvariantCulture)),
        Type type => TypeNames.Of(type),
        Delegate function => TypeNames.Of(function.GetType()),
        Task task => $"{TypeNames.Of(task.GetType())} ({task.Status})",
        _ => Own(value.ToString),
    };

    private static string Own(Func<string?> toString) =>
        Members.Read(toString) switch
        {
            Members.Failure failure => $"(ToString {failure})",
            string text => text,
            _ => "null",
        };

    private void Write(object? value, bool isRoot = false)
    {
        if (line.Length > maxLength)
            return;
        if (value is null || above.Exists(a => ReferenceEquals(a, value)))
            line.Append(value is null ? "null" : "…");
        else if (!isRoot && value is string text)
            line.Append('"').Append(text).Append('"');
        else if (registry.RegisteredText(value) is { } registered)
            line.Append(FirstLine(registered));
        else if (Members.IsScalar(value))
            line.Append(Scalar(value));
        else if (above.Count >= MaxDepth)
            line.Append('…');
        else
            WriteParts(value);
    }

    // What says more on further lines says in its first what it is.
    private static ReadOnlySpan<char> FirstLine(string text)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text : text.AsSpan(0, end);
    }

    private void WriteParts(object value)
    {
        above.Add(value);
        switch (value)
        {
            case Exception error:
                line.Append(error.GetType().Name).Append(": ").Append(error.Message);
                break;
            case IDictionary dictionary:
                WriteList(dictionary, "{ ", " }", WritePair);
                break;
            case IEnumerable items:
                WriteList(items, "[", "]", item => Write(item));
                break;
            default:
                WriteMembers(value);
                break;
        }
        above.RemoveAt(above.Count - 1);
    }

    private void WriteList(IEnumerable items, string open, string close, Action<object?> write)
    {
        int limit = above.Count == 1 ? Formatter.ListExpansionLimit : MaxNestedItems;
        Items shown = Items.Take(items, limit);
        line.Append(open);
        for (int i = 0; i < shown.Shown.Count; i++)
        {
            line.Append(i == 0 ? "" : ", ");
            write(shown.Shown[i]);
        }
        if (shown.IsCut)
            line.Append(", …");
        line.Append(close);
        if (shown.IsCut && shown.Total is { } total)
            line.Append(CultureInfo.InvariantCulture, $" ({total} items)");
    }

    private void WritePair(object? item)
    {
        (object? key, object? value) = Items.Pair(item!);
        Write(key, isRoot: true);
        line.Append(": ");
        Write(value);
    }

    private void WriteMembers(object value)
    {
        Type type = value.GetType();
        if (Members.IsPair(type))
        {
            WritePair(value);
            return;
        }
        bool isTuple = Members.IsTuple(type);
        if (!isTuple && !Members.IsAnonymous(type))
            line.Append(TypeNames.Of(type));

        IReadOnlyList<(string Name, object? Value)> members = Members.Of(value);
        if (members.Count == 0)
            return;
        if (!isTuple)
            line.Append(line.Length == 0 || line[^1] is ' ' or '[' ? "{ " : " { ");
        else
            line.Append('(');
        for (int i = 0; i < members.Count; i++)
        {
            line.Append(i == 0 ? "" : ", ").Append(isTuple ? "" : members[i].Name + " = ");
            Write(members[i].Value);
        }
        line.Append(isTuple ? ")" : " }");
    }
}
