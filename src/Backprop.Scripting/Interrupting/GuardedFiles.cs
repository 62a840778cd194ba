using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Scripting;

/// <summary>Reads what <c>#load</c> names, with guards in it.</summary>
internal sealed class GuardedFiles(string folder) : SourceFileResolver([], folder)
{
    public override SourceText ReadText(string resolvedPath)
    {
        SourceText typed = base.ReadText(resolvedPath);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(typed, CellCompilations.ParseOptions);
        bool isBroken = tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);
        return isBroken ? typed : GuardWriter.Write(tree, lambdas: null);
    }
}
