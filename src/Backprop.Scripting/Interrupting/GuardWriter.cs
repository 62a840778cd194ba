using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Scripting;

// Interrupting/: how a cell that runs is made to stop, and the guards in its code that make it listen.
// What happens to the worker where the cell does not listen is in Worker/.

/// <summary>
/// Writes guards into a cell's text before it is compiled: each loop and each function asks whether the cell is to
/// stop, each function whether there is stack left. Nothing moves to another line, so errors name the learner's own.
/// </summary>
/// <remarks>
/// <code>while (true) F(x =&gt; x + 1);</code> becomes
/// <code>while (true) {Check();F(x =&gt; {Enter();return x + 1;});}</code>
/// Lambdas that become expression trees stay as they are: what reads the tree is to see the learner's code.
/// </remarks>
internal sealed class GuardWriter
{
    private const string Guard = "global::Backprop.Display.CellGuard.";
    private const string Check = Guard + "Check();";
    private const string Enter = Guard + "Enter();";
    private const string EnterAsync = Guard + "EnterAsync();";
    private const string Caught = Guard + "Caught();";

    private readonly Calls calls;
    private readonly ExpressionLambdas? lambdas;
    private readonly List<TextChange> opening = [];
    private readonly List<TextChange> closing = [];

    private GuardWriter(SyntaxTree tree, ExpressionLambdas? lambdas) =>
        (calls, this.lambdas) = (new Calls(tree), lambdas);

