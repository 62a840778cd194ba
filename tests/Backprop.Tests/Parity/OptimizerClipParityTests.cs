namespace Backprop.Tests.Parity;

/// <summary>Clipped gradients against PyTorch, which divides by ‖g‖ + 1e-6, and against the notes' formula.</summary>
public class OptimizerClipParityTests
{
    private static readonly Fixture Torch = Fixture.Load("optimizers");

    public static TheoryData<string, DType> Alone => Precisions.Of(["clip.norm", "clip.value"]);

    public static TheoryData<string, DType> OnTheWay =>
        Precisions.Of(["clip.norm.regression", "clip.value.regression"]);

    [Theory]
    [MemberData(nameof(Alone))]
    public void Clipped_gradients_agree(string name, DType dtype)
    {
        Case c = Torch[name];
        Results expected = dtype == DType.Float32 ? c.Float32! : c.Float64;
        Tolerance tolerance = dtype == DType.Float32 ? Tolerance.Float32 : Tolerance.Float64;
        var run = new CaseRun(c, dtype);
        var parameters = c.Inputs.ToDictionary(given => given.Key, given => WithGradient(run.From(given.Value)));
        double? norm = ClipAsTorch(c, parameters.Values);
        if (norm is { } length)
            tolerance.Check($"{name}, norm", [length], expected.Outputs["norm"]);
        foreach (var (key, parameter) in parameters)
            tolerance.Check($"{name}, {key}", parameter.Grad!.ToArray<double>(), expected.Outputs[key]);
    }

    [Theory]
    [MemberData(nameof(OnTheWay))]
    public void Steps_along_clipped_gradients_agree(string name, DType dtype)
    {
        Case c = Torch[name];
        var problem = new OptimizerProblem(c, dtype);
        var optimizer = new Sgd(problem.Parameters.Values) { LearningRate = c.Argument("lr") };
        problem.Check(() =>
        {
            optimizer.ZeroGrad();
            problem.Loss().Backward();
            ClipAsTorch(c, optimizer.Parameters);
            optimizer.Step();
        });
    }

    [Fact]
    public void Clipping_by_norm_is_the_formula_of_the_notes_to_the_last_digit()
    {
        Case c = Fixture.Load("conventions")["clip.norm.exact"];
        Tensor parameter = WithGradient(new CaseRun(c, DType.Float64).From(c.Inputs["g"]));
        double norm = new[] { parameter }.ClipGradNorm(c.Argument("max_norm"));
        Tolerance.Float64.Check("norm", [norm], c.Float64.Outputs["norm"]);
        Tolerance.Float64.Check("g", parameter.Grad!.ToArray<double>(), c.Float64.Outputs["g"]);
    }

    // A length of τ‖g‖/(‖g‖ + 1e-6) is what PyTorch leaves for a τ.
    private static double? ClipAsTorch(Case c, IEnumerable<Tensor> parameters)
    {
        if (c.Arguments.ContainsKey("max_norm"))
        {
            double norm = parameters.GradNorm();
            return parameters.ClipGradNorm(c.Argument("max_norm") * norm / (norm + 1e-6));
        }
        parameters.ClipGradValue(c.Argument("clip_value"));
        return null;
    }

    private static Tensor WithGradient(Tensor gradient)
    {
        Tensor parameter = Tensor.Zeros(gradient.Shape, gradient.DType).RequireGrad();
        parameter.Grad = gradient;
        return parameter;
    }
}
