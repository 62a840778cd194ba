namespace Backprop.Scripting;

/// <summary>What may stand at the cursor.</summary>
/// <param name="Start">Where the text to replace begins, a UTF-16 index.</param>
/// <param name="End">Where it ends: at the cursor.</param>
/// <param name="Items">The best first, at most <see cref="MostItems"/>.</param>
public sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items)
{
    /// <summary>The most items that an answer holds.</summary>
    public const int MostItems = 300;

    /// <summary>Nothing to offer at a place.</summary>
    public static Completions None(int cursor) => new(cursor, cursor, []);
}

/// <summary>One of the texts that may stand at the cursor.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Signature">What it names, in a line: <c>void Console.WriteLine() (+ 17 overloads)</c>. It may be
/// empty.</param>
public sealed record Completion(string Text, CompletionKind Kind, string Signature);

/// <summary>What a completion names.</summary>
public enum CompletionKind
{
    /// <summary>A word of C#.</summary>
    Keyword,

    /// <summary>A variable of a cell or of a function.</summary>
    Variable,

    /// <summary>A parameter of the function around the cursor.</summary>
    Parameter,

    /// <summary>A parameter of the called function, as the name of an argument: <c>epochs:</c>.</summary>
    Argument,

    /// <summary>A function or method.</summary>
    Method,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A field or constant of a type.</summary>
    Field,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A class or record.</summary>
    Class,

    /// <summary>A struct.</summary>
    Struct,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>An enumeration.</summary>
    Enum,

    /// <summary>A value of an enumeration.</summary>
    EnumMember,

    /// <summary>A delegate type.</summary>
    Delegate,

    /// <summary>A type parameter.</summary>
    TypeParameter,

    /// <summary>A namespace.</summary>
    Namespace,

    /// <summary>A file or folder.</summary>
    Path,

    /// <summary>A directive, or one of its options or values.</summary>
    Directive,
}
