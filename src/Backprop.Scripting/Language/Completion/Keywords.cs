using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>The words of C# that may stand at a place. What stands before it decides.</summary>
internal static class Keywords
{
    private static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object",
        "sbyte", "short", "string", "uint", "ulong", "ushort",
    ];

    private static readonly string[] Expressions =
        ["await", "checked", "default", "false", "from", "nameof", "new", "null", "sizeof", "throw", "true", "typeof"];

    private static readonly string[] InType = ["base", "this"];

    private static readonly string[] Statements =
    [
        "const", "do", "for", "foreach", "goto", "if", "lock", "return", "static", "switch", "try", "unsafe", "using",
        "var", "void", "while", "async",
    ];

    private static readonly string[] Declarations =
        ["abstract", "class", "delegate", "enum", "interface", "partial", "record", "sealed", "struct"];

    private static readonly string[] Members =
    [
        "abstract", "async", "class", "const", "delegate", "enum", "event", "explicit", "implicit", "init", "interface",
        "internal", "operator", "override", "private", "protected", "public", "readonly", "record", "required",
        "sealed", "static", "struct", "virtual", "void",
    ];

    private static readonly string[] Query =
        ["ascending", "descending", "group", "join", "let", "orderby", "select", "where"];

    /// <summary>What may follow a value: <c>x is</c>.</summary>
    public static string[] Operators { get; } = ["as", "is", "switch", "with"];

    /// <summary>The words for a name in the text up to the cursor.</summary>
    public static IEnumerable<string> At(SyntaxToken marker)
    {
        SyntaxNode name = marker.Parent!;
        SyntaxToken before = marker.GetPreviousToken();
        IEnumerable<string> query =
            before.Parent?.AncestorsAndSelf().Any(n => n is QueryExpressionSyntax) == true ? Query : [];
        return query.Concat(name.Parent switch
        {
            UsingDirectiveSyntax use => use.StaticKeyword.RawKind == 0 && use.Alias is null ? ["static"] : [],
            ExpressionStatementSyntax statement => [.. AtStatement(statement, before), .. InExpression(name)],
            IncompleteMemberSyntax { Parent: CompilationUnitSyntax } => [.. Declarations, .. Statements, .. Types],
            IncompleteMemberSyntax or MemberDeclarationSyntax => [.. Members, .. Types],
            ObjectCreationExpressionSyntax or BaseTypeSyntax => Types,
            ArgumentSyntax => ["in", "out", "ref", .. InExpression(name)],
            PatternSyntax => ["and", "not", "or", "var", .. InExpression(name)],
            CaseSwitchLabelSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } =>
                ["not", "var", .. InExpression(name)],
            AttributeSyntax => InExpression(name),
            ParameterSyntax => ["in", "out", "params", "ref", "this", .. Types],
            TypeSyntax or TypeArgumentListSyntax or CastExpressionSyntax or TypeOfExpressionSyntax => Types,
            _ => InExpression(name),
        });
    }

    private static IEnumerable<string> InExpression(SyntaxNode name)
    {
        bool inType = name.Ancestors().Any(n => n is TypeDeclarationSyntax);
        return [.. Expressions, .. Types, .. inType ? InType : []];
    }

    private static IEnumerable<string> AtStatement(ExpressionStatementSyntax statement, SyntaxToken before)
    {
        bool inLoop = statement.Ancestors().Any(n => n is ForStatementSyntax or CommonForEachStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax);
        bool inSwitch = statement.Ancestors().Any(n => n is SwitchStatementSyntax);
        bool atTop = statement.Parent is GlobalStatementSyntax;
        IEnumerable<string> leaving = inLoop ? ["break", "continue"] : inSwitch ? ["break"] : [];
        return
        [
            .. Statements,
            .. leaving,
            .. atTop ? Declarations : ["yield"],
            .. inSwitch ? ["case", "default"] : (string[])[],
            .. Following(before),
        ];
    }

    // `else` behind the statement of an if, `catch` behind a try.
    private static string[] Following(SyntaxToken before)
    {
        if (before.Kind() is not (SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken))
            return [];
        SyntaxNode? ended = before.Parent?.AncestorsAndSelf().FirstOrDefault(n =>
            n is IfStatementSyntax or TryStatementSyntax or DoStatementSyntax && n.Span.End >= before.Span.End);
        return ended switch
        {
            IfStatementSyntax { Else: null } => ["else"],
            TryStatementSyntax { Finally: null or { FinallyKeyword.IsMissing: true } } => ["catch", "finally"],
            DoStatementSyntax => ["while"],
            _ => [],
        };
    }
}
