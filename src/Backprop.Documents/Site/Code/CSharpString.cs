namespace Backprop.Documents;

/// <summary>Finds the end of a C# string, and the holes of an interpolated one.</summary>
internal sealed class CSharpString
{
    private readonly string code;
    private readonly int dollars;
    private readonly int quotes;
    private readonly bool isVerbatim;
    private readonly int contentStart;

    /// <summary>Looks at the string that starts at a position.</summary>
    public CSharpString(string code, int start)
    {
        this.code = code;
        int at = start;
        for (; code[at] is '$' or '@'; at++)
        {
            dollars += code[at] == '$' ? 1 : 0;
            isVerbatim |= code[at] == '@';
        }
        while (at + quotes < code.Length && code[at + quotes] == '"')
            quotes++;
        // "" is empty; """ starts a raw string.
        if (quotes == 2 || (isVerbatim && quotes > 1))
            quotes = 1;
        contentStart = at + quotes;
    }

    /// <summary>True once the end was found.</summary>
    public bool IsDone { get; private set; }

    private bool IsRaw => quotes >= 3;

    /// <summary>Whether a string starts at a position.</summary>
    public static bool Starts(string code, int position)
    {
        int at = position;
        while (at < code.Length && code[at] is '$' or '@')
            at++;
        return at < code.Length && code[at] == '"';
    }

    /// <summary>Where the next hole's content starts, or the string's end.</summary>
    public int NextHoleOrEnd(int from)
    {
        int at = Math.Max(from, contentStart);
        while (at < code.Length)
        {
            char c = code[at];
            if (c == '"' && EndsAt(at, out int end))
                return Done(end);
            if (c == '\n' && !IsRaw && !isVerbatim)
                return Done(at);
            if (c == '{' && dollars > 0 && IsHole(ref at))
                return at;
            at += Step(c, at);
        }
        return Done(code.Length);
    }

    private int Step(char c, int at)
    {
        bool isPair = (c == '\\' && !IsRaw && !isVerbatim) || (c == '"' && isVerbatim);
        return isPair && at + 1 < code.Length ? 2 : 1;
    }

    private bool EndsAt(int at, out int end)
    {
        int count = 0;
        while (at + count < code.Length && code[at + count] == '"')
            count++;
        // In @"…" two quotes are one in the text, so an even number of them ends nothing.
        end = at + (isVerbatim ? count : Math.Min(count, quotes));
        return isVerbatim ? count % 2 == 1 : count >= quotes;
    }

    // $"{{" is a brace; $$"""{{x}}""" has a hole of two.
    private bool IsHole(ref int at)
    {
        int count = 0;
        while (at + count < code.Length && code[at + count] == '{')
            count++;
        bool isHole = IsRaw ? count >= dollars : count % 2 == 1;
        at += isHole ? count : count - 1;
        return isHole;
    }

    private int Done(int end)
    {
        IsDone = true;
        return end;
    }
}
