using static Backprop.Ops.Formula;
using Formula = Backprop.Ops.Formula;

namespace Backprop;

/// <summary>
/// Momentum and a rate for each weight: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η m̂ / (√v̂ + ε) with
/// m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ), which undo that both start at 0: the first step is η in size.
/// </summary>
/// <remarks>
/// Defaults as in the paper and PyTorch: η 0.001, β₁ 0.9, β₂ 0.999, ε 1e-8 (outside the root). t counts the steps of the
/// parameter. Memory: <c>m</c>, <c>v</c>, with <see cref="AmsGrad"/> <c>v_max</c>. Kingma and Ba 2015.
/// </remarks>
public class Adam : UpdateRule
{
    private static readonly Program Plain = Rule(keepsLargest: false), Largest = Rule(keepsLargest: true);

    /// <summary>Adam for some parameters, most often <c>net.Parameters</c>.</summary>
    public Adam(IEnumerable<Tensor> parameters)
        : base(parameters, 0.001, "m", "v", "v_max")
    {
    }

    /// <summary>β₁: how much of the average gradient stays from step to step.</summary>
    public double Beta1 { get; set => field = Options.BelowOne(value); } = 0.9;

    /// <summary>β₂: how much of the average square stays from step to step.</summary>
    public double Beta2 { get; set => field = Options.BelowOne(value); } = 0.999;

    /// <summary>ε: keeps the divisor above 0.</summary>
    public double Epsilon { get; set => field = Options.NotNegative(value); } = 1e-8;

    /// <summary>λ: how strongly weights are pulled to 0. In Adam g becomes g + λw, so the pull is divided by √v̂ like the
    /// gradient; <see cref="AdamW"/> pulls all weights alike.</summary>
    public double WeightDecay { get; set => field = Options.NotNegative(value); }

    /// <summary>Whether the largest v so far divides instead of the present one, so that steps do not grow again after
    /// rare large gradients. Reddi, Kale, Kumar 2018, as PyTorch writes it: the largest v is corrected, not the largest
    /// v̂ taken.</summary>
    public bool AmsGrad { get; init; }

    /// <summary>Whether the decay acts on the weight itself and not through the gradient.</summary>
    private protected virtual bool IsDecoupled => false;

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        double correction1 = 1 / (1 - Math.Pow(Beta1, Steps(index))), correction2 = 1 / (1 - Math.Pow(Beta2, Steps(index)));
        var (keep, decay) = IsDecoupled ? (1 - LearningRate * WeightDecay, 0.0) : (1.0, WeightDecay);
        Tensor m = Memory(index, "m"), v = Memory(index, "v");
        ReadOnlySpan<Tensor> changed = AmsGrad ? [parameter, m, v, Memory(index, "v_max")] : [parameter, m, v];
        Change(AmsGrad ? Largest : Plain, changed, gradient,
            LearningRate, keep, decay, Beta1, 1 - Beta1, Beta2, 1 - Beta2, correction1, correction2, Epsilon);
    }

    private static Program Rule(bool keepsLargest)
    {
        Formula rate = Scalar(0), keep = Scalar(1), decay = Scalar(2), epsilon = Scalar(9);
        Formula beta1 = Scalar(3), rest1 = Scalar(4), beta2 = Scalar(5), rest2 = Scalar(6);
        Formula w = Input(0), g = Input(keepsLargest ? 4 : 3) + decay * w;
        var m = beta1 * Input(1) + rest1 * g;
        var v = beta2 * Input(2) + rest2 * (g * g);
        var largest = keepsLargest ? Max(Input(3), v) : v;
        Formula mHat = m * Scalar(7), vHat = largest * Scalar(8);
        var next = keep * w - rate * mHat / (Sqrt(vHat) + epsilon);
        return keepsLargest ? new(5, 10, next, m, v, largest) : new(4, 10, next, m, v);
    }
}
