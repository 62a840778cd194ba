using static Backprop.Tests.WorkedNumbers.Float64;

namespace Backprop.Tests.WorkedNumbers;

/// <summary>Nets that remember, that rebuild, that compete and that attend; and what a product costs.</summary>
internal static class Lessons17To21
{
    private static Tensor Values => Matrix(new double[,] { { 1, 2 }, { 3, 4 } });

    private static Tensor Pixels => Vector(1, 0, 1).Unsqueeze(0);

    private static Tensor Tied => Vector(0.5, 0.5, 0.5).Unsqueeze(0);

    public static Answers Answers => new()
    {
        { "L17.rnn.1", () => Impulse(1).State },
        { "L17.rnn.2", () => Impulse(2).State },
        { "L17.rnn.3", () => Impulse(3).State },
        { "L17.rnn.4", () => Impulse(4).State },
        { "L17.rnn.5", () => Impulse(5).State },
        { "L17.rnn.slope", () => ImpulseSlope(5) },
        { "L17.vanish", () => SlopeOverTwentySteps(0.8) },
        { "L17.explode", () => SlopeOverTwentySteps(1.2) },
        { "L17.lstm.c", () => LstmStep().Cell },
        { "L17.lstm.h", () => LstmStep().Hidden },
        { "L17.forget.1", () => LeftAfterTwentySteps(1) },
        { "L17.forget.5", () => LeftAfterTwentySteps(5) },

        { "L18.code", () => Pixels.MatMul(Tied.T) },
        { "L18.output", () => Rebuilt()[0, 0] },
        { "L18.mse", () => Rebuilt().Mse(Pixels) },
        { "L18.kl.0.2", () => Penalty.Sparsity(One(0.2), rho: 0.05) },
        { "L18.kl.0.5", () => Penalty.Sparsity(One(0.5), rho: 0.05) },

        // V = E ln D + E ln(1 − D) is minus the discriminator's loss; at D = ½ both logits are 0.
        { "L19.value", () => -Gan.DiscriminatorLoss(One(0), One(0)) },
        { "L19.saturating", () => GeneratorSlope(saturating: true) },
        { "L19.non_saturating", () => GeneratorSlope(saturating: false) },

        { "L20.weight.0", () => Functional.AttentionWeights(Eye, Eye)[0, 0] },
        { "L20.weight.1", () => Functional.AttentionWeights(Eye, Eye)[0, 1] },
        { "L20.output.0", () => Functional.Attention(Eye, Eye, Values)[0, 0] },
        { "L20.output.1", () => Functional.Attention(Eye, Eye, Values)[0, 1] },
        // With one feature √d is 1: the logit of 8 stays as large as it is.
        { "L20.unscaled", () => Functional.AttentionWeights(One(8), Vector(1, 0).Unsqueeze(1))[0, 0] },
        { "L20.untrained", () => Tensor.Zeros([1, 65], DType.Float64).CrossEntropy(Tensor.From([7])) },
        { "L20.weights", () => SmallGpt.Parameters.Sum(w => w.Shape.Size) },

        // Each multiply-add of ones counts 1.
        { "L21.work", () => Tensor.Ones(512, 512).MatMul(Tensor.Ones(512, 512)).Sum() / 1e6, 1e-7 },
    };

    private static Tensor Eye => Tensor.Eye(2, DType.Float64);

    private static Gpt SmallGpt => new(symbols: 65, context: 64, width: 64, heads: 4, blocks: 4);

    private static Tensor One(double value) => Matrix(new[,] { { value } });

    /// <summary>A plain net that sees 1 and then 0s: its state after some steps, and the first.</summary>
    private static (Tensor First, Tensor State) Impulse(int steps)
    {
        var cell = new RnnCell(1, 1, bias: false) { WeightIh = One(0.5), WeightHh = One(0.8) };
        Tensor first = cell.Forward(One(1), One(0)).Detach().RequireGrad(), h = first;
        for (int t = 2; t <= steps; t++)
            h = cell.Forward(One(0), h);
        return (first, h);
    }

    private static Tensor ImpulseSlope(int steps)
    {
        var (first, state) = Impulse(steps);
        return Tensor.Gradient(state, first);
    }

    private static Tensor SlopeOverTwentySteps(double weight)
    {
        var net = new Rnn(1, 1, activation: x => x, bias: false).With((_, _) => One(weight).RequireGrad());
        Tensor start = Tensor.Zeros([1, 1, 1], DType.Float64).RequireGrad();
        return Tensor.Gradient(net.Run(Tensor.Zeros([1, 20, 1], DType.Float64), start).State.Sum(), start);
    }

    private static LstmState LstmStep() => LstmGates.From(Vector(0.5, 1, 0.6, 0.2).Unsqueeze(0)).Next(One(0.3));

    // Nothing is written, for the candidate is 0; the forget gate sees only its bias.
    private static Tensor LeftAfterTwentySteps(double forgetBias)
    {
        var cell = new LstmCell(1, 1).With((name, w) => name == "bias_ih"
            ? Vector(0, forgetBias, 0, 0)
            : Tensor.Zeros(w.Shape, DType.Float64));
        LstmState state = new(One(0), One(1));
        for (int t = 0; t < 20; t++)
            state = cell.Forward(One(0), state);
        return state.Cell;
    }

    private static Tensor Rebuilt() => Pixels.MatMul(Tied.T).MatMul(Tied);

    /// <summary>∂loss/∂logit where the discriminator says D = 0.1.</summary>
    private static Tensor GeneratorSlope(bool saturating)
    {
        Tensor logit = (Vector(0.1) / Vector(0.9)).Log().Detach().RequireGrad();
        return Tensor.Gradient(Gan.GeneratorLoss(logit, saturating), logit);
    }
}
