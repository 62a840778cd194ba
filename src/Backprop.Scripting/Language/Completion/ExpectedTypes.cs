using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>The types that a place wants, as far as what stands around it tells.</summary>
internal sealed class ExpectedTypes(SemanticModel model)
{
    private CSharpCompilation Compilation => (CSharpCompilation)model.Compilation;

    /// <summary>The types that an expression should have. Those that everything fits are left out.</summary>
    public List<ITypeSymbol> Of(ExpressionSyntax expression) =>
    [
        .. Wanted(expression)
            .OfType<ITypeSymbol>()
            .Where(t => t.TypeKind is not (TypeKind.Error or TypeKind.TypeParameter))
            .Where(t => t.SpecialType != SpecialType.System_Object)
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default),
    ];

    /// <summary>Whether a symbol gives a value of such a type.</summary>
    public bool Fit(ISymbol symbol, IReadOnlyList<ITypeSymbol> wanted)
    {
        ITypeSymbol? type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IMethodSymbol { ReturnsVoid: false } method => method.ReturnType,
            _ => null,
        };
        return wanted.Any(w => (type is not null && Converts(type, w))
            || (symbol is IMethodSymbol function && Matches(function, w)));
    }

    /// <summary>Whether an object of a type may stand for one of another without a cast.</summary>
    public bool Converts(ITypeSymbol from, ITypeSymbol to) =>
        from.TypeKind != TypeKind.Error
        && Compilation.ClassifyConversion(from, to) is { IsImplicit: true } conversion
        && !conversion.IsUserDefined;

    /// <summary>Whether an object of a type may be given for a parameter, by a conversion of its own too.</summary>
    public bool IsGiven(ITypeSymbol given, IParameterSymbol parameter) =>
        Compilation.ClassifyConversion(given, TypeOf(parameter)).IsImplicit
        || Compilation.ClassifyConversion(given, parameter.Type).IsImplicit;

    // A function may stand where a delegate with its parameters is wanted.
    private bool Matches(IMethodSymbol function, ITypeSymbol wanted) =>
        wanted is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
        && function.Parameters.Length == invoke.Parameters.Length
        && function.Parameters.Zip(invoke.Parameters).All(p => Converts(p.Second.Type, p.First.Type))
        && (invoke.ReturnsVoid || Converts(function.ReturnType, invoke.ReturnType));

    private IEnumerable<ITypeSymbol?> Wanted(ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax argument => CallAround.Find(argument)?.ParametersFor(argument, model).Select(TypeOf) ?? [],
        EqualsValueClauseSyntax clause => [OfInitialised(clause)],
        AssignmentExpressionSyntax assignment when assignment.Right == expression => [TypeOf(assignment.Left)],
        BinaryExpressionSyntax binary => OfOperand(binary, expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => [Boolean],
        IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax => [Boolean],
        ConditionalExpressionSyntax choice when choice.Condition == expression => [Boolean],
        ConditionalExpressionSyntax or ParenthesizedExpressionSyntax => Wanted((ExpressionSyntax)expression.Parent),
        ReturnStatementSyntax or ArrowExpressionClauseSyntax => [ReturnType(expression.Parent)],
        LambdaExpressionSyntax lambda => [ReturnTypeOf(lambda)],
        ThrowStatementSyntax or ThrowExpressionSyntax => [Compilation.GetTypeByMetadataName("System.Exception")],
        InitializerExpressionSyntax { Parent: ExpressionSyntax created } => [ElementOf(TypeOf(created))],
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } =>
            [ElementOf(model.GetTypeInfo(collection).ConvertedType)],
        ConstantPatternSyntax pattern => [Governing(pattern)],
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => [TypeOf(choice.Expression)],
        _ => [],
    };

    private ITypeSymbol Boolean => Compilation.GetSpecialType(SpecialType.System_Boolean);

    private static ITypeSymbol TypeOf(IParameterSymbol parameter) =>
        parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter.Type;

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type;

    private ITypeSymbol? OfInitialised(EqualsValueClauseSyntax clause) => clause.Parent switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } => TypeOf(type),
        ParameterSyntax { Type: { } type } => TypeOf(type),
        PropertyDeclarationSyntax property => TypeOf(property.Type),
        _ => null,
    };

    private IEnumerable<ITypeSymbol?> OfOperand(BinaryExpressionSyntax binary, ExpressionSyntax operand) =>
        binary.Kind() switch
        {
            SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => [Boolean],
            SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression when operand == binary.Right =>
                [TypeOf(binary.Left)],
            SyntaxKind.IsExpression when TypeOf(binary.Left) is { TypeKind: TypeKind.Enum } type => [type],
            _ => [],
        };

    private ITypeSymbol? ReturnType(SyntaxNode node)
    {
        SyntaxNode? function = node.Ancestors().FirstOrDefault(n => n is LocalFunctionStatementSyntax
            or MethodDeclarationSyntax or LambdaExpressionSyntax or PropertyDeclarationSyntax);
        return function switch
        {
            LambdaExpressionSyntax lambda => ReturnTypeOf(lambda),
            PropertyDeclarationSyntax property => TypeOf(property.Type),
            null => null,
            _ => (model.GetDeclaredSymbol(function) as IMethodSymbol)?.ReturnType,
        };
    }

    private ITypeSymbol? ReturnTypeOf(LambdaExpressionSyntax lambda) =>
        (model.GetTypeInfo(lambda).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType;

    private ITypeSymbol? Governing(ConstantPatternSyntax pattern) =>
        pattern.Ancestors().FirstOrDefault(n => n is not PatternSyntax and not SwitchExpressionArmSyntax) switch
        {
            SwitchExpressionSyntax choice => TypeOf(choice.GoverningExpression),
            IsPatternExpressionSyntax test => TypeOf(test.Expression),
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => TypeOf(choice.Expression),
            _ => null,
        };

    private static ITypeSymbol? ElementOf(ITypeSymbol? collection) => collection switch
    {
        null => null,
        IArrayTypeSymbol array => array.ElementType,
        _ => collection.AllInterfaces.Prepend(collection)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(t => t is { Name: "IEnumerable", TypeArguments.Length: 1 })?.TypeArguments[0],
    };
}
