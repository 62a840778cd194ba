using System.Globalization;

namespace Backprop;

/// <summary>y = x / √(mean of x² + ε) · weight over the last axis: layer norm without centring. Zhang and Sennrich,
/// 2019.</summary>
public sealed class RmsNorm : Module
{
    /// <summary>Normalises the last axis.</summary>
    /// <param name="features">Its length.</param>
    /// <param name="epsilon">Added to the mean square.</param>
    /// <param name="affine">Whether a scale is learned.</param>
    public RmsNorm(int features, double epsilon = 1e-5, bool affine = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        Features = features;
        Epsilon = epsilon;
        Weight = affine ? Tensor.Ones(features).RequireGrad() : null;
    }

    /// <summary>The length of the last axis.</summary>
    public int Features { get; }

    /// <summary>ε, added to the mean square.</summary>
    public double Epsilon { get; }

    /// <summary>The learned scale, <c>[features]</c>; null without.</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor? Weight
    {
        get;
        init => field = Fitting.Parameter(nameof(Weight), field, value);
    }

    /// <summary>Each row with mean square 1, scaled; the shape stays.</summary>
    /// <exception cref="ArgumentException">x has another number of features.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank == 0 || x.Shape[^1] != Features)
        {
            throw new ArgumentException($"{this} takes {Features} features, but x is {x.Shape}. Change the layer or "
                + "reshape x.");
        }
        var y = new Ops.Standardise(Epsilon, IsCentred: false).Apply(x).Y;
        return Weight is null ? y : y * Weight;
    }

    /// <summary><c>RmsNorm(64)</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"RmsNorm({Features})");
}
