namespace Backprop.Display;

/// <summary>
/// Tells other C# notebooks who formats a type. They look for an attribute of this name, in any namespace, so that a
/// library need not refer to them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>Has a constructor without parameters and a method <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The formats that are sent.</summary>
    public string[] PreferredMimeTypes { get; } = [MimeBundle.Html, MimeBundle.Text];
}
