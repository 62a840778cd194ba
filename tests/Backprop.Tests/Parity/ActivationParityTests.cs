namespace Backprop.Tests.Parity;

/// <summary>Activations against PyTorch.</summary>
public class ActivationParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("activations");

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Elementwise = new()
    {
        ["sigmoid"] = x => x.Sigmoid(),
        ["tanh"] = x => x.Tanh(),
        ["relu"] = x => x.Relu(),
        ["identity"] = x => new Identity().Forward(x),
        ["step"] = x => x.Step(0.5),
        ["threshold"] = x => x.Threshold(0.5, -2),
        ["hardtanh"] = x => x.HardTanh(),
        ["hardtanh.wide"] = x => x.HardTanh(-2, 5),
        ["leaky_relu"] = x => x.LeakyRelu(),
        ["leaky_relu.steep"] = x => x.LeakyRelu(0.2),
        ["elu"] = x => x.Elu(),
        ["elu.alpha"] = x => x.Elu(0.5),
        ["selu"] = x => x.Selu(),
        ["silu"] = x => x.Silu(),
        ["gelu"] = x => x.Gelu(),
        ["gelu.tanh"] = x => x.Gelu(tanh: true),
        ["softplus"] = x => x.Softplus(),
        ["softplus.beta"] = x => x.Softplus(2.5),
        ["log_sigmoid"] = x => x.LogSigmoid(),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Others = new()
    {
        ["softmax"] = x => x.Softmax(),
        ["softmax.columns"] = x => x.Softmax(axis: 0),
        ["softmax.middle"] = x => x.Softmax(axis: 1),
        ["log_softmax"] = x => x.LogSoftmax(),
        ["log_softmax.columns"] = x => x.LogSoftmax(axis: 0),
        ["max.shared"] = x => x.Max(axis: -1),
        ["maxout"] = x => x.Maxout(3),
    };

    public static TheoryData<string, DType> ElementwiseRows => Precisions.Of(Elementwise.Keys);

    public static TheoryData<string, DType> OtherRows => Precisions.Of(Others.Keys);

    [Theory]
    [MemberData(nameof(ElementwiseRows))]
    public void Values_gradients_and_derivatives_agree(string name, DType dtype)
    {
        var run = new CaseRun(Fixture[name], dtype);
        run.Check(Elementwise[name](run["x"]));
        run.CheckDerivative(Elementwise[name]);
    }

    [Theory]
    [MemberData(nameof(OtherRows))]
    public void Values_and_gradients_agree(string name, DType dtype)
    {
        var run = new CaseRun(Fixture[name], dtype);
        run.Check(Others[name](run["x"]));
    }
}
