// Models: whole nets as short classes, to read, to train and to change. What a layer does stands in the folders beside.
namespace Backprop;

/// <summary>A multilayer perceptron: linear layers with an activation between them, h = f(W h + b). The last one has
/// none: its numbers are logits or values.</summary>
public sealed class Mlp : Module
{
    /// <summary>A net by the widths of its layers: <c>new Mlp([784, 128, 10])</c>.</summary>
    /// <param name="widths">Inputs, hidden units of each layer, outputs.</param>
    /// <param name="activation">f; ReLU if left out.</param>
    /// <exception cref="ArgumentException">Fewer than two widths.</exception>
    public Mlp(ReadOnlySpan<int> widths, Layer? activation = null)
    {
        if (widths.Length < 2)
        {
            throw new ArgumentException($"An Mlp has inputs and outputs, so two widths or more, not {widths.Length}. "
                + "Write [784, 128, 10].");
        }
        var layers = new List<Layer>();
        for (int i = 1; i < widths.Length; i++)
        {
            if (i > 1)
                layers.Add(activation ?? Functional.Relu);
            layers.Add(new Linear(widths[i - 1], widths[i]));
        }
        Layers = [.. layers];
    }

    /// <summary>The layers.</summary>
    public Sequential Layers { get; }

    /// <summary><c>[batch, inputs]</c> → <c>[batch, outputs]</c>; images are flattened.</summary>
    /// <exception cref="ArgumentException">x has another number of features.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Layers.Forward(x.Shape.Rank > 2 ? x.Flatten() : x);
    }

    /// <summary><c>Mlp(Linear(784 → 128) → Relu → Linear(128 → 10))</c></summary>
    public override string ToString() => $"Mlp({Layers})";
}