    /// <summary>The text with guards in it; the text itself where there is nothing to guard.</summary>
    /// <param name="tree">A text without syntax errors.</param>
    /// <param name="lambdas">What lambdas without braces are; null to leave those alone.</param>
    public static SourceText Write(SyntaxTree tree, ExpressionLambdas? lambdas)
    {
        var writer = new GuardWriter(tree, lambdas);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            writer.Visit(node);

        // Where several come together, what is inside is closed first and opened last.
        var changes = Enumerable.Reverse(writer.closing).Concat(writer.opening).OrderBy(change => change.Span.Start);
        return tree.GetText().WithChanges(changes);
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case WhileStatementSyntax loop:
                Statement(loop.Statement);
                break;
            case DoStatementSyntax loop:
                Statement(loop.Statement);
                break;
            case ForStatementSyntax loop:
                Statement(loop.Statement);
                break;
            case CommonForEachStatementSyntax loop:
                Statement(loop.Statement);
                break;
            case GotoStatementSyntax jump:
                Statement(jump);
                break;
            case CatchClauseSyntax clause:
                After(clause.Block.OpenBraceToken, Caught);
                break;
            case AwaitExpressionSyntax wait:
                Wrap(wait.Expression, Guard + "Await(", ")");
                break;
            case AnonymousFunctionExpressionSyntax function:
                Lambda(function);
                break;
            case QueryExpressionSyntax query:
                Query(query);
                break;
            default:
                Function(node);
                break;
        }
    }

    private void Function(SyntaxNode node)
    {
        switch (node)
        {
            case BaseMethodDeclarationSyntax { Body: { } body }:
                After(body.OpenBraceToken, First(node, body));
                break;
            case BaseMethodDeclarationSyntax { ExpressionBody: { } arrow } method:
                Arrow(arrow, method.SemicolonToken, First(node, arrow), GivesValue(method));
                break;
            case LocalFunctionStatementSyntax { Body: { } body }:
                After(body.OpenBraceToken, First(node, body));
                break;
            case LocalFunctionStatementSyntax { ExpressionBody: { } arrow } local:
                bool givesValue = GivesValue(local.ReturnType, local.Modifiers);
                Arrow(arrow, local.SemicolonToken, First(node, arrow), givesValue);
                break;
            case AccessorDeclarationSyntax { Body: { } body }:
                After(body.OpenBraceToken, First(node, body));
                break;
            case AccessorDeclarationSyntax { ExpressionBody: { } arrow } accessor:
                bool isGet = accessor.IsKind(SyntaxKind.GetAccessorDeclaration);
                Arrow(arrow, accessor.SemicolonToken, First(node, arrow), isGet);
                break;
            case PropertyDeclarationSyntax { ExpressionBody: { } arrow } property:
                Getter(arrow, property.SemicolonToken, First(node, arrow));
                break;
            case IndexerDeclarationSyntax { ExpressionBody: { } arrow } indexer:
                Getter(arrow, indexer.SemicolonToken, First(node, arrow));
                break;
        }
    }

    private string First(SyntaxNode function, SyntaxNode body)
    {
        if (!calls.MayBeIn(function, body))
            return Check;
        return function.ChildTokens().Any(token => token.IsKind(SyntaxKind.AsyncKeyword)) ? EnterAsync : Enter;
    }

    private void Statement(StatementSyntax statement)
    {
        if (statement is BlockSyntax block)
            After(block.OpenBraceToken, Check);
        else
            Wrap(statement, "{" + Check, "}");
    }

    private void Lambda(AnonymousFunctionExpressionSyntax function)
    {
        if (function.Block is { } block)
        {
            After(block.OpenBraceToken, First(function, block));
            return;
        }
        ExpressionSyntax body = function.ExpressionBody!;
        LambdaBody kind = body is ThrowExpressionSyntax ? LambdaBody.Unknown : lambdas?.KindOf(function) ?? default;
        if (kind != LambdaBody.Unknown)
            Wrap(body, "{" + First(function, body) + (kind == LambdaBody.Value ? "return " : ""), ";}");
    }

    private void Query(QueryExpressionSyntax query)
    {
        if (lambdas is null || lambdas.IsInTree(query))
            return;
        foreach (ExpressionSyntax value in query.DescendantNodes().SelectMany(ValuesIn))
        {
            if (value.FirstAncestorOrSelf<QueryExpressionSyntax>() == query)
                Wrap(value, Guard + "Checked(", ")");
        }
    }

    // A lone name is often left out of the calls that a query becomes, and would be no longer.
    private static IEnumerable<ExpressionSyntax> ValuesIn(SyntaxNode clause) => clause switch
    {
        WhereClauseSyntax where => [where.Condition],
        LetClauseSyntax let => [let.Expression],
        SelectClauseSyntax { Expression: not IdentifierNameSyntax } select => [select.Expression],
        _ => [],
    };

    private void Arrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string first, bool givesValue) =>
        Arrow(arrow, semicolon, "{" + first, givesValue, "}");

    private void Getter(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string first) =>
        Arrow(arrow, semicolon, "{get{" + first, givesValue: true, "}}");

    // `return` goes right before the value, which may stand lines below the arrow: there an error in it is told.
    private void Arrow(
        ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string open, bool givesValue, string close)
    {
        if (arrow.Expression is ThrowExpressionSyntax)
            return;
        opening.Add(new TextChange(arrow.ArrowToken.Span, open));
        if (givesValue)
            opening.Add(new TextChange(new TextSpan(arrow.Expression.SpanStart, 0), "return "));
        closing.Add(new TextChange(new TextSpan(semicolon.Span.End, 0), close));
    }

    private static bool GivesValue(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => GivesValue(named.ReturnType, named.Modifiers),
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => true,
        _ => false,
    };

    private static bool GivesValue(TypeSyntax returned, SyntaxTokenList modifiers)
    {
        if (returned is PredefinedTypeSyntax { Keyword: var word } && word.IsKind(SyntaxKind.VoidKeyword))
            return false;
        TypeSyntax last = returned is QualifiedNameSyntax qualified ? qualified.Right : returned;
        bool isPlainTask = last is IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" };
        return !(isPlainTask && modifiers.Any(SyntaxKind.AsyncKeyword));
    }

    private void After(SyntaxToken brace, string text) =>
        opening.Add(new TextChange(new TextSpan(brace.Span.End, 0), text));

    private void Wrap(SyntaxNode node, string open, string close)
    {
        opening.Add(new TextChange(new TextSpan(node.SpanStart, 0), open));
        closing.Add(new TextChange(new TextSpan(node.Span.End, 0), close));
    }
}
