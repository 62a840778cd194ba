namespace Backprop.Display;

/// <summary>
/// About how wide text is, since a drawing made here cannot ask the browser. Rather too wide than too narrow.
/// </summary>
internal static class TextWidth
{
    /// <summary>In pixels, for the theme's sans-serif font.</summary>
    public static double Of(string text, double fontSize = 11)
    {
        double em = 0;
        foreach (char c in text)
            em += Of(c);
        return em * fontSize;
    }

    /// <summary>The text, or its start and <c>…</c> where it is wider than so many pixels.</summary>
    public static string Fit(string text, double pixels, double fontSize = 11)
    {
        if (Of(text, fontSize) <= pixels)
            return text;
        int length = text.Length;
        while (length > 1 && Of(text[..length] + "…", fontSize) > pixels)
            length--;
        if (length > 1 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length] + "…";
    }

    private static double Of(char c) => c switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'I' => 0.36,
        '\u202F' => 0.2,
        'f' or 't' or 'r' or ' ' or '(' or ')' or '[' or ']' or '-' or '/' => 0.44,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.98,
        '<' or '>' or '=' or '+' or '~' => 0.86,
        >= 'A' and <= 'Z' => 0.74,
        >= '\u1100' and not '\u2212' and not '…' and not (>= '\u2000' and < '\u2E80') => 1.0,
        _ => 0.64,
    };
}
