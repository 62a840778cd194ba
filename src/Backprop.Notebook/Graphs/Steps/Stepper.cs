using System.Globalization;
using System.Text;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>
/// Goes through the steps of a graph: a radio group that needs no script, and buttons where scripts run. What appears
/// in step 5 has the class <c>a5</c>, what is marked in it <c>v5</c> (forward) or <c>g5</c> (back). Without any of this
/// the last step stands there.
/// </summary>
internal sealed class Stepper(GraphSteps steps, int chosen)
{
    /// <summary>The id of the card, and the start of all ids in it.</summary>
    public const string Card = Html.IdPrefix + "g";

    private const string Script =
        """
        (function(){document.querySelectorAll('[id="CARD"]:not(.js)').forEach(function(f){
        var r=[].slice.call(f.querySelectorAll('input[type=radio]')),last=r.length-1;
        function go(to){var i=r.findIndex(function(x){return x.checked});if(i<0)i=last;
        r[to=='first'?0:to=='last'?last:Math.max(0,Math.min(last,i+to))].checked=true;}
        f.classList.add('js');
        f.addEventListener('click',function(e){var b=e.target.closest('[data-step]');
        if(b)go(+b.getAttribute('data-step'));});
        f.addEventListener('keydown',function(e){var to={Home:'first',End:'last'}[e.key];
        if(to&&e.target.closest('fieldset')){go(to);f.querySelector('input:checked').focus();e.preventDefault();}});
        });})()
        """;

    /// <summary>
    /// The group of radio buttons and the sentences below it. A form of its own, so that the same graph twice on a page
    /// is two groups; JupyterLab must not take the arrow keys for itself.
    /// </summary>
    public Html Controls => Html.Of(
        $"""
        <form method="dialog" class="bp-noprint"><fieldset class="bp-radio" data-lm-suppress-shortcuts="true"
        aria-label="Steps of the forward and the backward pass">
        <button class="bp-btn bp-js" type="button" data-step="-1" aria-label="One step back">‹</button>{Pills()}
        <button class="bp-btn bp-js" type="button" data-step="1" aria-label="One step on">›</button></fieldset></form>
        <ol class="now" start="0" aria-live="polite">{Sentences()}</ol>
        """);

    /// <summary>The script that makes the buttons work.</summary>
    public static Html Buttons => new(
        $"<script>{Script.ReplaceLineEndings("").Replace("CARD", Card, StringComparison.Ordinal)}</script>");

    /// <summary>The rules that show one step at a time.</summary>
    public Html Css
    {
        get
        {
            const string card = "#" + Card;
            var css = new StringBuilder();
            // Browsers that cannot ask for the checked button show everything, the sentences as a list; paper shows the
            // end.
            css.Append("@supports selector(:has(a)){@media screen{")
                .Append(card).Append(" .now{display:grid;list-style:none;padding:8px 12px}")
                .Append(card).Append(" .now li{grid-area:1/1;visibility:hidden}");
            Rule(css, k => $"{card}:has([value=\"{k}\"]:checked) .n{k}", "visibility:visible", from: 0);
            // Buttons count from 1: one of the first k buttons is that of a step before step k.
            Rule(css, k => $"{card}:has(label:nth-of-type(-n+{k})>:checked) .a{k}", "visibility:hidden");
            Rule(css, k => $"{card}:has([value=\"{k}\"]:checked) .v{k}", "stroke:var(--bp-value);stroke-width:3", true);
            Rule(css, k => $"{card}:has([value=\"{k}\"]:checked) .g{k}", "stroke:var(--bp-grad);stroke-width:3", false);
            Rule(css, k => $"{card}:has([value=\"{k}\"]:checked) tr.r{k}>*", "background:var(--bp-grad-bg)", false);
            css.Append("}@media print{")
                .Append(card).Append(" .now li{display:none}")
                .Append(card).Append(" .now li:last-child{display:block}}}");
            return new Html(css.ToString());
        }
    }

    private void Rule(
        StringBuilder css, Func<string, string> selector, string look, bool? isForward = null, int from = 1)
    {
        string[] selectors =
        [
            .. Enumerable.Range(from, steps.Last + 1 - from)
                .Where(k => isForward is null || steps.All[k].IsForward == isForward)
                .Select(k => selector(k.ToString(CultureInfo.InvariantCulture))),
        ];
        if (selectors.Length > 0)
            css.AppendJoin(',', selectors).Append('{').Append(look).Append('}');
    }

    private IEnumerable<Html> Pills()
    {
        for (int k = 0; k <= steps.Last; k++)
        {
            bool starts = k > 0 && (k == 1 || steps.All[k].IsForward != steps.All[k - 1].IsForward);
            if (starts)
                yield return new Html(steps.All[k].IsForward
                    ? "<span class=\"value pass\">forward ▸</span>"
                    : "<span class=\"grad pass\">◂ backward</span>");
            Html check = k == chosen ? new Html(" checked") : Html.Empty;
            Html name = new(Html.IdPrefix + "s");
            yield return Html.Of(
                $"""
                <label><input type="radio" name="{name}" value="{k}"{check} aria-label="Step {k}">{k}</label>
                """);
        }
    }

    private IEnumerable<Html> Sentences() => steps.All.Select((step, k) => Html.Of(
        $"""<li class="n{k}"><b class="mono">{k}</b> {step.Sentences.Select(Line)}</li>"""));

    private static Html Line(string sentence, int index) =>
        index == 0 ? Html.Of($"{sentence}") : Html.Of($"<br>{sentence}");
}
