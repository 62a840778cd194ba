using static Backprop.Ops.Formula;
using Formula = Backprop.Ops.Formula;

namespace Backprop;

/// <summary>
/// A rate r for each weight that grows while its gradient keeps its sign and shrinks when it turns: r ← r + κ where g and
/// the average δ̄ of earlier gradients agree in sign, r ← (1 − φ) r where they do not; then w ← w − r g and
/// δ̄ ← (1 − θ) g + θ δ̄.
/// </summary>
/// <remarks>
/// For the gradient of all data: in mini-batches signs turn by chance, and rates shrink for nothing.
/// <see cref="Optimizer.LearningRate"/> is where each r starts; changing it later does nothing. Defaults: η 0.01,
/// κ 0.001, φ 0.1, θ 0.7. Memory: <c>rate</c> (r), <c>average</c> (δ̄). Jacobs 1988.
/// </remarks>
/// <param name="parameters">What to optimize.</param>
public sealed class DeltaBarDelta(IEnumerable<Tensor> parameters) : UpdateRule(parameters, 0.01, "rate", "average")
{
    private static readonly Program Rule = MakeRule();

    /// <summary>κ: what a rate gains while signs agree.</summary>
    public double Kappa { get; set => field = Options.NotNegative(value); } = 0.001;

    /// <summary>φ: the share that a rate loses when signs differ.</summary>
    public double Phi { get; set => field = Options.Share(value); } = 0.1;

    /// <summary>θ: how much of the average stays from step to step; 0 compares with the last gradient alone.</summary>
    public double Theta { get; set => field = Options.BelowOne(value); } = 0.7;

    /// <summary>The present rate of each number of a parameter, of the parameter's shape.</summary>
    /// <param name="index">Which of <see cref="Optimizer.Parameters"/>.</param>
    public Tensor Rates(int index) => Memory(index, "rate", LearningRate).Copy();

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient) =>
        Change(Rule, [parameter, Memory(index, "rate", LearningRate), Memory(index, "average")], gradient,
            Kappa, 1 - Phi, Theta, 1 - Theta);

    private static Program MakeRule()
    {
        Formula w = Input(0), rate = Input(1), average = Input(2), g = Input(3);
        Formula kappa = Scalar(0), keep = Scalar(1), theta = Scalar(2), rest = Scalar(3);
        var agreement = average * g;
        var next = Select(agreement > 0, rate + kappa, Select(agreement < 0, rate * keep, rate));
        return new(4, 4, w - next * g, next, rest * g + theta * average);
    }
}
