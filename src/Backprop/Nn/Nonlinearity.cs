namespace Backprop;

/// <summary>What follows a layer: by how much its first weights must be larger, see
/// <see cref="Init.Gain(Nonlinearity, double)"/>.</summary>
public enum Nonlinearity
{
    /// <summary>Nothing, or a convolution.</summary>
    Linear,

    /// <summary>σ(x).</summary>
    Sigmoid,

    /// <summary>tanh x.</summary>
    Tanh,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>x, or slope · x below 0.</summary>
    LeakyRelu,

    /// <summary>The self-normalising ELU.</summary>
    Selu,
}
