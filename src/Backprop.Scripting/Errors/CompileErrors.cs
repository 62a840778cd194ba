using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Scripting;

/// <summary>
/// Describes why a cell does not compile: each error with its line, a mark under the place, and a hint.
/// </summary>
internal static class CompileErrors
{
    private const int MostShown = 10;
    private const int WidestLine = 160;

    public static CellError Describe(
        IReadOnlyList<Diagnostic> errors, CSharpCompilation compilation, SessionOptions options, CellSources sources)
    {
        var hints = new Hints(compilation, options, sources);
        var found = errors
            .OrderBy(e => e.Location.SourceSpan.Start)
            .Select(e => new Found(e, Message(e), hints.For(e)))
            .DistinctBy(e => (e.Line, e.Message))
            .ToList();
        var lines = new List<string>();
        foreach (Found error in found.Take(MostShown))
            lines.AddRange(Lines(error, sources));
        if (found.Count > MostShown)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {found.Count - MostShown} more errors"));

        Found first = found[0];
        string message = first.Hint is null ? first.Message : $"{first.Message}. {first.Hint}";
        return new CellError("CompileError", message, first.Line, lines);
    }

    private static IEnumerable<string> Lines(Found error, CellSources sources)
    {
        FileLinePositionSpan place = error.Diagnostic.Location.GetLineSpan();
        string where = error.Line is int line
            ? string.Create(CultureInfo.InvariantCulture, $"{sources.NameOf(place.Path)}, line {line}: ")
            : "";
        yield return where + error.Message;
        if (error.Diagnostic.Location.SourceTree is { } tree)
        {
            foreach (string marked in Marked(tree.GetText(), error.Diagnostic.Location.SourceSpan))
                yield return "    " + marked;
        }
        if (error.Hint is not null)
            yield return "  " + error.Hint;
    }

    // The line and ^^^ under the place. Tabs stay tabs, so that the marks stand where the eye looks for them.
    private static IEnumerable<string> Marked(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(Math.Min(span.Start, text.Length));
        int start = span.Start - line.Start;
        string code = line.ToString();
        if (code.Length > WidestLine)
            (code, start) = Window(code, start);
        int length = Math.Clamp(span.Length, 1, Math.Max(1, code.Length - start));
        string indent = string.Concat(code.Take(start).Select(c => c == '\t' ? '\t' : ' ')).PadRight(start);
        yield return code;
        yield return indent + new string('^', length);
    }

    private static (string Code, int Start) Window(string code, int start)
    {
        int from = Math.Max(0, Math.Min(start - (WidestLine / 2), code.Length - WidestLine));
        return (code.Substring(from, WidestLine), start - from);
    }

    private static string Message(Diagnostic error)
    {
        string message = LearnerTerms.Clean(error.GetMessage(CultureInfo.InvariantCulture));
        message = RedefinedType.WithoutPlaces(message);

        // A learner has no project to add references to; for a missing using there is a hint of ours.
        int question = message.IndexOf(" (are you missing a", StringComparison.Ordinal);
        return $"{(question < 0 ? message : message[..question])} ({error.Id})";
    }

    private sealed record Found(Diagnostic Diagnostic, string Message, string? Hint)
    {
        public int? Line =>
            Diagnostic.Location.IsInSource ? Diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 : null;
    }
}
