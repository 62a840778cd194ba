namespace Backprop;

/// <summary>
/// y = [x, f(x)] side by side along axis 1: every later layer sees what all earlier ones found. A chain of them is a
/// block of a DenseNet. Huang and others, 2017.
/// </summary>
public sealed class DenseConnection : Module
{
    /// <summary>A connection past some layers:
    /// <c>new DenseConnection([new Conv2d(8, 4, kernel: 3, padding: 1), Relu])</c> makes 12 channels of 8.</summary>
    /// <param name="body">f; it keeps the size of the image.</param>
    public DenseConnection(Sequential body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    /// <summary>f.</summary>
    public Sequential Body { get; }

    /// <summary><c>[batch, channels, …]</c> → <c>[batch, channels + f's, …]</c>.</summary>
    /// <exception cref="ArgumentException">f changes another axis than the channels.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Tensor.Concat([x, Body.Forward(x)], axis: 1);
    }

    /// <summary><c>DenseConnection(Conv2d(8 → 4, 3×3) → Relu)</c></summary>
    public override string ToString() => $"DenseConnection({Body})";
}
