namespace Backprop;

/// <content>Activations beyond sigmoid, tanh and ReLU, by their plain names.</content>
public static partial class Functional
{
    /// <inheritdoc cref="Tensor.HardTanh"/>
    public static Tensor HardTanh(Tensor x) => Of(x).HardTanh();

    /// <summary>x where x &gt; 0, else 0.01 · x.</summary>
    public static Tensor LeakyRelu(Tensor x) => Of(x).LeakyRelu();

    /// <summary>x where x &gt; 0, else slope · x.</summary>
    public static Tensor LeakyRelu(Tensor x, double slope) => Of(x).LeakyRelu(slope);

    /// <inheritdoc cref="Tensor.Prelu"/>
    public static Tensor Prelu(Tensor x, Tensor alpha) => Of(x).Prelu(alpha);

    /// <summary>x where x &gt; 0, else eˣ − 1.</summary>
    public static Tensor Elu(Tensor x) => Of(x).Elu();

    /// <inheritdoc cref="Tensor.Selu"/>
    public static Tensor Selu(Tensor x) => Of(x).Selu();

    /// <inheritdoc cref="Tensor.Silu"/>
    public static Tensor Silu(Tensor x) => Of(x).Silu();

    /// <inheritdoc cref="Tensor.Swish"/>
    public static Tensor Swish(Tensor x) => Of(x).Silu();

    /// <summary>x · Φ(x), Φ the normal distribution's.</summary>
    public static Tensor Gelu(Tensor x) => Of(x).Gelu();

    /// <summary>ln(1 + eˣ), a smooth ReLU.</summary>
    public static Tensor Softplus(Tensor x) => Of(x).Softplus();

    /// <inheritdoc cref="Tensor.LogSigmoid"/>
    public static Tensor LogSigmoid(Tensor x) => Of(x).LogSigmoid();

    /// <inheritdoc cref="Tensor.Maxout"/>
    public static Tensor Maxout(Tensor x, int pieces) => Of(x).Maxout(pieces);
}
