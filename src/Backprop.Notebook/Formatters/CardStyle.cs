using System.Text.RegularExpressions;
using Backprop.Display;

namespace Backprop;

/// <summary>Styles that one kind of card alone needs: they travel with that card, whose id is <c>m</c>.</summary>
internal static partial class CardStyle
{
    /// <summary>The id of the card, as it stands in <c>id="…"</c>.</summary>
    public static Html Id { get; } = new(Html.IdPrefix + "m");

    /// <summary>Rules, one after the other; each selector is meant within the card.</summary>
    public static Html Of(string rules)
    {
        string scoped = Rule().Replace(rules.ReplaceLineEndings(""), match =>
        {
            IEnumerable<string> selectors = match.Groups[1].Value.Split(',').Select(s => $"#{Id} {s.Trim()}");
            return string.Join(',', selectors) + match.Groups[2].Value;
        });
        return new Html($"<style>{scoped}</style>");
    }

    // A selector is what stands before a block of declarations; an at-rule stands before a block of rules.
    [GeneratedRegex(@"([^{}@]+)(\{[^{}]*\})")]
    private static partial Regex Rule();
}
