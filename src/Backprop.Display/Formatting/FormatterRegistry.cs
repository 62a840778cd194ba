using System.Collections.Immutable;
using System.Globalization;

namespace Backprop.Display;

/// <summary>Which function shows which type. Safe to use from several threads.</summary>
internal sealed class FormatterRegistry
{
    private const int MaxNesting = 8;

    [ThreadStatic]
    private static int nesting;

    private ImmutableList<Registration> registrations = [];
    private ImmutableDictionary<Type, IReadOnlyList<string>> preferred =
        ImmutableDictionary<Type, IReadOnlyList<string>>.Empty;

    /// <param name="Type">The type it was registered for; an open generic stands for all that are made from it.</param>
    /// <param name="Format">From an object of that type to its formats.</param>
    /// <param name="IsDefault">True where a library ships it; a learner's own for the same type then goes
    /// first.</param>
    internal sealed record Registration(Type Type, Func<object, MimeBundle> Format, bool IsDefault);

    public void Add(Type type, Func<object, MimeBundle> format) =>
        Add(new Registration(type, format, IsDefault: false));

    public void AddDefault(Type type, Func<object, MimeBundle> format) =>
        Add(new Registration(type, format, IsDefault: true));

    /// <summary>The types that libraries registered formatters for.</summary>
    public IEnumerable<Type> DefaultTypes => registrations.Where(r => r.IsDefault).Select(r => r.Type).Distinct();

    /// <summary>Forgets all but the defaults.</summary>
    public void Clear()
    {
        ImmutableInterlocked.Update(ref registrations, list => list.RemoveAll(r => !r.IsDefault));
        preferred = preferred.Clear();
    }

    public void Prefer(Type type, IReadOnlyList<string> mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(type);
        ImmutableInterlocked.Update(ref preferred, known => known.SetItem(type, mimeTypes));
    }

    /// <summary>What was asked for the closest type, or nothing.</summary>
    public IReadOnlyList<string> Preferred(Type type)
    {
        if (preferred.IsEmpty)
            return [];
        Type best = preferred.Keys.MinBy(known => Specificity.Of(type, known))!;
        return Specificity.Of(type, best) == Specificity.None ? [] : preferred[best];
    }

    public MimeBundle ToBundle(object? value)
    {
        switch (value)
        {
            case MimeBundle bundle:
                return bundle;
            case DisplayHandle:
                return new MimeBundle();
        }

        MimeBundle result = value is null ? new MimeBundle() : Registered(value);
        result = result.Formats.Count == 0 ? BuiltIn.ToBundle(value, this) : WithText(result, value);
        return value is not null && Preferred(value.GetType()) is { Count: > 0 } wanted
            ? result.Only([.. wanted, MimeBundle.Text])
            : result;
    }

    /// <summary>What is registered for a value's type makes of it; null where nothing is, or it declines.</summary>
    public MimeBundle? OfRegistered(object value)
    {
        MimeBundle result = Registered(value);
        return result.Formats.Count == 0 ? null : WithText(result, value);
    }

    /// <summary>The registered plain text of a value, or null where nothing is registered for its type.</summary>
    public string? RegisteredText(object value)
    {
        MimeBundle bundle = Registered(value);
        return bundle.Formats.ContainsKey(MimeBundle.Text) ? bundle.PlainText : null;
    }

    /// <summary>What a function writes, with numbers in the invariant culture.</summary>
    public static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }

    // A formatter may ask for the text of a value that holds the first one again, and so on without end.
    private MimeBundle Registered(object value)
    {
        if (nesting >= MaxNesting)
            return new MimeBundle();

        nesting++;
        try
        {
            return RunCandidates(value);
        }
        finally
        {
            nesting--;
        }
    }

    private MimeBundle RunCandidates(object value)
    {
        var result = new MimeBundle();
        foreach (Registration registration in Candidates(value.GetType()))
        {
            try
            {
                Merge(result, registration.Format(value));
            }
#pragma warning disable CA1031 // Whatever a formatter throws, the cell must still show the value.
            catch (Exception error)
#pragma warning restore CA1031
            {
                return Failed(value, registration.Type, error);
            }
        }
        return result;
    }

    // All registrations for the one best type: those of a learner, else the defaults; the newest first.
    private IEnumerable<Registration> Candidates(Type type)
    {
        ImmutableList<Registration> known = registrations.InsertRange(0, SourceConvention.Of(type));
        int best = known.Select(r => Specificity.Of(type, r.Type)).DefaultIfEmpty(Specificity.None).Min();
        if (best == Specificity.None)
            return [];

        Registration newest = known.Last(r => Specificity.Of(type, r.Type) == best);
        List<Registration> same = [.. known.Where(r => r.Type == newest.Type)];
        bool own = same.Exists(r => !r.IsDefault);
        return same.Where(r => r.IsDefault != own).Reverse();
    }

    private void Add(Registration registration)
    {
        ArgumentNullException.ThrowIfNull(registration.Type);
        ImmutableInterlocked.Update(ref registrations, list => list.Add(registration));
    }

    private MimeBundle WithText(MimeBundle bundle, object? value) =>
        bundle.Formats.ContainsKey(MimeBundle.Text) ? bundle : bundle.Add(MimeBundle.Text, BuiltIn.Text(value, this));

    private static void Merge(MimeBundle into, MimeBundle from)
    {
        foreach ((string mime, object content) in from.Formats)
        {
            if (into.Formats.ContainsKey(mime))
                continue;

            if (content is System.Text.Json.Nodes.JsonNode json)
                into.Add(mime, json);
            else
                into.Add(mime, (string)content);
        }
        foreach ((string mime, System.Text.Json.Nodes.JsonNode? about) in from.Metadata)
            into.Metadata.TryAdd(mime, about?.DeepClone());
    }

    private MimeBundle Failed(object value, Type registeredFor, Exception error)
    {
        string why = $"The formatter for {TypeNames.Of(registeredFor)} failed: {error.GetType().Name}: {error.Message}";
        return new MimeBundle().Add(MimeBundle.Text, $"{BuiltIn.Text(value, this)}\n({why})");
    }
}
