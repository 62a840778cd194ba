namespace Backprop.Tests.Parity;

/// <summary>Linear layers against PyTorch.</summary>
public class LinearParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("linear");

    public static TheoryData<string, DType> Rows =>
        Precisions.Of(Fixture.Cases.Where(c => c.Component == "Linear").Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_gradients_and_one_step_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        int inputs = (int)c.Argument("in_features"), outputs = (int)c.Argument("out_features");
        Linear layer = c.Parameters.ContainsKey("bias")
            ? new Linear(inputs, outputs) { Weight = run.Parameter("weight"), Bias = run.Parameter("bias") }
            : new Linear(inputs, outputs, bias: false) { Weight = run.Parameter("weight") };
        run.Check(layer.Forward(run["x"]));
        run.CheckParameters(layer);
    }
}
