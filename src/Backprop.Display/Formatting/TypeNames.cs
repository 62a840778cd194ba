namespace Backprop.Display;

/// <summary>Names of types as C# spells them: <c>List&lt;int&gt;</c>, <c>double[,]</c>, <c>(int, string)</c>.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal", [typeof(string)] = "string", [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>The name without namespaces.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner) + "?";
        if (!type.IsGenericType)
            return type.Name;

        string arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        if (Members.IsTuple(type))
            return $"({arguments})";
        if (Members.IsAnonymous(type))
            return "anonymous";
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? type.Name : type.Name[..tick])}<{arguments}>";
    }
}
