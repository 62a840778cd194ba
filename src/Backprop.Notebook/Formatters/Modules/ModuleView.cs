using Backprop.Display;

namespace Backprop;

/// <summary>A net as a card: what it takes, then its layers as a tree that folds, or up to the one that failed.</summary>
internal static class ModuleView
{
    public static MimeBundle Of(ModuleSummary summary) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(Card(summary)).Content)
        .Add(MimeBundle.Text, ModuleText.Of(summary));

    /// <summary>What stands above the error of a pass that a layer ended.</summary>
    public static MimeBundle OfFailure(Exception error)
    {
        if (LayerFailure.Of(error) is not { } failure)
            return new MimeBundle();
        var summary = new ModuleSummary(failure.Net, failure.Input);
        return summary.Failed is null ? new MimeBundle() : Of(summary);
    }

    private static Html Card(ModuleSummary summary)
    {
        string name = summary.Module.GetType().Name;
        string count = $"{NumberText.Count(summary.ParameterCount)} parameters";
        Html input = summary.Input is { } shape
            ? Html.Of($"<span>input {TensorNames.Of(shape)}</span> <span>{TensorNames.Of(summary.InputType)}</span> ")
            : Html.Empty;
        Html chip = summary.Failed is { } failed
            ? Html.Of($"<span class=\"bp-chip fail\">✗ stopped at {LayerText.Spoken(failed)}</span>")
            : Html.Empty;
        Html style = summary.Failed is null ? ModuleTree.Style : FailureView.Style;
        Html body = summary.Failed is null
            ? Html.Of($"{Statistics(summary)}{ModuleTree.Of(summary)}")
            : FailureView.Of(summary);
        return Html.Of(
            $"""
            <figure class="bp-card" id="{CardStyle.Id}" aria-label="{name}: {count}">{style}<div class="bp-head"><b>{name}</b> {input}{chip}
            <span class="end">{count}</span></div><div class="bp-body">{body}</div></figure>
            """);
    }

    private static Html Statistics(ModuleSummary summary)
    {
        var facts = new List<(string Name, string Value)>
        {
            ("parameters", NumberText.Count(summary.ParameterCount)),
            ("weights", NumberText.Bytes(summary.ParameterBytes)),
        };
        if (summary is { Output: not null, Input: { Rank: > 0 } input } && input[0] > 0)
        {
            facts.Add(("FLOPs for one example", NumberText.Short(summary.Flops / input[0])));
            facts.Add(($"activations, batch of {NumberText.Count(input[0])}", NumberText.Bytes(summary.ActivationBytes)));
            // Weights, their gradients and two moments; each result and its gradient.
            long training = (4 * summary.ParameterBytes) + (2 * summary.ActivationBytes);
            facts.Add(("to train with Adam, about", NumberText.Bytes(training)));
        }
        IEnumerable<Html> items = facts.Select(f => Html.Of($"<div><dt>{f.Name}</dt><dd>{f.Value}</dd></div>"));
        return Html.Of($"<dl class=\"bp-stats\">{items}</dl>");
    }
}
