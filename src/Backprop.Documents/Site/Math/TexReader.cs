namespace Backprop.Documents;

/// <summary>What a piece of TeX is.</summary>
internal enum TexKind
{
    End,
    Command,
    Open,
    Close,
    Superscript,
    Subscript,
    Cell,
    Digit,
    Letter,
    Symbol,
}

/// <summary>One piece of TeX. For a command the text is its name without the backslash.</summary>
internal readonly record struct TexToken(TexKind Kind, string Text)
{
    public bool Is(TexKind kind, string text) => Kind == kind && Text == text;
}

/// <summary>Cuts TeX into pieces, one at a time; space between them does not count.</summary>
internal sealed class TexReader(string tex)
{
    private int position;

    /// <summary>The next piece, without taking it.</summary>
    public TexToken Peek()
    {
        int before = position;
        TexToken token = Next();
        position = before;
        return token;
    }

    /// <summary>Takes the next piece.</summary>
    public TexToken Next()
    {
        while (position < tex.Length && char.IsWhiteSpace(tex[position]))
            position++;
        if (position >= tex.Length)
            return new(TexKind.End, "");
        char c = tex[position];
        int length = char.IsHighSurrogate(c) ? 2 : 1;
        if (c == '\\')
            return Command();
        string text = tex.Substring(position, length);
        position += length;
        return new(c switch
        {
            '{' => TexKind.Open,
            '}' => TexKind.Close,
            '^' => TexKind.Superscript,
            '_' => TexKind.Subscript,
            '&' => TexKind.Cell,
            _ when char.IsAsciiDigit(c) => TexKind.Digit,
            _ when char.IsLetter(text, 0) => TexKind.Letter,
            _ => TexKind.Symbol,
        }, text);
    }

    /// <summary>The rest of a number whose first digit was just taken: <c>.042</c> after <c>0</c>.</summary>
    public string RestOfNumber()
    {
        int start = position;
        while (position < tex.Length && (char.IsAsciiDigit(tex[position]) || IsDecimalPoint()))
            position++;
        return tex[start..position];
    }

    /// <summary>The text in the braces that follow, as it was typed; without braces the next piece.</summary>
    public string RawGroup()
    {
        if (Peek().Kind != TexKind.Open)
            return Peek().Kind is TexKind.End or TexKind.Close or TexKind.Cell ? "" : Next().Text;
        Next();
        int start = position;
        for (int depth = 1; position < tex.Length; position++)
        {
            if (tex[position] == '\\')
                position++;
            else if (tex[position] == '{')
                depth++;
            else if (tex[position] == '}' && --depth == 0)
                return tex[start..position++];
        }
        position = tex.Length;
        return tex[start..];
    }

    /// <summary>The text in the square brackets that follow, or null where there are none.</summary>
    public string? RawOption()
    {
        if (!Peek().Is(TexKind.Symbol, "["))
            return null;
        Next();
        int end = tex.IndexOf(']', position);
        string inside = end < 0 ? tex[position..] : tex[position..end];
        position = end < 0 ? tex.Length : end + 1;
        return inside;
    }

    private bool IsDecimalPoint()
    {
        return tex[position] == '.' && position + 1 < tex.Length && char.IsAsciiDigit(tex[position + 1]);
    }

    private TexToken Command()
    {
        int start = ++position;
        while (position < tex.Length && char.IsAsciiLetter(tex[position]))
            position++;
        if (position == start && position < tex.Length)
            position += char.IsHighSurrogate(tex[position]) ? 2 : 1;
        return new(TexKind.Command, tex[start..position]);
    }
}
