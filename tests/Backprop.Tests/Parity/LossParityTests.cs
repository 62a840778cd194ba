namespace Backprop.Tests.Parity;

/// <summary>Losses and penalties against PyTorch.</summary>
public class LossParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("losses");

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Losses = new()
    {
        ["mse.mean"] = (x, target) => x.Mse(target),
        ["bce.mean"] = (x, target) => x.BinaryCrossEntropy(target),
        ["bce_with_logits.mean"] = (x, target) => x.BinaryCrossEntropyWithLogits(target),
        ["bce_with_logits.extreme.mean"] = (x, target) => x.BinaryCrossEntropyWithLogits(target),
        ["cross_entropy.mean"] = (x, target) => x.CrossEntropy(target),
        ["cross_entropy.probabilities.mean"] = (x, target) => x.CrossEntropy(target),
    };

    private static readonly Dictionary<string, Func<CaseRun, Tensor>> Penalties = new()
    {
        ["penalty.l1"] = run => 0.01 * run["w"].Abs().Sum(),
        ["penalty.l2"] = run => 0.01 / 2 * run["w"].Square().Sum(),
        ["penalty.sparsity"] = run => Sparsity(run["h"], 0.05),
        ["penalty.contractive"] = run => Contractive(run["x"], run["weight"], run["bias"]),
    };

    public static TheoryData<string, DType> LossRows => Precisions.Of(Losses.Keys);

    public static TheoryData<string, DType> PenaltyRows => Precisions.Of(Penalties.Keys);

    [Theory]
    [MemberData(nameof(LossRows))]
    public void Losses_and_their_gradients_agree(string name, DType dtype)
    {
        var run = new CaseRun(Fixture[name], dtype);
        run.Check(Losses[name](run["x"], run["target"]));
    }

    [Theory]
    [MemberData(nameof(PenaltyRows))]
    public void Penalties_and_their_gradients_agree(string name, DType dtype)
    {
        var run = new CaseRun(Fixture[name], dtype);
        run.Check(Penalties[name](run));
    }

    // Σ ρ ln(ρ/ρ̂) + (1−ρ) ln((1−ρ)/(1−ρ̂)), where ρ̂ is a unit's mean activation over the batch.
    private static Tensor Sparsity(Tensor h, double rho)
    {
        Tensor mean = h.Mean(axis: 0);
        return (rho * (rho / mean).Log() + (1 - rho) * ((1 - rho) / (1 - mean)).Log()).Sum();
    }

    // Mean over the batch of ‖∂h/∂x‖² for h = σ(xWᵀ + b): its gradient is a derivative of a derivative.
    private static Tensor Contractive(Tensor x, Tensor weight, Tensor bias)
    {
        Tensor h = (x.MatMul(weight.T) + bias).Sigmoid();
        Tensor total = 0;
        for (int j = 0; j < h.Shape[1]; j++)
            total += Tensor.Gradient(h[.., j].Sum(), x, createGraph: true, keepGraph: true).Square().Sum();
        return total / x.Shape[0];
    }
}
