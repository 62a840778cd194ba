namespace Backprop;

/// <summary>What encoder and decoder layers of a transformer share: parts with a skip connection and a norm around
/// each, the last of them a small net of two linear layers that works on every position by itself.</summary>
public abstract class TransformerLayer : Module
{
    private readonly Dropout? dropout;

    private protected TransformerLayer(
        int width, int? feedForward, double dropProbability, Layer? activation, bool normFirst)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (Width, IsNormFirst) = (width, normFirst);
        Linear1 = new Linear(width, feedForward ?? 4 * width);
        Activation = activation ?? Functional.Relu;
        Linear2 = new Linear(feedForward ?? 4 * width, width);
        dropout = dropProbability == 0 ? null : new Dropout(dropProbability: dropProbability);
    }

    /// <summary>Features of a position.</summary>
    public int Width { get; }

    /// <summary>Whether a part sees normed numbers, x + part(norm(x)), as in GPT-2; else what it adds to is normed,
    /// norm(x + part(x)), as in the paper.</summary>
    public bool IsNormFirst { get; }

    /// <summary>The first layer of the small net.</summary>
    public Linear Linear1 { get; }

    /// <summary>What stands between its layers.</summary>
    public Layer Activation { get; }

    /// <summary>The second layer of the small net.</summary>
    public Linear Linear2 { get; }

    /// <summary>A part with the skip around it.</summary>
    private protected Tensor Around(Tensor x, LayerNorm norm, Func<Tensor, Tensor> part) => IsNormFirst
        ? x + Dropped(part(norm.Forward(x)))
        : norm.Forward(x + Dropped(part(x)));

    /// <summary>The small net at every position.</summary>
    private protected Tensor FeedForward(Tensor x) => Linear2.Forward(Dropped(Activation(Linear1.Forward(x))));

    private Tensor Dropped(Tensor x) => dropout is null ? x : dropout.Forward(x);
}
