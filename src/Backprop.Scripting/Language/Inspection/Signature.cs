using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>A declaration as a learner reads it, its parameters apart.</summary>
/// <param name="Head">What comes before the parameters: <c>void Console.WriteLine</c>.</param>
/// <param name="Parameters">The parameters; null for what takes none, such as a variable.</param>
/// <param name="Tail">What comes behind.</param>
internal sealed record Signature(string Head, IReadOnlyList<string>? Parameters = null, string Tail = "")
{
    /// <summary>The brackets around the parameters.</summary>
    public string Open { get; init; } = "(";

    /// <summary>The brackets around the parameters.</summary>
    public string Close { get; init; } = ")";

    public static Signature Of(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => OfMethod(method),
        IPropertySymbol property => OfProperty(property),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field => OfEnumMember(field),
        IFieldSymbol field => new($"{(field.IsConst ? "const " : "")}{Typed(field.Type, field)}{Constant(field)}"),
        IEventSymbol member => new($"event {Typed(member.Type, member)}"),
        ILocalSymbol local => new(Typed(local.Type, local)),
        IRangeVariableSymbol => new(symbol.Name),
        IParameterSymbol parameter => new(SymbolText.Of(parameter)),
        INamespaceSymbol space => new($"namespace {space.ToDisplayString()}"),
        IAliasSymbol alias => Of(alias.Target),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } type =>
            new($"delegate {SymbolText.Type(invoke.ReturnType)} {SymbolText.Type(type)}", Texts(invoke.Parameters)),
        ITypeSymbol type => new($"{KeywordOf(type)}{SymbolText.Type(type)}{BaseOf(type)}"),
        _ => new(symbol.Name),
    };

    public override string ToString() =>
        Parameters is null ? Head + Tail : $"{Head}{Open}{string.Join(", ", Parameters)}{Close}{Tail}";

    private static Signature OfMethod(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return new($"new {SymbolText.Type(method.ContainingType)}", Texts(method.Parameters));
        string name = SymbolText.OwnerOf(method) + SymbolText.NameOf(method);
        return new($"{SymbolText.Type(method.ReturnType)} {name}", Texts(method.Parameters));
    }

    private static Signature OfProperty(IPropertySymbol property)
    {
        string required = property.IsRequired ? "required " : "";
        string accessors = (property.GetMethod, property.SetMethod) switch
        {
            (_, null) => " { get; }",
            (null, _) => " { set; }",
            (_, { IsInitOnly: true }) => " { get; init; }",
            _ => " { get; set; }",
        };
        string owner = SymbolText.OwnerOf(property);
        return property.IsIndexer
            ? new($"{SymbolText.Type(property.Type)} {owner}this", Texts(property.Parameters), accessors)
            {
                Open = "[",
                Close = "]",
            }
            : new($"{required}{SymbolText.Type(property.Type)} {owner}{property.Name}{accessors}");
    }

    private static Signature OfEnumMember(IFieldSymbol field) =>
        new(string.Create(
            CultureInfo.InvariantCulture, $"{SymbolText.OwnerOf(field)}{field.Name} = {field.ConstantValue}"));

    private static string Typed(ITypeSymbol type, ISymbol symbol) =>
        $"{SymbolText.Type(type)} {SymbolText.OwnerOf(symbol)}{symbol.Name}";

    private static string Constant(IFieldSymbol field) => field is { IsConst: true, HasConstantValue: true }
        ? " = " + Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatPrimitive(
            field.ConstantValue!, quoteStrings: true, useHexadecimalNumbers: false)
        : "";

    private static string[] Texts(IEnumerable<IParameterSymbol> parameters) =>
        [.. parameters.Select(SymbolText.Of)];

    private static string KeywordOf(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface ",
        { TypeKind: TypeKind.Enum } => "enum ",
        { IsRecord: true, IsValueType: true } => "record struct ",
        { IsRecord: true } => "record ",
        { TypeKind: TypeKind.Struct } => "struct ",
        { TypeKind: TypeKind.Class, IsStatic: true } => "static class ",
        { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract class ",
        { TypeKind: TypeKind.Class } => "class ",
        _ => "",
    };

    private static string BaseOf(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: SpecialType.None } up }
            ? " : " + SymbolText.Type(up)
            : "";
}
