using static Backprop.Ops.Formula;
using Formula = Backprop.Ops.Formula;

namespace Backprop;

/// <summary>
/// AdaGrad that forgets: v ← βv + (1 − β)g², w ← w − η g / (√v + ε). The divisor follows the size of recent gradients,
/// which helps where directions differ in curvature.
/// </summary>
/// <remarks>
/// Defaults as PyTorch: η 0.01, β 0.99 (often 0.9), ε 1e-8 outside the root. v starts at 0 and is not corrected, so the
/// first step is η/√(1 − β). With <see cref="Momentum"/> μ: b ← μb + g / (√v + ε), w ← w − ηb.
/// Memory: <c>average</c> (v), <c>velocity</c> (b). Tieleman and Hinton 2012.
/// </remarks>
/// <param name="parameters">What to optimize.</param>
public sealed class RmsProp(IEnumerable<Tensor> parameters) : UpdateRule(parameters, 0.01, "average", "velocity")
{
    private static readonly Program Outside = Rule(EpsilonPlace.OutsideRoot), Inside = Rule(EpsilonPlace.InsideRoot);
    private static readonly Program OutsideRolling = Rolling(EpsilonPlace.OutsideRoot);
    private static readonly Program InsideRolling = Rolling(EpsilonPlace.InsideRoot);

    /// <summary>β: how much of the average of squares stays from step to step; PyTorch's alpha.</summary>
    public double Beta { get; set => field = Options.BelowOne(value); } = 0.99;

    /// <summary>ε: keeps the divisor above 0.</summary>
    public double Epsilon { get; set => field = Options.NotNegative(value); } = 1e-8;

    /// <summary>Where ε stands.</summary>
    public EpsilonPlace EpsilonPlace { get; init; }

    /// <summary>μ: how much of the last step is taken again; 0 for none.</summary>
    public double Momentum { get; set => field = Options.BelowOne(value); }

    /// <summary>λ: g becomes g + λw.</summary>
    public double WeightDecay { get; set => field = Options.NotNegative(value); }

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        bool isInside = EpsilonPlace == EpsilonPlace.InsideRoot;
        var average = Memory(index, "average");
        if (Momentum == 0)
        {
            Change(isInside ? Inside : Outside, [parameter, average], gradient,
                LearningRate, WeightDecay, Epsilon, Beta, 1 - Beta);
        }
        else
        {
            Change(isInside ? InsideRolling : OutsideRolling, [parameter, average, Memory(index, "velocity")], gradient,
                LearningRate, WeightDecay, Epsilon, Beta, 1 - Beta, Momentum);
        }
    }

    private static Program Rule(EpsilonPlace place)
    {
        var (scaled, average) = Scale(place, Input(2));
        return new(3, 5, Input(0) - Scalar(0) * scaled, average);
    }

    private static Program Rolling(EpsilonPlace place)
    {
        var (scaled, average) = Scale(place, Input(3));
        var velocity = Scalar(5) * Input(2) + scaled;
        return new(4, 6, Input(0) - Scalar(0) * velocity, average, velocity);
    }

    /// <summary>g / (√v + ε) and the new v.</summary>
    private static (Formula Scaled, Formula Average) Scale(EpsilonPlace place, Formula gradient)
    {
        Formula decay = Scalar(1), epsilon = Scalar(2), beta = Scalar(3), rest = Scalar(4);
        var g = gradient + decay * Input(0);
        var v = beta * Input(1) + rest * (g * g);
        return (g / place.Root(v, epsilon), v);
    }
}
