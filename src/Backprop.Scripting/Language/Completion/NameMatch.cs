namespace Backprop.Scripting;

/// <summary>How well a name matches what was typed. The better match is the smaller number.</summary>
internal enum NameMatch
{
    /// <summary>It begins so.</summary>
    Beginning,

    /// <summary>It begins so but for upper and lower case.</summary>
    BeginningInOtherCase,

    /// <summary>Its words do: <c>WL</c> for <c>WriteLine</c>.</summary>
    Humps,

    /// <summary>It does not match.</summary>
    None,
}

/// <summary>Matches names with what was typed.</summary>
internal static class NameMatching
{
    public static NameMatch Match(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal))
            return NameMatch.Beginning;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            return NameMatch.BeginningInOtherCase;
        return Same(name, 0, typed[0]) && HumpsMatch(name, 1, typed, 1) ? NameMatch.Humps : NameMatch.None;
    }

    // Each typed letter is the next letter of the name, or the first of a later word of it.
    private static bool HumpsMatch(string name, int at, string typed, int next)
    {
        if (next == typed.Length)
            return true;
        if (Same(name, at, typed[next]) && HumpsMatch(name, at + 1, typed, next + 1))
            return true;
        for (int i = at; i < name.Length; i++)
        {
            if (IsHump(name, i) && Same(name, i, typed[next]) && HumpsMatch(name, i + 1, typed, next + 1))
                return true;
        }
        return false;
    }

    private static bool Same(string name, int at, char typed) =>
        at < name.Length && char.ToUpperInvariant(name[at]) == char.ToUpperInvariant(typed);

    private static bool IsHump(string name, int at) =>
        char.IsUpper(name[at])
        || (at > 0 && name[at - 1] == '_')
        || (at > 0 && char.IsDigit(name[at]) && !char.IsDigit(name[at - 1]));
}
