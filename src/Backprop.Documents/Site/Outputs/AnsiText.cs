using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Backprop.Display;

namespace Backprop.Documents;

// Outputs/ turns what cells showed into elements of a page. It runs nothing and trusts no script.

/// <summary>Text with terminal colours as HTML: spans of the classes ansi-red, ansi-bold …; other codes go.</summary>
internal static partial class AnsiText
{
    private static readonly string[] Colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    /// <summary>The text as HTML.</summary>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var style = new Style();
        int from = 0;
        foreach (Match code in Codes().Matches(text))
        {
            Append(html, text[from..code.Index], style);
            if (code.Value.EndsWith('m') && code.Value.StartsWith("\u001b[", StringComparison.Ordinal))
                style.Change(code.Value[2..^1]);
            from = code.Index + code.Length;
        }
        Append(html, text[from..], style);
        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, Style style)
    {
        string visible = Html.Escape(Invisible().Replace(text, ""));
        string classes = style.Classes;
        if (visible.Length > 0)
            html.Append(classes.Length == 0 ? visible : $"<span class=\"{classes}\">{visible}</span>");
    }

    // Colours and the like; cursor movements; window titles.
    [GeneratedRegex(@"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]")]
    private static partial Regex Codes();

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F]")]
    private static partial Regex Invisible();

    private sealed class Style
    {
        private string? color;
        private bool isBold;
        private bool isItalic;
        private bool isUnderlined;

        public string Classes => string.Join(' ', new[]
        {
            color is null ? "" : $"ansi-{color}", isBold ? "ansi-bold" : "", isItalic ? "ansi-italic" : "",
            isUnderlined ? "ansi-underline" : "",
        }.Where(c => c.Length > 0));

        public void Change(string codes)
        {
            int[] numbers = [.. codes.Split(';', ':').Select(Number)];
            for (int i = 0; i < numbers.Length; i++)
                i += Change(numbers, i);
        }

        private static int Number(string code)
        {
            return int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        }

        // How many more numbers belong to this one.
        private int Change(int[] numbers, int i)
        {
            switch (numbers[i])
            {
                case 0:
                    (color, isBold, isItalic, isUnderlined) = (null, false, false, false);
                    return 0;
                case 1 or 22:
                    isBold = numbers[i] == 1;
                    return 0;
                case 3 or 23:
                    isItalic = numbers[i] == 3;
                    return 0;
                case 4 or 24:
                    isUnderlined = numbers[i] == 4;
                    return 0;
                case >= 30 and <= 37 or >= 90 and <= 97:
                    color = Colors[numbers[i] % 10];
                    return 0;
                case 39:
                    color = null;
                    return 0;
                case 38 or 48:
                    return ChangeExact(numbers, i, isText: numbers[i] == 38);
                default:
                    return 0;
            }
        }

        // 256 and 16 million colours become the nearest of ours, which can be read on light and on dark.
        private int ChangeExact(int[] numbers, int i, bool isText)
        {
            int kind = i + 1 < numbers.Length ? numbers[i + 1] : 0;
            if (kind == 5 && i + 2 < numbers.Length)
            {
                if (isText)
                    color = OfIndex(numbers[i + 2]);
                return 2;
            }
            if (kind == 2 && i + 4 < numbers.Length)
            {
                if (isText)
                    color = Nearest(numbers[i + 2], numbers[i + 3], numbers[i + 4]);
                return 4;
            }
            return numbers.Length;
        }

        private static string? OfIndex(int index)
        {
            if (index < 16)
                return Colors[index % 8];
            if (index >= 232)
                return null;
            int cube = index - 16;
            return Nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
        }

        private static string? Nearest(int red, int green, int blue)
        {
            int middle = (Math.Max(red, Math.Max(green, blue)) + Math.Min(red, Math.Min(green, blue))) / 2;
            int index = (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0);
            return index is 0 or 7 ? null : Colors[index];
        }
    }
}
