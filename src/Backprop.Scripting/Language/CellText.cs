using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>A cell's C# apart from its directives and what belongs to them.</summary>
internal sealed class CellText
{
    private readonly List<(int Start, int End, Directive? Directive)> directives = [];

    /// <param name="code">The cell.</param>
    /// <param name="find">The directive of a name, or null.</param>
    public CellText(string code, Func<string, Directive?> find)
    {
        IReadOnlyList<CellPart> parts = CellParts.Of(code, find);
        int[] lines = LineStarts(code);
        char[] rest = code.ToCharArray();
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is CellPart.Code)
                continue;
            int start = lines[parts[i].Line - 1];
            Directive? directive = parts[i] is CellPart.Call call ? find(call.Name) : null;
            int lineEnd = code.IndexOf('\n', start) is var at and >= 0 ? at : code.Length;
            int end = directive?.Reach == DirectiveReach.Text
                ? (i + 1 < parts.Count ? lines[parts[i + 1].Line - 1] : code.Length)
                : lineEnd;
            if (parts[i] is CellPart.Call)
                directives.Add((start, lineEnd, directive));
            if (end > lineEnd)
                directives.Add((lineEnd + 1, end, directive));
            Blank(rest, start, end);
        }
        CSharp = new string(rest);
    }

    /// <summary>The cell with blanks where it is no C#: each place stays where it is.</summary>
    public string CSharp { get; }

    /// <summary>The directive line around a place, or the text that belongs to one; null within C#.</summary>
    public (int Start, int End, Directive? Directive)? DirectiveAt(int place)
    {
        int found = directives.FindIndex(d => d.Start <= place && place <= d.End);
        return found < 0 ? null : directives[found];
    }

    private static int[] LineStarts(string code) =>
        [0, .. code.Index().Where(c => c.Item == '\n').Select(c => c.Index + 1)];

    private static void Blank(char[] text, int start, int end)
    {
        for (int i = start; i < Math.Min(end, text.Length); i++)
            text[i] = text[i] is '\n' or '\r' ? text[i] : ' ';
    }
}
