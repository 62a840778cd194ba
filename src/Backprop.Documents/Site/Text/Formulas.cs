using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>Draws the formulas of a text.</summary>
internal static class Formulas
{
    // Longer ones may not fit on a phone: they scroll, also by keyboard.
    private const int LongFormula = 40;

    /// <summary>Replaces each <c>bp-math</c> by MathML.</summary>
    /// <returns>True if there was one.</returns>
    public static bool Draw(IElement root)
    {
        IElement[] formulas = root.Find("bp-math");
        foreach (IElement formula in formulas)
        {
            bool isDisplay = formula.GetAttribute("display") == "block";
            string tex = formula.TextContent;
            IElement frame = formula.Make("span", isDisplay ? "math block" : "math");
            frame.InnerHtml = TexMath.ToMathMl(tex, isDisplay);
            if (isDisplay && tex.Length > LongFormula)
            {
                frame.SetAttribute("tabindex", "0");
                frame.SetAttribute("role", "group");
                frame.SetAttribute("aria-label", "Formula");
            }
            formula.Replace(frame);
        }
        return formulas.Length > 0;
    }
}
