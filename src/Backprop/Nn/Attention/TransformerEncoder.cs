namespace Backprop;

/// <summary>Encoder blocks one on the other, [batch, positions, width] → the same:
/// <c>new TransformerEncoder(6, () => new TransformerEncoderLayer(512, 8))</c>.</summary>
public sealed class TransformerEncoder : Module
{
    private readonly TransformerEncoderLayer[] layers;

    /// <summary>A stack of blocks.</summary>
    /// <param name="count">How many.</param>
    /// <param name="layer">Makes one; called for each.</param>
    /// <param name="norm">A last norm, which blocks with the norm first need.</param>
    public TransformerEncoder(int count, Func<TransformerEncoderLayer> layer, LayerNorm? norm = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(layer);
        layers = [.. Enumerable.Range(0, count).Select(_ => layer())];
        Norm = norm;
    }

    /// <summary>The blocks, the first sees x.</summary>
    public IReadOnlyList<TransformerEncoderLayer> Layers => layers;

    /// <summary>The last norm; null without.</summary>
    public LayerNorm? Norm { get; }

    /// <summary>[batch, positions, width] → the same.</summary>
    public override Tensor Forward(Tensor x) => Forward(x, null);

    /// <summary>All blocks with the same masks.</summary>
    /// <inheritdoc cref="TransformerEncoderLayer.Forward(Tensor, Tensor, Tensor, bool)"/>
    public Tensor Forward(Tensor x, Tensor? mask = null, Tensor? keysKept = null, bool causal = false)
    {
        foreach (var layer in layers)
            x = layer.Forward(x, mask, keysKept, causal);
        return Norm is null ? x : Norm.Forward(x);
    }

    /// <summary>Who looks at whom in every block, a tensor [batch, heads, positions, positions] each, for
    /// plots.</summary>
    /// <inheritdoc cref="TransformerEncoderLayer.Forward(Tensor, Tensor, Tensor, bool)"/>
    public IReadOnlyList<Tensor> AttentionWeights(Tensor x, Tensor? mask = null, Tensor? keysKept = null,
        bool causal = false)
    {
        var weights = new List<Tensor>();
        foreach (var layer in layers)
        {
            weights.Add(layer.AttentionWeights(x, mask, keysKept, causal));
            x = layer.Forward(x, mask, keysKept, causal);
        }
        return weights;
    }
}
