using System.Text.RegularExpressions;

namespace Backprop.Display;

/// <summary>One state of an interaction: what its function printed, showed and gave.</summary>
/// <param name="Label">What the state is called.</param>
/// <param name="Html">For a page.</param>
/// <param name="Text">For all else.</param>
internal sealed partial record InteractionState(string Label, Html Html, string Text)
{
    /// <summary>Runs a function and keeps all that it shows.</summary>
    public static InteractionState Of(string label, Func<object?> show)
    {
        var shown = new List<MimeBundle>();
        object? value;
        using (OutputSink.Use(output => Keep(output, shown)))
            value = show();
        if (value is not null)
            shown.Add(Formatter.ToBundle(value));
        return new InteractionState(
            label,
            Html.Join(shown.Select(Markup)),
            string.Join('\n', shown.Select(bundle => bundle.PlainText.TrimEnd('\n'))));
    }

    private static void Keep(Output output, List<MimeBundle> shown)
    {
        if (output is DisplayOutput display)
            shown.Add(display.Data);
        else if (output is StreamOutput stream)
            shown.Add(new MimeBundle().Add(MimeBundle.Text, stream.Text));
    }

    // The styles stand once, around all states. Charts stay drawings: a script would find no size in a hidden state, and
    // the figures of all states would fill the output.
    private static Html Markup(MimeBundle bundle)
    {
        if (bundle.Formats.TryGetValue(MimeBundle.Html, out object? html))
            return new Html(Figures().Replace(html.ToString()!.Replace(Theme.OutputStyle, "", StringComparison.Ordinal), ""));
        return bundle.Formats.TryGetValue(MimeBundle.Svg, out object? svg)
            ? new Html(svg.ToString()!)
            : Html.Of($"<pre>{bundle.PlainText.TrimEnd('\n')}</pre>");
    }

    [GeneratedRegex("""<script type="application/json" class="bp-json">.*?</script>""", RegexOptions.Singleline)]
    private static partial Regex Figures();
}
