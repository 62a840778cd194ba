// Convolution: layers that look at windows of an image. What a window is, and the sums over it, stand in Ops.
using System.Globalization;

namespace Backprop;

/// <summary>What convolutions share: a kernel for each output, a bias for each output, and first values evenly within
/// ±1/√(inputs of one output), as <see cref="Linear"/> has them.</summary>
public abstract class ConvolutionLayer : Module
{
    private protected ConvolutionLayer(Shape weight, int fanIn, int? biases)
    {
        double bound = 1 / Math.Sqrt(fanIn);
        Weight = Init.Uniform(weight, -bound, bound);
        Bias = biases is { } count ? Init.Uniform([count], -bound, bound) : null;
    }

    /// <summary>The kernels.</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor Weight
    {
        get;
        init => field = Fitting.Parameter(nameof(Weight), field, value);
    }

    /// <summary>What is added to each output channel, <c>[outputs]</c>; null for none.</summary>
    /// <exception cref="ArgumentException">A bias of another shape is set.</exception>
    public Tensor? Bias
    {
        get;
        init => field = Fitting.Parameter(nameof(Bias), field, value);
    }

    /// <summary>Channels of one output's kernel.</summary>
    private protected static int PerGroup(int channels, int groups, string what)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        return channels % groups == 0
            ? channels / groups
            : throw new ArgumentException($"{channels} {what} do not fall into {groups} groups. Choose a number of "
                + "groups that divides inputs and outputs.");
    }

    private protected static Size2d Positive(Size2d size, string name) => size is { Height: > 0, Width: > 0 }
        ? size
        : throw new ArgumentException($"A {name} is 1 or more along both axes, not {size}.");

    /// <summary><c>Conv2d(3 → 16, 3×3, stride 2)</c>: what differs from the default is said.</summary>
    private protected static string Describe(
        string what, params ReadOnlySpan<(string Name, object Value, object Usual)> options)
    {
        foreach (var (name, value, usual) in options)
        {
            if (!value.Equals(usual))
                what += string.Create(CultureInfo.InvariantCulture, $", {name} {Short(value)}");
        }
        return what + ")";
    }

    private static object Short(object value) => value is Size2d { Height: var h, Width: var w } && h == w ? h : value;
}
