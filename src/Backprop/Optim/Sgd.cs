using static Backprop.Ops.Formula;

namespace Backprop;

/// <summary>Gradient descent: w ← w − η ∂loss/∂w. Stochastic if the loss is that of a batch.</summary>
/// <param name="parameters">What to optimize.</param>
public sealed class Sgd(IEnumerable<Tensor> parameters) : Optimizer(parameters)
{
    private static readonly Program Rule = new(2, 1, Input(0) - Scalar(0) * Input(1));

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(gradient);
        parameter.Overwrite(Rule, [parameter, gradient], [LearningRate]);
    }
}
