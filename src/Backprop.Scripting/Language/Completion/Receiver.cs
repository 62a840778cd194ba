using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>What stands before a dot.</summary>
/// <param name="Container">The namespace, the type, or the type of the value.</param>
/// <param name="IsValue">Whether it is a value, which has members of its own.</param>
/// <param name="IsType">Whether it is a type, which has static members. A name may be both.</param>
internal sealed record Receiver(INamespaceOrTypeSymbol Container, bool IsValue, bool IsType)
{
    /// <summary>What stands before the dot of a name, or null where there is no dot.</summary>
    public static ExpressionSyntax? Before(SyntaxNode name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        MemberBindingExpressionSyntax binding => binding.Ancestors()
            .OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        _ => null,
    };

    /// <summary>What a part of the text stands for; null where that is unknown.</summary>
    public static Receiver? Of(ExpressionSyntax left, SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(left);
        Receiver? receiver = Of(info.Symbol, model.GetTypeInfo(left).Type)
            ?? Of(info.CandidateSymbols.FirstOrDefault(), null)
            ?? Speculative(left, model);

        // Behind `?.` stands the value that may be missing.
        bool isUnwrapped = left.Parent is ConditionalAccessExpressionSyntax access && access.Expression == left;
        return isUnwrapped && receiver?.Container is INamedTypeSymbol { Name: "Nullable", TypeArguments: [var value] }
            ? receiver with { Container = value }
            : receiver;
    }

    /// <summary>The members that may follow the dot.</summary>
    public IEnumerable<ISymbol> Members(SemanticModel model, int position)
    {
        var symbols = model.LookupSymbols(position, Container, includeReducedExtensionMethods: IsValue);
        if (Container is INamespaceSymbol)
            return symbols;
        return symbols.Where(symbol => symbol switch
        {
            ITypeSymbol => IsType,
            { IsStatic: true } => IsType && !IsOfEveryObject(symbol),
            _ => IsValue,
        });
    }

    private static Receiver? Of(ISymbol? symbol, ITypeSymbol? type)
    {
        bool hasType = type is
        {
            TypeKind: not (TypeKind.Error or TypeKind.Dynamic),
            SpecialType: not SpecialType.System_Void,
        };
        return symbol switch
        {
            INamespaceSymbol space => new(space, IsValue: false, IsType: false),
            IAliasSymbol alias => Of(alias.Target, type),
            INamedTypeSymbol { TypeKind: TypeKind.Error } => null,
            ITypeSymbol named => new(named, IsValue: false, IsType: true),
            IMethodSymbol method when !hasType => Of(null, method.ReturnType),
            _ when hasType => new(type!, IsValue: true, IsType: IsNamedAsItsType(symbol, type!)),
            _ => null,
        };
    }

    // In `list.` and, on the next line, `var y` the parser sees a type `list.var`.
    private static Receiver? Speculative(ExpressionSyntax left, SemanticModel model)
    {
        int position = left.SpanStart;
        ExpressionSyntax alone = SyntaxFactory.ParseExpression(left.ToString());
        ITypeSymbol? type =
            model.GetSpeculativeTypeInfo(position, alone, SpeculativeBindingOption.BindAsExpression).Type;
        ISymbol? symbol =
            model.GetSpeculativeSymbolInfo(position, alone, SpeculativeBindingOption.BindAsExpression).Symbol;
        return Of(symbol, type);
    }

    private static bool IsNamedAsItsType(ISymbol? symbol, ITypeSymbol type) =>
        symbol is not null && symbol.Name == type.Name;

    private static bool IsOfEveryObject(ISymbol symbol) =>
        symbol.ContainingType?.SpecialType == SpecialType.System_Object;
}
