using Backprop.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Cuts a cell at its directives. What looks like one inside a text or a remark is none.</summary>
internal sealed class CellParts
{
    private static readonly CSharpParseOptions Options =
        new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    private readonly string[] lines;
    private readonly Func<string, Directive?> find;
    private readonly List<CellPart> parts = [];

    private CellParts(string code, Func<string, Directive?> find)
    {
        lines = code.Split('\n');
        this.find = find;
    }

    /// <summary>The parts from top to bottom; a cell without directives is one part of code.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="find">The directive of a name, or null.</param>
    public static IReadOnlyList<CellPart> Of(string code, Func<string, Directive?> find)
    {
        // Most cells have none, and are not parsed twice.
        if (!code.Contains('#', StringComparison.Ordinal))
            return [new CellPart.Code(code, 1)];
        var cut = new CellParts(code, find);
        for (int start = 0; start < cut.lines.Length;)
            start = cut.Next(start);
        return cut.parts;
    }

    /// <summary>Takes the code from a line on and the directive that ends it; gives the line after that.</summary>
    private int Next(int start)
    {
        string padded = Padded(start, lines.Length);
        int line = DirectiveLine(padded, out bool isPackage);
        int end = line < 0 ? lines.Length : line;
        if (lines[start..end].Any(l => !string.IsNullOrWhiteSpace(l)))
            parts.Add(new CellPart.Code(Padded(start, end), start + 1));
        if (line < 0)
            return lines.Length;
        string text = lines[line].Trim();
        if (isPackage)
        {
            parts.Add(new CellPart.Package(text, line + 1));
            return line + 1;
        }
        if (find(CellPart.Call.NameOf(text))?.Reach != DirectiveReach.Text)
        {
            parts.Add(new CellPart.Call(text, "", line + 1));
            return line + 1;
        }
        int bodyEnd = line + 1;
        while (bodyEnd < lines.Length && !ChangesLanguage(lines[bodyEnd]))
            bodyEnd++;
        parts.Add(new CellPart.Call(text, string.Join('\n', lines[(line + 1)..bodyEnd]).Trim('\n', '\r'), line + 1));
        return bodyEnd;
    }

    /// <summary>Lines of the cell, with as many empty ones before them as the cell has.</summary>
    private string Padded(int start, int end) => new string('\n', start) + string.Join('\n', lines[start..end]);

    private bool ChangesLanguage(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal)
        && find(CellPart.Call.NameOf(line.TrimEnd())) is { } directive
        && (directive.Reach == DirectiveReach.Text || directive.Name == BuiltInDirectives.CSharp);

    /// <summary>The first line of a directive that is ours, from 0, or −1.</summary>
    private static int DirectiveLine(string code, out bool isPackage)
    {
        isPackage = false;
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, Options).GetRoot();
        if (!root.ContainsDirectives)
            return -1;
        foreach (SyntaxTrivia trivia in root.DescendantTrivia())
        {
            SyntaxNode? structure = trivia.GetStructure();
            isPackage = structure switch
            {
                ReferenceDirectiveTriviaSyntax directive => PackageLine.IsPackage(directive.File.ValueText),
                BadDirectiveTriviaSyntax bad => PackageLine.IsSource(bad.ToString()),
                _ => false,
            };
            if (isPackage || structure is ShebangDirectiveTriviaSyntax)
                return trivia.GetLocation().GetLineSpan().StartLinePosition.Line;
        }
        return -1;
    }
}
