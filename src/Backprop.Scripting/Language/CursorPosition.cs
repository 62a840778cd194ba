namespace Backprop.Scripting;

/// <summary>
/// Places in a text, counted in two ways: in UTF-16 code units as .NET does, and in code points as Jupyter does. They
/// differ behind a symbol such as 🙂, which is one code point and two code units.
/// </summary>
public static class CursorPosition
{
    /// <summary>The UTF-16 index of a place that is counted in code points. Beyond the end is the end.</summary>
    public static int FromCodePoints(string text, int codePoints)
    {
        ArgumentNullException.ThrowIfNull(text);
        int index = 0;
        for (; codePoints > 0 && index < text.Length; codePoints--)
            index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>The number of code points before a UTF-16 index.</summary>
    public static int ToCodePoints(string text, int index)
    {
        ArgumentNullException.ThrowIfNull(text);
        int codePoints = 0;
        for (int i = 0; i < Math.Min(index, text.Length); codePoints++)
            i += IsPair(text, i) ? 2 : 1;
        return codePoints;
    }

    private static bool IsPair(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text, index);
}
