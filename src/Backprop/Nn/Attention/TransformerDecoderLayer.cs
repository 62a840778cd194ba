namespace Backprop;

/// <summary>
/// One block of a transformer's decoder: self-attention, attention to the encoder's result ("memory"), then a small net
/// at every position, each with a skip connection and a layer norm. Vaswani and others, 2017.
/// </summary>
public sealed class TransformerDecoderLayer : TransformerLayer
{
    /// <summary>A block with random weights.</summary>
    /// <param name="width">Features of a position, also of the memory.</param>
    /// <param name="heads">Heads of each attention.</param>
    /// <param name="feedForward">Units of the small net; 4 · width if left out.</param>
    /// <param name="dropProbability">How likely a number is dropped while training, in each part.</param>
    /// <param name="activation">Of the small net; <c>Relu</c> if left out, <c>Gelu</c> is the other usual one.</param>
    /// <param name="normFirst">Whether the norm stands before a part or after the skip (the paper).</param>
    /// <exception cref="ArgumentException">The features do not divide among the heads.</exception>
    public TransformerDecoderLayer(int width, int heads, int? feedForward = null, double dropProbability = 0.1,
        Layer? activation = null, bool normFirst = false)
        : base(width, feedForward, dropProbability, activation, normFirst)
    {
        SelfAttn = new MultiHeadAttention(width, heads, dropProbability: dropProbability);
        MultiheadAttn = new MultiHeadAttention(width, heads, dropProbability: dropProbability);
        (Norm1, Norm2, Norm3) = (new LayerNorm(width), new LayerNorm(width), new LayerNorm(width));
    }

    /// <summary>Attention among the positions.</summary>
    public MultiHeadAttention SelfAttn { get; }

    /// <summary>Attention to the memory; named as in PyTorch's state.</summary>
    public MultiHeadAttention MultiheadAttn { get; }

    /// <summary>The norm of the self-attention.</summary>
    public LayerNorm Norm1 { get; }

    /// <summary>The norm of the attention to the memory.</summary>
    public LayerNorm Norm2 { get; }

    /// <summary>The norm of the small net.</summary>
    public LayerNorm Norm3 { get; }

    /// <summary>Not possible: a decoder needs a memory.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Tensor Forward(Tensor x) => throw NeedsMemory(this);

    /// <summary>The block.</summary>
    /// <param name="x">[batch, positions, width]</param>
    /// <param name="memory">The encoder's result, [batch, memory positions, width].</param>
    /// <param name="mask">bool, true where a position may look at another.</param>
    /// <param name="keysKept">bool [batch, positions], false at padding of x.</param>
    /// <param name="memoryMask">bool, true where a position may look, [positions, memory positions].</param>
    /// <param name="memoryKept">bool [batch, memory positions], false at padding of the memory.</param>
    /// <param name="causal">Whether each position looks only at itself and those before.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor Forward(Tensor x, Tensor memory, Tensor? mask = null, Tensor? keysKept = null,
        Tensor? memoryMask = null, Tensor? memoryKept = null, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(memory);
        x = Around(x, Norm1, y => SelfAttn.Forward(y, mask: mask, keysKept: keysKept, causal: causal));
        x = Around(x, Norm2, y => MultiheadAttn.Forward(y, memory, mask: memoryMask, keysKept: memoryKept));
        return Around(x, Norm3, FeedForward);
    }

    internal static NotSupportedException NeedsMemory(Module decoder) =>
        new($"{decoder} looks at what an encoder made: call Forward(x, memory). A net without an encoder, such as a "
            + "GPT, is made of TransformerEncoderLayer with causal: true.");
}
