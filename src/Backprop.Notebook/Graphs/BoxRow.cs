using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>A line of a box: a text at its left and one at its right border.</summary>
internal sealed record BoxRow(
    string Left, string LeftLook, string Right, string RightLook, Appearance Appears = Appearance.Always)
{
    private const double Between = 8;
    private const double Rounding = 0.01;

    /// <summary>How wide both texts are with the room between them.</summary>
    public double Width => LeftWidth + RightWidth + (Left.Length > 0 && Right.Length > 0 ? Between : 0);

    private double LeftWidth => WidthOf(Left, LeftLook);

    private double RightWidth => WidthOf(Right, RightLook);

    /// <summary>The row cut to a width: numbers stay whole, names are cut first.</summary>
    public BoxRow Fit(double width)
    {
        if (Width <= width + Rounding)
            return this;
        bool isName = LeftLook.Contains("mono", StringComparison.Ordinal);
        // A name gets at least half, then what made it.
        double right = isName ? Math.Max(0, width - Between - Math.Min(LeftWidth, width * 0.6)) : RightWidth;
        string cutRight = isName ? Cut(Right, right, RightLook) : Right;
        double left = width - (cutRight.Length > 0 ? Between + WidthOf(cutRight, RightLook) : 0);
        return this with { Left = Cut(Left, left, LeftLook), Right = cutRight };
    }

    private static string Cut(string text, double width, string look)
    {
        int length = text.Length;
        while (length > 0 && WidthOf(text[..length] + (length < text.Length ? "…" : ""), look) > width)
            length--;
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return length == text.Length ? text : length == 0 ? "" : text[..length] + "…";
    }

    // The font of code has wide i and l, and narrow m and w.
    private static double WidthOf(string text, string look)
    {
        double size = look.EndsWith(" s", StringComparison.Ordinal) ? 11 : 12;
        double width = TextWidth.Of(text, size);
        // Names in the font of code are bold too, and so are the words "value" and "grad".
        return look.Contains("mono", StringComparison.Ordinal) ? Math.Max(width, text.Length * 0.62 * size)
            : look.StartsWith('m') ? width
            : width * LabelText.Bold;
    }
}
