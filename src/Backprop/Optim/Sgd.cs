using static Backprop.Ops.Formula;
using Formula = Backprop.Ops.Formula;

namespace Backprop;

/// <summary>
/// Gradient descent: w ← w − η ∂loss/∂w. Stochastic if the loss is that of a batch. With <see cref="Momentum"/> it rolls
/// on where gradients agree and evens out where they zigzag.
/// </summary>
/// <remarks>Memory: <c>velocity</c> (b, V or m) with momentum, else none. Polyak 1964; Sutskever et al. 2013.</remarks>
/// <param name="parameters">What to optimize.</param>
public sealed class Sgd(IEnumerable<Tensor> parameters) : UpdateRule(parameters, 0.01, "velocity")
{
    private static readonly Program Descent = new(2, 2, Input(0) - Scalar(0) * (Input(1) + Scalar(1) * Input(0)));
    private static readonly Program Rolling = WithMomentum(looksAhead: false), Ahead = WithMomentum(looksAhead: true);

    /// <summary>β: how much of the velocity stays from step to step; 0 is plain descent, 0.9 usual.</summary>
    public double Momentum { get; set => field = Options.BelowOne(value); }

    /// <summary>Which formula of momentum; PyTorch's buffer if left out.</summary>
    public MomentumForm Form { get; init; }

    /// <summary>Whether the gradient counts as that of the point where the velocity leads, as PyTorch writes it:
    /// b ← βb + g, w ← w − η(g + βb). The parameters are then the points that look ahead; <see cref="Backprop.Nesterov"/>
    /// is the same method as it is printed, with w itself in the parameters.</summary>
    public bool Nesterov { get; init; }

    /// <summary>How much of each new gradient is left out of the velocity, from the second step on; PyTorch's option. At
    /// β it makes an average that starts at the first gradient instead of at 0.</summary>
    public double Dampening { get; set => field = Options.Share(value); }

    /// <summary>λ: g becomes g + λw, as if λ‖w‖²/2 were added to the loss.</summary>
    public double WeightDecay { get; set => field = Options.NotNegative(value); }

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        if (Momentum == 0)
        {
            Change(Descent, [parameter], gradient, LearningRate, WeightDecay);
            return;
        }
        var (share, rate) = Form switch
        {
            MomentumForm.Velocity => (-LearningRate, -1),
            MomentumForm.Average => (1 - Momentum, LearningRate),
            _ => (1, LearningRate),
        };
        if (Steps(index) > 1)
            share *= 1 - Dampening;
        Change(Nesterov ? Ahead : Rolling, [parameter, Memory(index, "velocity")], gradient,
            rate, WeightDecay, Momentum, share);
    }

    private static Program WithMomentum(bool looksAhead)
    {
        Formula w = Input(0), velocity = Input(1), g = Input(2);
        Formula rate = Scalar(0), decay = Scalar(1), beta = Scalar(2), share = Scalar(3);
        var pull = share * (g + decay * w);
        var next = beta * velocity + pull;
        return new(3, 4, w - rate * (looksAhead ? beta * next + pull : next), next);
    }
}
