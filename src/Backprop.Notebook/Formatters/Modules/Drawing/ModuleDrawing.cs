using Backprop.Display;

namespace Backprop;

// Modules/Drawing/: a net as a picture. Each kind of block draws itself; the row decides where it stands.

/// <summary>
/// A net as a drawing: a small net of linear layers as neurons and weights, all others as blocks from left to right.
/// <c>net.Draw()</c>
/// </summary>
public sealed class ModuleDrawing
{
    /// <summary>A drawing of a net as it is now.</summary>
    /// <param name="module">The net. Nothing is computed: only shapes are followed.</param>
    /// <param name="input">The shape of an input; null tries one that fits the first layer.</param>
    public ModuleDrawing(Module module, Shape? input = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Module = module;
        Input = input ?? InputGuess.ShapeFor(module);
        Summary = new ModuleSummary(module, Input);
    }

    /// <summary>The net.</summary>
    public Module Module { get; }

    /// <summary>The shape of the input that was followed, or null where none was found.</summary>
    public Shape? Input { get; }

    internal ModuleSummary Summary { get; }

    /// <summary>The blocks in words: <c>[1, 784] → Linear [1, 128] → …</c></summary>
    public override string ToString() => NeuronNet.Of(Module) is { } net
        ? net.Label
        : new BlockRow(Summary).Label;

    internal MimeBundle ToBundle()
    {
        // A net that does not take the input says so first.
        if (Summary.Failed is not null)
            return ModuleView.Of(Summary);
        string name = Module.GetType().Name;
        NeuronNet? neurons = NeuronNet.Of(Module);
        (Html svg, string about, string label) = neurons is not null
            ? (new NeuronDrawing(neurons).Svg, neurons.About, neurons.Label)
            : Blocks();
        string count = $"{NumberText.Count(Summary.ParameterCount)} parameters";
        Html legend = neurons is not null ? NeuronDrawing.Legend : BlockRow.Legend;
        Html card = Html.Of(
            $"""
            <figure class="bp-card" id="{CardStyle.Id}" aria-label="{name}: {label}">{Style}<div class="bp-head">
            <b>{name}</b> <span>{about}</span><span class="end">{count}</span></div><div class="bp-body">
            <div class="bp-scroll" tabindex="0" role="group" aria-label="Drawing of {name}">{svg}</div>{legend}
            </div></figure>
            """);
        return new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(card).Content)
            .Add(MimeBundle.Text, label);
    }

    private (Html Svg, string About, string Label) Blocks()
    {
        var row = new BlockRow(Summary);
        string input = Input is { } shape ? $"input {TensorNames.Of(shape)}" : "shapes unknown: net.Draw(1, …)";
        return (row.Draw(), input, row.Label);
    }

    private static Html Style { get; } = CardStyle.Of(
        """
        svg{max-width:none}
        .plain{fill:var(--bp-bg);stroke:var(--bp-muted)}
        .conv{fill:var(--bp-value-bg);stroke:var(--bp-value)}
        .pool{fill:var(--bp-panel);stroke:var(--bp-axis);stroke-dasharray:3 2}
        .dense{fill:var(--bp-loss-bg);stroke:var(--bp-loss)}
        .recurrent{fill:var(--bp-warn-bg);stroke:var(--bp-warn)}
        .attention{fill:var(--bp-grad-bg);stroke:var(--bp-grad)}
        .head{fill:var(--bp-muted);stroke:none}
        .skip{stroke:var(--bp-grad);fill:none;stroke-width:1.5}
        .plus{stroke:var(--bp-grad);fill:none;stroke-width:2}
        .up{stroke:var(--d14);fill:none}
        .down{stroke:var(--d2);fill:none;stroke-dasharray:5 3}
        .key{display:inline-block;width:14px;height:10px;border:1px solid;border-radius:2px;margin-right:5px}
        .key.conv{background:var(--bp-value-bg);border-color:var(--bp-value)}
        .key.pool{background:var(--bp-panel);border:1px dashed var(--bp-axis)}
        .key.dense{background:var(--bp-loss-bg);border-color:var(--bp-loss)}
        .key.recurrent{background:var(--bp-warn-bg);border-color:var(--bp-warn)}
        .key.attention{background:var(--bp-grad-bg);border-color:var(--bp-grad)}
        """);
}
