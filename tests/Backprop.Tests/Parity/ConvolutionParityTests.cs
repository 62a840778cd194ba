namespace Backprop.Tests.Parity;

/// <summary>Convolutions against PyTorch.</summary>
public class ConvolutionParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("convolution");

    private static readonly Dictionary<string, Func<Case, CaseRun, Module>> Layers = new()
    {
        ["Conv1d"] = (c, run) => new Conv1d((int)c.Argument("in_channels"), (int)c.Argument("out_channels"),
            (int)c.Argument("kernel_size"), c.Length("stride", 1), c.Length("padding", 0), c.Length("dilation", 1),
            c.Length("groups", 1), c.Argument("bias", true))
        {
            Weight = run.Parameter("weight"),
            Bias = run.ParameterIfAny("bias"),
        },
        ["Conv2d"] = (c, run) => new Conv2d((int)c.Argument("in_channels"), (int)c.Argument("out_channels"),
            c.Size("kernel_size", 1), c.Size("stride", 1), c.Size("padding", 0), c.Size("dilation", 1),
            c.Length("groups", 1), c.Argument("bias", true))
        {
            Weight = run.Parameter("weight"),
            Bias = run.ParameterIfAny("bias"),
        },
        ["ConvTranspose2d"] = (c, run) => new ConvTranspose2d((int)c.Argument("in_channels"),
            (int)c.Argument("out_channels"), c.Size("kernel_size", 1), c.Size("stride", 1), c.Size("padding", 0),
            c.Size("output_padding", 0), c.Size("dilation", 1), c.Length("groups", 1), c.Argument("bias", true))
        {
            Weight = run.Parameter("weight"),
            Bias = run.ParameterIfAny("bias"),
        },
    };

    public static TheoryData<string, DType> Rows => Precisions.Of(Fixture.Cases.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_gradients_and_one_step_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        Module layer = Layers[c.Component](c, run);
        run.Check(layer.Forward(run["x"]));
        run.CheckParameters(layer);
    }
}
