using System.Globalization;

namespace Backprop.Display;

/// <summary>A value that a directive takes, as an argument or as an option.</summary>
/// <param name="Name"><c>--epochs</c>; of an argument, what help calls it: <c>net</c>.</param>
/// <param name="Type"><c>string</c>, <c>int</c>, <c>long</c>, <c>double</c>, <c>bool</c> (a flag that needs no value),
/// or an enumeration.</param>
/// <param name="Summary">What it means, in a few words.</param>
public sealed record DirectiveOption(string Name, Type Type, string Summary)
{
    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Its value where it is not given.</summary>
    public object? Default { get; init; }

    /// <summary>Whether the only values are those that <see cref="Completions"/> offers.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Values that are always there to choose from; help lists them.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What a front end offers while a person types it, such as the names of networks, beside the
    /// <see cref="Choices"/>.</summary>
    public Func<IDirectiveHost, IEnumerable<string>>? Completions { get; init; }

    /// <summary>An option of type <typeparamref name="T"/>.</summary>
    public static DirectiveOption Of<T>(string name, string summary) => new(name, typeof(T), summary);

    /// <summary>One of a few words and nothing else.</summary>
    public static DirectiveOption Choice(string name, string summary, params IReadOnlyList<string> choices) =>
        new(name, typeof(string), summary) { Choices = choices, IsClosed = true };

    /// <summary>The name of a variable of type <typeparamref name="T"/>, or an expression that gives one: what
    /// <see cref="DirectiveCall.Value{T}(string)"/> reads.</summary>
    public static DirectiveOption Value<T>(string name, string summary) => new(name, typeof(string), summary)
    {
        Completions = host => host.Variables.Where(v => v.Value is T).Select(v => v.Name),
    };

    /// <summary>All that a person may choose from now.</summary>
    public IEnumerable<string> Offers(IDirectiveHost host) =>
        Type.IsEnum
            ? Enum.GetNames(Type).Select(name => name.ToLowerInvariant())
            : Choices.Concat(Completions?.Invoke(host) ?? []).Distinct();

    /// <summary>A value from its text.</summary>
    /// <exception cref="DirectiveException">The text is none of its values; the message says what is.</exception>
    public object Read(string text, IDirectiveHost host)
    {
        ArgumentNullException.ThrowIfNull(text);
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (IsClosed && Offers(host).ToList() is var allowed && !allowed.Contains(text))
            throw new DirectiveException($"{Name} {text}: choose from {string.Join(", ", allowed)}.", Name);
        if (Type == typeof(string))
            return text;
        if (Type.IsEnum && Enum.TryParse(Type, text, ignoreCase: true, out object? chosen)
            && Enum.IsDefined(Type, chosen))
            return chosen;
        if (Type == typeof(int) && int.TryParse(text, NumberStyles.Integer, culture, out int whole))
            return whole;
        if (Type == typeof(long) && long.TryParse(text, NumberStyles.Integer, culture, out long large))
            return large;
        if (Type == typeof(double) && double.TryParse(text, NumberStyles.Float, culture, out double number))
            return number;
        if (Type == typeof(bool) && bool.TryParse(text, out bool flag))
            return flag;
        throw new DirectiveException($"{Name} {text}: {Wanted} is needed.", Name);
    }

    /// <summary>What <see cref="Read"/> gives where there is no text: the default, or the empty value of the
    /// type.</summary>
    public object? Unset => Default ?? (Type.IsValueType ? Activator.CreateInstance(Type) : null);

    private string Wanted =>
        Type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(Type)).ToLowerInvariant()}"
        : Type == typeof(int) || Type == typeof(long) ? "a whole number"
        : Type == typeof(double) ? "a number"
        : "true or false";
}
