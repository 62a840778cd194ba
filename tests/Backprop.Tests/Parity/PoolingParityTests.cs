namespace Backprop.Tests.Parity;

/// <summary>Pools against PyTorch.</summary>
public class PoolingParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("pooling");

    private static readonly Dictionary<string, Func<Case, Module>> Layers = new()
    {
        ["MaxPool1d"] = c => new MaxPool1d((int)c.Argument("kernel_size"), Stride1d(c), c.Length("padding", 0)),
        ["MaxPool2d"] = c => new MaxPool2d(c.Size("kernel_size", 1), Stride2d(c), c.Size("padding", 0)),
        ["AvgPool1d"] = c => new AvgPool1d((int)c.Argument("kernel_size"), Stride1d(c), c.Length("padding", 0)),
        ["AvgPool2d"] = c => new AvgPool2d(c.Size("kernel_size", 1), Stride2d(c), c.Size("padding", 0),
            c.Argument("count_include_pad", true)),
        ["AdaptiveAvgPool1d"] = c => new AdaptiveAvgPool1d((int)c.Argument("output_size")),
        ["AdaptiveAvgPool2d"] = c => new AdaptiveAvgPool2d(c.Size("output_size", 1)),
    };

    public static TheoryData<string, DType> Rows => Precisions.Of(Fixture.Cases.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_and_gradients_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        run.Check(Layers[c.Component](c).Forward(run["x"]));
    }

    private static int? Stride1d(Case c) => c.Arguments.ContainsKey("stride") ? (int)c.Argument("stride") : null;

    private static Size2d? Stride2d(Case c) => c.Arguments.ContainsKey("stride") ? c.Size("stride", 1) : null;
}
