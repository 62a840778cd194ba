namespace Backprop.Tests.Parity;

/// <summary>The notes' own formulas of optimizers: 20 steps in float64 on the bowl and on the five points.</summary>
public class OptimizerConventionTests
{
    private static readonly Fixture Fixture = Fixture.Load("conventions");

    private static readonly Dictionary<string, Func<Case, IEnumerable<Tensor>, Optimizer>> Rules = new()
    {
        ["momentum.velocity"] = Velocity,
        ["momentum.velocity.friction"] = Velocity,
        ["momentum.moving_average"] = (c, parameters) => new Sgd(parameters)
        {
            LearningRate = c.Argument("eta"),
            Momentum = c.Argument("beta"),
            Form = MomentumForm.Average,
        },
        ["nesterov"] = (c, parameters) => new Nesterov(parameters)
        {
            LearningRate = c.Argument("alpha"),
            Momentum = c.Argument("beta"),
        },
        ["adagrad.inside"] = AdaGrad,
        ["adagrad.inside.usual"] = AdaGrad,
        ["rmsprop.inside"] = RmsProp,
        ["rmsprop.inside.usual"] = RmsProp,
        ["adam"] = (c, parameters) => new Adam(parameters)
        {
            LearningRate = c.Argument("eta"),
            Beta1 = c.Argument("beta1"),
            Beta2 = c.Argument("beta2"),
            Epsilon = c.Argument("epsilon"),
        },
        ["delta_bar_delta"] = DeltaBarDelta,
        ["delta_bar_delta.sign"] = DeltaBarDelta,
    };

    public static TheoryData<string> Rows => [.. Names];

    private static IEnumerable<string> Names => Rules.Keys.SelectMany(name => new[] { $"{name}.bowl", $"{name}.line" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_path_is_that_of_the_formula(string name)
    {
        Case c = Fixture[name];
        var problem = new OptimizerProblem(c, DType.Float64);
        Optimizer optimizer = Rules[name[..name.LastIndexOf('.')]](c, problem.Parameters.Values);
        problem.Check(() => optimizer.Step(problem.Loss));
        if (optimizer is DeltaBarDelta rule)
            Tolerance.Float64.Check($"{name}, rates", rule.Rates(0).ToArray<double>(), c.Float64.Outputs["rates"]);
    }

    [Fact]
    public void Every_case_of_the_family_is_compared() =>
        Assert.Empty(Fixture.Cases.Select(c => c.Name).Except(Names).Except(["clip.norm.exact"]));

    private static Sgd Velocity(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("alpha"),
        Momentum = c.Argument("beta"),
        Form = MomentumForm.Velocity,
    };

    private static AdaGrad AdaGrad(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("eta"),
        Epsilon = c.Argument("epsilon"),
        EpsilonPlace = EpsilonPlace.InsideRoot,
    };

    private static RmsProp RmsProp(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("eta"),
        Beta = c.Argument("beta"),
        Epsilon = c.Argument("epsilon"),
        EpsilonPlace = EpsilonPlace.InsideRoot,
    };

    private static DeltaBarDelta DeltaBarDelta(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("eta"),
        Kappa = c.Argument("kappa"),
        Phi = c.Argument("phi"),
        Theta = c.Argument("theta"),
    };
}
