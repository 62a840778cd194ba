using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>
/// The value that a cell's variable has now, where its text costs next to nothing and runs no code of a learner's.
/// </summary>
internal sealed class VariableValues(SessionOptions options, SubmissionChain chain)
{
    private const int LongestText = 200;
    private const int MostLines = 4;

    /// <summary>The value's text, or null where there is none to show.</summary>
    public string? Find(ISymbol symbol)
    {
        if (symbol is not IFieldSymbol { ContainingType: { IsScriptClass: true } holder }
            || chain.VariablesOf(holder.MetadataName) is not { } variables)
            return null;
        return variables.GetType().GetField(symbol.Name) is { } field ? Text(field.GetValue(variables)) : null;
    }

    private string? Text(object? value) => value switch
    {
        null => "null",
        string { Length: > LongestText } text => Primitive(text[..LongestText]) + " …",
        Enum => $"{value.GetType().Name}.{value}",
        DateTime or DateTimeOffset or TimeSpan or Guid => ((IFormattable)value).ToString(null, null),
        ICollection { Count: var count } when IsOfNet(value) => count == 1 ? "1 item" : $"{count} items",
        _ when value is string || value.GetType().IsPrimitive || value is decimal => Primitive(value),
        _ when options.References.Contains(value.GetType().Assembly) => Own(value),
        _ => null,
    };

    private static string Primitive(object value) =>
        SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!;

    private static bool IsOfNet(object value) =>
        value is Array || value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    // The libraries that a session is given write short texts, such as the shape and a few numbers of a tensor.
    private static string? Own(object value)
    {
        try
        {
            string text = value.ToString() ?? "";
            string[] lines = text.Split('\n');
            string start = string.Join('\n', lines.Take(MostLines));
            start = start.Length > LongestText ? start[..LongestText] : start;
            return start.Length < text.Length ? start + " …" : start;
        }
        catch (Exception)
        {
            // Another thread may be at work on it; then there is nothing to show.
            return null;
        }
    }
}
