namespace Backprop.Tests.Parity;

/// <summary>Optimizers against PyTorch, over 20 steps.</summary>
public class OptimizerParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("optimizers");

    private static readonly Dictionary<string, Func<Case, IEnumerable<Tensor>, Optimizer>> Rules = new()
    {
        ["sgd"] = (c, parameters) => new Sgd(parameters) { LearningRate = c.Argument("lr") },
    };

    public static TheoryData<string, DType> Rows => Precisions.Of(Rules.Keys);

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_path_down_the_bowl_agrees(string name, DType dtype)
    {
        Case c = Fixture[$"{name}.bowl"];
        var run = new CaseRun(c, dtype);
        Tensor w = run.Parameter("w").RequireGrad(), curvature = Tensor.From([1.0, 4.0], dtype: dtype);
        var path = new List<double>();
        double[] losses = Follow(c, Rules[name](c, [w]), () => (curvature * w.Square()).Sum(),
            () => path.AddRange(w.ToArray<double>()));
        CheckLosses(c, dtype, losses);
        if (dtype == DType.Float64)
            Near.Check($"{c.Name}, path", path.ToArray(), c.Float64.Outputs["path"]);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_losses_of_a_small_network_agree(string name, DType dtype)
    {
        Case c = Fixture[$"{name}.regression"];
        var run = new CaseRun(c, dtype);
        Sequential net =
        [
            new Linear(2, 4) { Weight = run.Parameter("0.weight"), Bias = run.Parameter("0.bias") },
            x => x.Tanh(),
            new Linear(4, 1) { Weight = run.Parameter("2.weight"), Bias = run.Parameter("2.bias") },
        ];
        double[] losses = Follow(c, Rules[name](c, net.Parameters), () => net.Forward(run["x"]).Mse(run["target"]));
        CheckLosses(c, dtype, losses);
        if (dtype == DType.Float64)
        {
            foreach (var (key, value) in net.NamedParameters)
                Near.Check($"{c.Name}, {key}", value.ToArray<double>(), c.Float64.Updated[CaseRun.StateName(key)]);
        }
    }

    // Twenty steps let the last digits part; in float32 only the loss is compared.
    private static Tolerance Near { get; } = new(1e-8, 1e-8);

    private static void CheckLosses(Case c, DType dtype, double[] losses)
    {
        if (dtype == DType.Float64)
            Near.Check($"{c.Name}, loss", losses, c.Float64.Outputs["loss"]);
        else
            new Tolerance(1e-6, 1e-3).Check($"{c.Name}, loss", losses, c.Float32!.Outputs["loss"]);
    }

    private static double[] Follow(Case c, Optimizer optimizer, Func<Tensor> loss, Action? afterStep = null)
    {
        var losses = new List<double>();
        for (int step = 0; step < c.Argument("steps"); step++)
        {
            optimizer.ZeroGrad();
            Tensor now = loss();
            losses.Add(now.Item());
            now.Backward();
            optimizer.Step();
            afterStep?.Invoke();
        }
        return [.. losses, loss().Item()];
    }
}
