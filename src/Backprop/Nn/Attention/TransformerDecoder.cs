namespace Backprop;

/// <summary>Decoder blocks one on the other, all of which see the same memory.</summary>
public sealed class TransformerDecoder : Module
{
    private readonly TransformerDecoderLayer[] layers;

    /// <summary>A stack of blocks.</summary>
    /// <param name="count">How many.</param>
    /// <param name="layer">Makes one; called for each.</param>
    /// <param name="norm">A last norm, which blocks with the norm first need.</param>
    public TransformerDecoder(int count, Func<TransformerDecoderLayer> layer, LayerNorm? norm = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(layer);
        layers = [.. Enumerable.Range(0, count).Select(_ => layer())];
        Norm = norm;
    }

    /// <summary>The blocks, the first sees x.</summary>
    public IReadOnlyList<TransformerDecoderLayer> Layers => layers;

    /// <summary>The last norm; null without.</summary>
    public LayerNorm? Norm { get; }

    /// <summary>Not possible: a decoder needs a memory.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Tensor Forward(Tensor x) => throw TransformerDecoderLayer.NeedsMemory(this);

    /// <summary>All blocks with the same memory and masks.</summary>
    /// <inheritdoc cref="TransformerDecoderLayer.Forward(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, bool)"/>
    public Tensor Forward(Tensor x, Tensor memory, Tensor? mask = null, Tensor? keysKept = null,
        Tensor? memoryMask = null, Tensor? memoryKept = null, bool causal = false)
    {
        foreach (var layer in layers)
            x = layer.Forward(x, memory, mask, keysKept, memoryMask, memoryKept, causal);
        return Norm is null ? x : Norm.Forward(x);
    }
}
