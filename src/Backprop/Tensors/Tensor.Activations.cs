using Backprop.Ops;

namespace Backprop;

/// <content>Activations beyond sigmoid, tanh and ReLU.</content>
public sealed partial class Tensor
{
    /// <summary>1 where x &gt; θ, else 0: the threshold neuron. No gradient passes it.</summary>
    public Tensor Step(double theta = 0) => new Ops.Step(theta).Apply(this);

    /// <summary>x where x &gt; θ, else a fixed value.</summary>
    public Tensor Threshold(double theta, double value) => new Ops.Threshold(theta, value).Apply(this);

    /// <summary>x kept between two numbers, −1 and 1 as a rule; the slope is 1 strictly between them, else 0.</summary>
    /// <exception cref="ArgumentException">The lower one is not below the other.</exception>
    public Tensor HardTanh(double low = -1, double high = 1)
    {
        if (!(low < high))
            throw new ArgumentException($"HardTanh goes from low to high, not from {Text(low)} to {Text(high)}. Swap them.");
        return new Ops.HardTanh(low, high).Apply(this);
    }

    /// <summary>x where x &gt; 0, else slope · x. For slopes up to 1 that is max(slope · x, x).</summary>
    public Tensor LeakyRelu(double slope = 0.01) => new Ops.LeakyRelu(slope).Apply(this);

    /// <summary>x where x &gt; 0, else α · x with a learned α.</summary>
    /// <param name="alpha">One number, or one for each channel: <c>[channels]</c> with x <c>[batch, channels, …]</c>.</param>
    /// <exception cref="ArgumentException">Neither one α nor one for each channel.</exception>
    public Tensor Prelu(Tensor alpha)
    {
        ArgumentNullException.ThrowIfNull(alpha);
        if (alpha.Shape.Size == 1)
            return Ops.Prelu.Instance.Apply(this, alpha.Shape.Rank == 0 ? alpha : alpha.Reshape([]));
        if (Shape.Rank < 2 || alpha.Shape.Rank != 1 || alpha.Shape[0] != Shape[1])
        {
            throw new ArgumentException($"PReLU takes one α or one for each channel; α is {alpha.Shape} and x {Shape}. "
                + "Channels are axis 1.");
        }
        var shape = new int[Shape.Rank - 1];
        Array.Fill(shape, 1);
        shape[0] = alpha.Shape[0];
        return Ops.Prelu.Instance.Apply(this, alpha.Reshape(shape));
    }

    /// <summary>x where x &gt; 0, else α (eˣ − 1).</summary>
    public Tensor Elu(double alpha = 1) => new Ops.Elu(alpha).Apply(this);

    /// <summary>The ELU whose constants keep mean 0 and variance 1 from layer to layer.</summary>
    public Tensor Selu() => Ops.Selu.Instance.Apply(this);

    /// <summary>x · σ(x).</summary>
    public Tensor Silu() => Ops.Silu.Instance.Apply(this);

    /// <summary>x · σ(x): the notes' name for <see cref="Silu"/>.</summary>
    public Tensor Swish() => Silu();

    /// <summary>x · Φ(x), Φ the normal distribution's.</summary>
    /// <param name="tanh">True for the tanh form that GPT-2 uses: GELU(1) is 0.84119 there, 0.84134 here.</param>
    public Tensor Gelu(bool tanh = false) => tanh ? GeluTanh.Instance.Apply(this) : Ops.Gelu.Instance.Apply(this);

    /// <summary>ln(1 + e^βx) / β, a smooth ReLU.</summary>
    /// <exception cref="ArgumentOutOfRangeException">β is not above 0.</exception>
    public Tensor Softplus(double beta = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beta);
        return new Ops.Softplus(beta).Apply(this);
    }

    /// <summary>ln σ(x), without going through tiny numbers.</summary>
    public Tensor LogSigmoid() => -(-this).Softplus();

    /// <summary>The largest of each group of neighbouring features, <c>[…, n · pieces]</c> → <c>[…, n]</c>. Goodfellow and others, 2013.</summary>
    /// <param name="pieces">How many features compete for one output.</param>
    /// <exception cref="ArgumentException">The features do not divide into groups of that size.</exception>
    public Tensor Maxout(int pieces)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieces);
        if (Shape.Rank == 0 || Shape[^1] % pieces != 0)
            throw new ArgumentException($"The last axis of {Shape} does not divide into groups of {pieces}.");
        int[] groups = [.. Shape.ToArray()[..^1], Shape[^1] / pieces, pieces];
        return Reshape(groups).Max(-1);
    }
}
