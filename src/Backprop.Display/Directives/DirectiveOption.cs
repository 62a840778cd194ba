namespace Backprop.Display;

/// <summary>A value that a directive takes, as an argument or as an option.</summary>
/// <param name="Name"><c>--epochs</c>; of an argument, what help calls it: <c>net</c>.</param>
/// <param name="Type"><c>string</c>, <c>int</c>, <c>double</c>, <c>bool</c> (a flag that needs no value), or an
/// enumeration.</param>
/// <param name="Summary">What it means, in a few words.</param>
public sealed record DirectiveOption(string Name, Type Type, string Summary)
{
    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Its value where it is not given.</summary>
    public object? Default { get; init; }

    /// <summary>Whether the only values are those that <see cref="Completions"/> offers.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What a front end offers while a person types it, such as the names of networks.</summary>
    public Func<IDirectiveHost, IEnumerable<string>>? Completions { get; init; }

    /// <summary>An option of type <typeparamref name="T"/>.</summary>
    public static DirectiveOption Of<T>(string name, string summary) => new(name, typeof(T), summary);
}
