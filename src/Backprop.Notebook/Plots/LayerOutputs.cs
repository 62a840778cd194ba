namespace Backprop;

/// <summary>What came out of one layer.</summary>
/// <param name="Name">Its path in the net, such as <c>0</c> or <c>Encoder.1</c>; empty for the whole.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Input">What it was given.</param>
/// <param name="Output">What came out.</param>
internal sealed record LayerOutput(string Name, Module Layer, Tensor Input, Tensor Output)
{
    /// <summary>As a drawing calls it: <c>2 Relu</c>.</summary>
    public string Label => Name.Length == 0 ? Layer.ToString()! : $"{Name} {Layer}";

    /// <summary>The same without what stands in brackets: <c>2 Linear</c>.</summary>
    public string ShortLabel
    {
        get
        {
            int bracket = Label.IndexOf('(', StringComparison.Ordinal);
            return bracket < 0 ? Label : Label[..bracket];
        }
    }
}

/// <summary>
/// Runs a net layer by layer, as <see cref="ModuleSummary"/> does, and keeps what comes out. A module of one's own that
/// holds its layers in the order in which they follow each other is opened where its own result proves it; any other is
/// one layer.
/// </summary>
internal static class LayerOutputs
{
    /// <summary>The outputs, without recording and in the mode of use; the net is in its own mode afterwards.</summary>
    /// <exception cref="ArgumentException">A layer does not take what it is given.</exception>
    public static IReadOnlyList<LayerOutput> Of(Module net, Tensor x, string what)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(x);
        using IDisposable scope = net.Evaluate();
        var outputs = new List<LayerOutput>();
        Run(outputs, "", net, x.Detach(), what);
        return outputs;
    }

    private static Tensor Run(List<LayerOutput> outputs, string name, Module module, Tensor x, string what)
    {
        if (module is Sequential net)
        {
            for (int i = 0; i < net.Layers.Count; i++)
                x = Run(outputs, Path(name, PlotData.Invariant($"{i}")), net.Layers[i], x, what);
            return x;
        }
        Tensor y = Forward(module, name, x, what);
        if (Opened(module, name, x, y) is { } inside)
            outputs.AddRange(inside);
        else
            outputs.Add(new LayerOutput(name, module, x, y));
        return y;
    }

    // The layers of a module that does nothing but run its children one after the other; null for any other.
    private static List<LayerOutput>? Opened(Module module, string name, Tensor x, Tensor y)
    {
        if (module.Children.Count == 0)
            return null;
        var inside = new List<LayerOutput>();
        try
        {
            Tensor result = x;
            foreach ((string child, Module part) in module.Children)
                result = Run(inside, Path(name, child), part, result, "");
            bool isSame = result.Shape == y.Shape
                && PlotData.Numbers(result).AsSpan().SequenceEqual(PlotData.Numbers(y));
            return isSame ? inside : null;
        }
        catch (ArgumentException)
        {
            // The children do not even fit one behind the other.
            return null;
        }
    }

    private static Tensor Forward(Module module, string name, Tensor x, string what)
    {
        try
        {
            return module.Forward(x);
        }
        catch (ArgumentException error)
        {
            string layer = name.Length == 0 ? module.ToString()! : $"layer {name}, {module},";
            throw new ArgumentException($"{what}: {layer} does not take x of shape {x.Shape}. {error.Message}", error);
        }
    }

    private static string Path(string parent, string child) => parent.Length == 0 ? child : $"{parent}.{child}";
}
