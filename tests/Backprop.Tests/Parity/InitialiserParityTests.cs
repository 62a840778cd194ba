namespace Backprop.Tests.Parity;

/// <summary>Fans, gains, bounds and deviations against PyTorch's. The numbers drawn cannot be compared, so what is
/// drawn is held against these: no number beyond the bound, one near it, and the moments.</summary>
[Collection(nameof(Seeded))]
public class InitialiserParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("initialisers");

    public static TheoryData<string> Gains => Cases("Gain");

    public static TheoryData<string> Xavier => Cases("Xavier");

    public static TheoryData<string> Kaiming => Cases("Kaiming");

    public static TheoryData<string> Default => Cases("Default");

    [Theory]
    [MemberData(nameof(Gains))]
    public void Gains_agree(string name)
    {
        Case c = Fixture[name];
        string nonlinearity = c.Arguments["nonlinearity"].GetString()!.Replace("_", "", StringComparison.Ordinal);
        double gain = Init.Gain(Enum.Parse<Nonlinearity>(nonlinearity, ignoreCase: true), c.Argument("param", 0.01));
        Assert.Equal(Output(c, "gain"), gain, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Xavier))]
    public void Xavier_draws_as_far_apart_as_PyTorch(string name)
    {
        Case c = Fixture[name];
        double gain = c.Argument("gain");
        HasMoments(c, shape => Init.XavierNormal(shape, gain), shape => Init.XavierUniform(shape, gain));
    }

    [Theory]
    [MemberData(nameof(Kaiming))]
    public void He_draws_as_far_apart_as_PyTorch(string name)
    {
        Case c = Fixture[name];
        FanMode fan = c.Arguments["mode"].GetString() == "fan_in" ? FanMode.In : FanMode.Out;
        double gain = Init.Gain(Nonlinearity.Relu);
        HasMoments(c, shape => Init.HeNormal(shape, fan), shape => Init.HeUniform(shape, fan, gain));
    }

    [Theory]
    [MemberData(nameof(Default))]
    public void Layers_start_within_PyTorchs_bound(string name)
    {
        Case c = Fixture[name];
        Shape shape = c.Shape("shape");
        Tensor.Seed(1);
        Module layer = shape.Rank switch
        {
            2 => new Linear(shape[1], shape[0]),
            3 => new Conv1d(shape[1], shape[0], shape[2]),
            _ => new Conv2d(shape[1], shape[0], (shape[2], shape[3])),
        };
        var weight = layer.NamedParameters.Single(p => p.Name == "weight").Value;
        Assert.Equal(shape, weight.Shape);
        FillsTheBound(weight, Output(c, "bound"));
    }

    private static void HasMoments(Case c, Func<Shape, Tensor> normal, Func<Shape, Tensor> uniform)
    {
        Shape shape = c.Shape("shape");
        var (inputs, outputs) = Init.Fans(shape);
        Assert.Equal((Output(c, "fan_in"), Output(c, "fan_out")), (inputs, outputs));
        double deviation = Output(c, "std");
        Tensor.Seed(1);
        foreach (Tensor drawn in (Tensor[])[normal(shape), uniform(shape)])
        {
            // Five times what chance does to the mean and to the deviation of that many numbers.
            double chance = 5 * deviation / Math.Sqrt(shape.Size);
            Assert.InRange(drawn.Mean().Item(), -chance, chance);
            Assert.InRange(drawn.Std().Item(), deviation - chance, deviation + chance);
            Assert.True(drawn.RequiresGrad);
        }
        FillsTheBound(uniform(shape), Output(c, "bound"));
    }

    private static void FillsTheBound(Tensor drawn, double bound) =>
        Assert.InRange(drawn.Abs().Max().Item() / bound, 1 - 20.0 / drawn.Shape.Size, 1 + 1e-6);

    private static double Output(Case c, string name) => c.Float64.Outputs[name].Data[0];

    private static TheoryData<string> Cases(string component) =>
        [.. Fixture.Cases.Where(c => c.Component == component).Select(c => c.Name)];
}
