using System.Text;
using System.Xml.Linq;

namespace Backprop.Documents;

/// <summary>Letters in the styles of mathematics, which are letters of their own in Unicode: 𝐱, ℝ, ℒ.</summary>
internal static class MathAlphabet
{
    // First letter of each run in Unicode: capitals, small letters, digits, capital Greek, small Greek (0: none).
    private static readonly Dictionary<string, int[]> Runs = new()
    {
        ["bold"] = [0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2],
        ["bolditalic"] = [0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736],
        ["double"] = [0x1D538, 0x1D552, 0x1D7D8, 0, 0],
        ["script"] = [0x1D49C, 0x1D4B6, 0, 0, 0],
        ["fraktur"] = [0x1D504, 0x1D51E, 0, 0, 0],
        ["sans"] = [0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0],
        ["mono"] = [0x1D670, 0x1D68A, 0x1D7F6, 0, 0],
    };

    // These existed before the runs did; their places in the runs are empty.
    private static readonly Dictionary<(string Style, char Letter), string> Older = new()
    {
        [("double", 'C')] = "ℂ", [("double", 'H')] = "ℍ", [("double", 'N')] = "ℕ", [("double", 'P')] = "ℙ",
        [("double", 'Q')] = "ℚ", [("double", 'R')] = "ℝ", [("double", 'Z')] = "ℤ",
        [("script", 'B')] = "ℬ", [("script", 'E')] = "ℰ", [("script", 'F')] = "ℱ", [("script", 'H')] = "ℋ",
        [("script", 'I')] = "ℐ", [("script", 'L')] = "ℒ", [("script", 'M')] = "ℳ", [("script", 'R')] = "ℛ",
        [("script", 'e')] = "ℯ", [("script", 'g')] = "ℊ", [("script", 'o')] = "ℴ",
        [("fraktur", 'C')] = "ℭ", [("fraktur", 'H')] = "ℌ", [("fraktur", 'I')] = "ℑ", [("fraktur", 'R')] = "ℜ",
        [("fraktur", 'Z')] = "ℨ",
    };

    /// <summary>Puts every letter and digit in an element into a style; "normal" makes letters upright.</summary>
    public static XElement Apply(string style, XElement element)
    {
        foreach (XElement leaf in element.DescendantsAndSelf().Where(e => e.Name == "mi" || e.Name == "mn"))
        {
            if (style == "normal")
                leaf.SetAttributeValue("mathvariant", leaf.Name == "mi" ? "normal" : null);
            else
                leaf.Value = Styled(style, leaf.Value);
        }
        return element;
    }

    private static string Styled(string style, string text)
    {
        var result = new StringBuilder();
        foreach (char letter in text)
            result.Append(Older.GetValueOrDefault((style, letter)) ?? FromRun(Runs[style], letter));
        return result.ToString();
    }

    private static string FromRun(int[] run, char letter)
    {
        (int start, char first) = letter switch
        {
            >= 'A' and <= 'Z' => (run[0], 'A'),
            >= 'a' and <= 'z' => (run[1], 'a'),
            >= '0' and <= '9' => (run[2], '0'),
            >= 'Α' and <= 'Ω' => (run[3], 'Α'),
            >= 'α' and <= 'ω' => (run[4], 'α'),
            _ => (0, letter),
        };
        return start == 0 ? letter.ToString() : char.ConvertFromUtf32(start + letter - first);
    }
}
