namespace Backprop.Tests.Parity;

/// <summary>Normalising layers against PyTorch: batch norm after two batches that it saw before, and while it is only
/// used.</summary>
public class NormalisationParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("normalisation");

    private static readonly Dictionary<string, Func<Case, CaseRun, Module>> Layers = new()
    {
        ["BatchNorm1d"] = (c, run) => new BatchNorm1d((int)c.Argument("num_features"), c.Argument("eps", 1e-5),
            c.Argument("momentum", 0.1), c.Argument("affine", true))
        {
            Weight = run.ParameterIfAny("weight"),
            Bias = run.ParameterIfAny("bias"),
            RunningMean = run.Buffer("running_mean"),
            RunningVar = run.Buffer("running_var"),
        },
        ["BatchNorm2d"] = (c, run) => new BatchNorm2d((int)c.Argument("num_features"), c.Argument("eps", 1e-5),
            c.Argument("momentum", 0.1), c.Argument("affine", true))
        {
            Weight = run.ParameterIfAny("weight"),
            Bias = run.ParameterIfAny("bias"),
            RunningMean = run.Buffer("running_mean"),
            RunningVar = run.Buffer("running_var"),
        },
        ["LayerNorm"] = (c, run) => new LayerNorm(c.Shape("normalized_shape"), c.Argument("eps", 1e-5),
            c.Argument("elementwise_affine", true))
        {
            Weight = run.ParameterIfAny("weight"),
            Bias = run.ParameterIfAny("bias"),
        },
        ["GroupNorm"] = (c, run) => new GroupNorm((int)c.Argument("num_groups"), (int)c.Argument("num_channels"),
            c.Argument("eps", 1e-5), c.Argument("affine", true))
        {
            Weight = run.ParameterIfAny("weight"),
            Bias = run.ParameterIfAny("bias"),
        },
        ["RMSNorm"] = (c, run) => new RmsNorm(c.Shape("normalized_shape")[0], c.Argument("eps", 1e-5))
        {
            Weight = run.ParameterIfAny("weight"),
        },
    };

    public static TheoryData<string, DType> Rows => Precisions.Of(Fixture.Cases.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_gradients_statistics_and_one_step_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        Module layer = Layers[c.Component](c, run);
        if (name.EndsWith(".eval", StringComparison.Ordinal))
            layer.Eval();
        foreach (string before in c.Inputs.Keys.Where(key => key != "x"))
            layer.Forward(run[before]);
        run.Check(layer.Forward(run["x"]));
        run.CheckParameters(layer);
        run.CheckBuffers(layer);
    }
}
