namespace Backprop;

/// <summary>
/// One block of a transformer's encoder: self-attention, then a small net at every position, each with a skip
/// connection and a layer norm. With a causal mask it is a block of a GPT. Vaswani and others, 2017.
/// </summary>
public sealed class TransformerEncoderLayer : TransformerLayer
{
    /// <summary>A block with random weights.</summary>
    /// <param name="width">Features of a position.</param>
    /// <param name="heads">Heads of the attention.</param>
    /// <param name="feedForward">Units of the small net; 4 · width if left out.</param>
    /// <param name="dropProbability">How likely a number is dropped while training, in each part.</param>
    /// <param name="activation">Of the small net; <c>Relu</c> if left out, <c>Gelu</c> is the other usual one.</param>
    /// <param name="normFirst">Whether the norm stands before a part (GPT-2) or after the skip (the paper).</param>
    /// <exception cref="ArgumentException">The features do not divide among the heads.</exception>
    public TransformerEncoderLayer(int width, int heads, int? feedForward = null, double dropProbability = 0.1,
        Layer? activation = null, bool normFirst = false)
        : base(width, feedForward, dropProbability, activation, normFirst)
    {
        SelfAttn = new MultiHeadAttention(width, heads, dropProbability: dropProbability);
        (Norm1, Norm2) = (new LayerNorm(width), new LayerNorm(width));
    }

    /// <summary>Attention among the positions.</summary>
    public MultiHeadAttention SelfAttn { get; }

    /// <summary>The norm of the attention.</summary>
    public LayerNorm Norm1 { get; }

    /// <summary>The norm of the small net.</summary>
    public LayerNorm Norm2 { get; }

    /// <summary>[batch, positions, width] → the same.</summary>
    public override Tensor Forward(Tensor x) => Forward(x, null);

    /// <summary>The block with masks.</summary>
    /// <param name="x">[batch, positions, width]</param>
    /// <param name="mask">bool, true where a position may look: [positions, positions], or a batch of these.</param>
    /// <param name="keysKept">bool [batch, positions], false at padding.</param>
    /// <param name="causal">Whether each position looks only at itself and those before.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor Forward(Tensor x, Tensor? mask = null, Tensor? keysKept = null, bool causal = false)
    {
        x = Around(x, Norm1, y => SelfAttn.Forward(y, mask: mask, keysKept: keysKept, causal: causal));
        return Around(x, Norm2, FeedForward);
    }

    /// <summary>Who looks at whom in this block, [batch, heads, positions, positions], for plots.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, bool)"/>
    public Tensor AttentionWeights(Tensor x, Tensor? mask = null, Tensor? keysKept = null, bool causal = false) =>
        SelfAttn.Weights(IsNormFirst ? Norm1.Forward(x) : x, mask: mask, keysKept: keysKept, causal: causal);
}
