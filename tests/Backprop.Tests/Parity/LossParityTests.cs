namespace Backprop.Tests.Parity;

/// <summary>Losses and penalties against PyTorch.</summary>
public class LossParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("losses");

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Losses = new()
    {
        ["mse.none"] = (x, target) => x.Mse(target, Reduction.None),
        ["mse.mean"] = (x, target) => x.Mse(target, Reduction.Mean),
        ["mse.sum"] = (x, target) => x.Mse(target, Reduction.Sum),
        ["l1.none"] = (x, target) => x.Mae(target, Reduction.None),
        ["l1.mean"] = (x, target) => x.Mae(target, Reduction.Mean),
        ["l1.sum"] = (x, target) => x.Mae(target, Reduction.Sum),
        ["huber.none"] = (x, target) => x.Huber(target, reduction: Reduction.None),
        ["huber.mean"] = (x, target) => x.Huber(target, reduction: Reduction.Mean),
        ["huber.sum"] = (x, target) => x.Huber(target, reduction: Reduction.Sum),
        ["smooth_l1.none"] = (x, target) => x.SmoothL1(target, 0.5, Reduction.None),
        ["smooth_l1.mean"] = (x, target) => x.SmoothL1(target, 0.5, Reduction.Mean),
        ["smooth_l1.sum"] = (x, target) => x.SmoothL1(target, 0.5, Reduction.Sum),
        ["bce.none"] = (x, target) => x.BinaryCrossEntropy(target, Reduction.None),
        ["bce.mean"] = (x, target) => x.BinaryCrossEntropy(target, Reduction.Mean),
        ["bce.sum"] = (x, target) => x.BinaryCrossEntropy(target, Reduction.Sum),
        ["bce_with_logits.none"] = (x, target) => x.BinaryCrossEntropyWithLogits(target, Reduction.None),
        ["bce_with_logits.mean"] = (x, target) => x.BinaryCrossEntropyWithLogits(target, Reduction.Mean),
        ["bce_with_logits.sum"] = (x, target) => x.BinaryCrossEntropyWithLogits(target, Reduction.Sum),
        ["bce_with_logits.extreme.none"] = (x, target) => x.BinaryCrossEntropyWithLogits(target, Reduction.None),
        ["bce_with_logits.extreme.mean"] = (x, target) => x.BinaryCrossEntropyWithLogits(target, Reduction.Mean),
        ["bce_with_logits.extreme.sum"] = (x, target) => x.BinaryCrossEntropyWithLogits(target, Reduction.Sum),
        ["nll.none"] = (x, target) => x.Nll(target, Reduction.None),
        ["nll.mean"] = (x, target) => x.Nll(target, Reduction.Mean),
        ["nll.sum"] = (x, target) => x.Nll(target, Reduction.Sum),
        ["nll.ignore_index.none"] = (x, target) => x.Nll(target, Reduction.None),
        ["nll.ignore_index.mean"] = (x, target) => x.Nll(target, Reduction.Mean),
        ["nll.ignore_index.sum"] = (x, target) => x.Nll(target, Reduction.Sum),
        ["cross_entropy.none"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.None),
        ["cross_entropy.mean"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.Mean),
        ["cross_entropy.sum"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.Sum),
        ["cross_entropy.ignore_index.none"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.None),
        ["cross_entropy.ignore_index.mean"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.Mean),
        ["cross_entropy.ignore_index.sum"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.Sum),
        ["cross_entropy.smooth.none"] = (x, target) => x.CrossEntropy(target, 0.1, Reduction.None),
        ["cross_entropy.smooth.mean"] = (x, target) => x.CrossEntropy(target, 0.1, Reduction.Mean),
        ["cross_entropy.smooth.sum"] = (x, target) => x.CrossEntropy(target, 0.1, Reduction.Sum),
        ["cross_entropy.probabilities.none"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.None),
        ["cross_entropy.probabilities.mean"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.Mean),
        ["cross_entropy.probabilities.sum"] = (x, target) => x.CrossEntropy(target, reduction: Reduction.Sum),
        ["hinge.none"] = (x, target) => x.Hinge(target, Reduction.None),
        ["hinge.mean"] = (x, target) => x.Hinge(target, Reduction.Mean),
        ["hinge.sum"] = (x, target) => x.Hinge(target, Reduction.Sum),
        ["huber.delta.mean"] = (x, target) => x.Huber(target, 0.25),
        ["cross_entropy.smooth_ignore.mean"] = (x, target) => x.CrossEntropy(target, 0.1),
        ["cross_entropy.probabilities_smooth.mean"] = (x, target) => x.CrossEntropy(target, 0.1),
        // PyTorch has the classes on axis 1, here they are the last.
        ["cross_entropy.positions.none"] = (x, target) => x.Transpose(1, 2).CrossEntropy(target, reduction: Reduction.None),
        ["cross_entropy.positions.mean"] = (x, target) => x.Transpose(1, 2).CrossEntropy(target, reduction: Reduction.Mean),
        ["cross_entropy.positions.sum"] = (x, target) => x.Transpose(1, 2).CrossEntropy(target, reduction: Reduction.Sum),
        ["kl_div.none"] = (x, target) => x.KlDivergence(target, Reduction.None),
        ["kl_div.batchmean"] = (x, target) => x.KlDivergence(target),
        ["kl_div.sum"] = (x, target) => x.KlDivergence(target, Reduction.Sum),
    };

    private static readonly Dictionary<string, Func<CaseRun, Tensor>> Penalties = new()
    {
        ["penalty.l1"] = run => 0.01 * Penalty.L1(run["w"]),
        ["penalty.l2"] = run => 0.01 * Penalty.L2(run["w"]),
        ["penalty.sparsity"] = run => Penalty.Sparsity(run["h"]),
        ["penalty.contractive"] = run => Penalty.Contractive((run["x"].MatMul(run["weight"].T) + run["bias"]).Sigmoid(), run["x"]),
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
}
