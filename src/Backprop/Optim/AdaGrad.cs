using static Backprop.Ops.Formula;
using Formula = Backprop.Ops.Formula;

namespace Backprop;

/// <summary>
/// A rate for each weight, divided by all it has seen: G ← G + g², w ← w − η g / (√G + ε). Rare features keep large
/// steps; all steps only shrink.
/// </summary>
/// <remarks>
/// Defaults as PyTorch: η 0.01, ε 1e-10 outside the root. PyTorch's lr_decay k is an <see cref="InverseDecay"/> that
/// steps with the optimizer. Memory: <c>sum</c> (G). Duchi, Hazan, Singer 2011.
/// </remarks>
/// <param name="parameters">What to optimize.</param>
public sealed class AdaGrad(IEnumerable<Tensor> parameters) : UpdateRule(parameters, 0.01, "sum")
{
    private static readonly Program Outside = Rule(EpsilonPlace.OutsideRoot), Inside = Rule(EpsilonPlace.InsideRoot);

    /// <summary>ε: keeps the divisor above 0. Written inside the root, 1e-8 is usual.</summary>
    public double Epsilon { get; set => field = Options.NotNegative(value); } = 1e-10;

    /// <summary>Where ε stands.</summary>
    public EpsilonPlace EpsilonPlace { get; init; }

    /// <summary>λ: g becomes g + λw.</summary>
    public double WeightDecay { get; set => field = Options.NotNegative(value); }

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient) =>
        Change(EpsilonPlace == EpsilonPlace.InsideRoot ? Inside : Outside, [parameter, Memory(index, "sum")], gradient,
            LearningRate, WeightDecay, Epsilon);

    private static Program Rule(EpsilonPlace place)
    {
        Formula w = Input(0), sum = Input(1), rate = Scalar(0), decay = Scalar(1), epsilon = Scalar(2);
        var g = Input(2) + decay * w;
        var next = sum + g * g;
        return new(3, 3, w - rate * g / place.Root(next, epsilon), next);
    }
}
