using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>
/// Layers one behind the other: <c>Sequential net = [new Linear(784, 128), Relu, new Linear(128, 10)];</c>. Modules and
/// functions mix; <c>[.. net, Sigmoid]</c> takes over the layers of another.
/// </summary>
[CollectionBuilder(typeof(Sequential), nameof(Create))]
public sealed class Sequential : Module
{
    [OwnKeys]
    private readonly Module[] layers;

    /// <summary>A net from its layers.</summary>
    public Sequential(params ReadOnlySpan<Layer> layers)
    {
        this.layers = new Module[layers.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            var layer = layers[i] ?? throw new ArgumentNullException(nameof(layers), $"Layer {i} is null.");
            this.layers[i] = Module.Behind(layer) ?? new FunctionLayer(layer);
        }
    }

    /// <summary>What a collection expression calls.</summary>
    public static Sequential Create(ReadOnlySpan<Layer> layers) => new(layers);

    /// <summary>The layers; a function is wrapped in a module of its name.</summary>
    public IReadOnlyList<Module> Layers => layers;

    /// <summary>One layer: <c>net[0]</c>, <c>net[^1]</c>.</summary>
    public Module this[Index index] => layers[index];

    /// <summary>Runs all layers, each on the result of the one before.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var input = x;
        foreach (var layer in layers)
        {
            var outer = OpTrace.Enter(layer);
            try
            {
                x = layer.Forward(x);
            }
            catch (Exception error) when (LayerFailure.Note(error, this, input, layer, x))
            {
                // Never: the error goes on.
            }
            OpTrace.Leave(layer, x, outer);
        }
        return x;
    }

    /// <summary>The layers, for <c>foreach</c> and <c>[.. net]</c>.</summary>
    public IEnumerator<Layer> GetEnumerator()
    {
        foreach (var layer in layers)
            yield return layer;
    }

    /// <summary><c>Linear(784 → 128) → Relu → Linear(128 → 10)</c></summary>
    public override string ToString() => string.Join(" → ", (IEnumerable<Module>)layers);
}
