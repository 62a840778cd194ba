namespace Backprop.Display;

/// <summary>How much of a cell a directive is about.</summary>
public enum DirectiveReach
{
    /// <summary>Its line; the C# before and after it runs as if it were not there.</summary>
    Line,

    /// <summary>Its line and the C# after it, which it runs by <see cref="DirectiveCall.RunRest"/>: <c>#!time</c>.</summary>
    Rest,

    /// <summary>Its line and the text after it, which is no C#, up to the next line that changes the language:
    /// <c>#!markdown</c>.</summary>
    Text,
}
