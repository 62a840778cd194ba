using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>A vocabulary: its first symbols with their codes.</summary>
internal static class VocabularyView
{
    private const int Most = 60;

    public static MimeBundle Of(Vocabulary vocabulary)
    {
        IEnumerable<Html> tokens = vocabulary.Tokens.Take(Most).Select((token, code) => Html.Of(
            $"<li><b>{Visible(token)}</b> <span>{code.ToString(CultureInfo.InvariantCulture)}</span></li>"));
        string shown = vocabulary.Count > Most
            ? $"Showing {Most} of {NumberText.Count(vocabulary.Count)} symbols with their codes."
            : "Each symbol with its code.";
        Html body = Html.Of($"<ul class=\"tokens\">{tokens}</ul>{Card.Caption(shown)}");
        string count = $"{NumberText.Count(vocabulary.Count)} symbols";
        return Card.Bundle(Card.Of("Vocabulary", Html.Empty, count, body, Style), vocabulary.ToString());
    }

    private static Html Style { get; } = CardStyle.Of(
        """
        .tokens{display:flex;flex-wrap:wrap;gap:4px;list-style:none;margin:0;padding:0}
        .tokens li{border:1px solid var(--bp-line);border-radius:4px;padding:2px 6px;background:var(--bp-bg);margin:0}
        .tokens b{font:600 13px var(--bp-mono);white-space:pre}
        .tokens span{font-size:11px;color:var(--bp-muted)}
        """);

    private static string Visible(string token) => token switch
    {
        "\n" => "\\n",
        "\t" => "\\t",
        "\r" => "\\r",
        " " => "␣",
        _ => token,
    };
}
