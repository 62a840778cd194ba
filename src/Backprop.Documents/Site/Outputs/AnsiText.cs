using System.Text;
using System.Text.RegularExpressions;
using Backprop.Display;

namespace Backprop.Documents;

// Outputs/ turns what cells showed into elements of a page. It runs nothing and trusts no script.

/// <summary>Text with terminal colours as HTML: spans of the classes ansi-red, ansi-bold …; other codes go.</summary>
internal static partial class AnsiText
{
    /// <summary>The text as HTML.</summary>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var style = new AnsiStyle();
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

    private static void Append(StringBuilder html, string text, AnsiStyle style)
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
}
