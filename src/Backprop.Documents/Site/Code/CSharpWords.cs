namespace Backprop.Documents;

/// <summary>The words of C#.</summary>
internal static class CSharpWords
{
    private static readonly HashSet<string> TypeKeywords = [.. (
        "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong "
        + "ushort var void")
        .Split(' ')];

    private static readonly HashSet<string> Keywords = [.. (
        "abstract as async await base break case catch checked class const continue default delegate do else "
        + "enum event explicit extern false finally fixed for foreach global goto if implicit in interface "
        + "internal is lock nameof namespace new not null operator or and out override params partial private "
        + "protected public readonly record ref required return scoped sealed sizeof stackalloc static struct "
        + "switch this throw true try typeof unchecked unsafe using virtual volatile when where while with "
        + "yield")
        .Split(' '), .. TypeKeywords];

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>Keywords only in front of a body: elsewhere they are names.</summary>
    public static bool IsAccessor(string word) => word is "get" or "set" or "init";

    public static bool IsTypeKeyword(string word) => TypeKeywords.Contains(word);

    /// <summary>After these words stands the name of a type.</summary>
    public static bool IntroducesType(string word)
    {
        return word is "class" or "struct" or "record" or "interface" or "enum" or "new" or "is" or "as" or "typeof";
    }
}
