using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.System.Tests.Architecture;

/// <summary>A file holds one idea, a method one thought: a budget that the whole tree keeps.</summary>
public class SizeTests
{
    private const int LinesOfFile = 400;
    private const int LinesOfMethod = 80;

    private static readonly string[] Folders = ["src", "tests", "notebooks"];

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        Assert.Empty(Tree.Sources(Folders)
            .Select(path => (Path: Tree.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > LinesOfFile)
            .Select(file => $"{file.Path}: {file.Lines} lines"));
    }

    [Fact]
    public void No_method_is_longer_than_80_lines()
    {
        Assert.Empty(Tree.Sources(Folders).SelectMany(path => Tree.Parse(path).GetRoot().DescendantNodes()
            .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            .Select(node => (Node: node, Lines: Lines(node)))
            .Where(method => method.Lines > LinesOfMethod)
            .Select(method => $"{Tree.Relative(path)}:{method.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {method.Lines} lines")));
    }

    // The documentation above a method is leading trivia and does not count.
    private static int Lines(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
