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
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Others = new()
    {
        ["softmax"] = x => x.Softmax(),
        ["softmax.columns"] = x => x.Softmax(axis: 0),
        ["softmax.middle"] = x => x.Softmax(axis: 1),
        ["log_softmax"] = x => x.LogSoftmax(),
        ["log_softmax.columns"] = x => x.LogSoftmax(axis: 0),
        ["max.shared"] = x => x.Max(axis: -1),
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
