namespace Backprop.Tests.Parity;

/// <summary>Optimizers against PyTorch: 20 steps down the bowl and of a small network, 4 of L-BFGS.</summary>
public class OptimizerParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("optimizers");

    private static readonly Dictionary<string, Func<Case, IEnumerable<Tensor>, Optimizer>> Rules = new()
    {
        ["sgd"] = Sgd,
        ["sgd.momentum"] = Sgd,
        ["sgd.dampening"] = Sgd,
        ["sgd.nesterov"] = Sgd,
        ["sgd.weight_decay"] = Sgd,
        ["sgd.momentum_weight_decay"] = Sgd,
        ["adagrad"] = AdaGrad,
        ["adagrad.lr_decay"] = AdaGrad,
        ["rmsprop"] = RmsProp,
        ["rmsprop.fast"] = RmsProp,
        ["adam"] = Adam,
        ["adam.weight_decay"] = Adam,
        ["adam.amsgrad"] = Adam,
        ["adamw"] = AdamW,
        ["adamw.amsgrad"] = AdamW,
        ["lbfgs"] = Lbfgs,
        ["lbfgs.strong_wolfe"] = Lbfgs,
    };

    public static TheoryData<string, DType> Rows => Precisions.Of(Names);

    private static IEnumerable<string> Names =>
        Rules.Keys.SelectMany(name => new[] { $"{name}.bowl", $"{name}.regression" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_path_agrees(string name, DType dtype)
    {
        Case c = Fixture[name];
        var problem = new OptimizerProblem(c, dtype);
        Optimizer optimizer = Rules[name[..name.LastIndexOf('.')]](c, problem.Parameters.Values);
        // PyTorch's lr_decay of AdaGrad: a schedule that steps with the optimizer.
        Schedule? schedule = c.Arguments.ContainsKey("lr_decay")
            ? new InverseDecay(c.Argument("lr_decay")).Start(optimizer)
            : null;
        problem.Check(() =>
        {
            optimizer.Step(problem.Loss);
            schedule?.Step();
        });
    }

    [Fact]
    public void Every_case_of_the_family_is_compared()
    {
        IEnumerable<string> others = Fixture.Cases.Where(c => !c.Arguments.ContainsKey("max_norm")
            && !c.Arguments.ContainsKey("clip_value")).Select(c => c.Name).Except(Names);
        Assert.Equal(["sgd.groups.regression"], others);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Groups_with_options_of_their_own_agree(DType dtype)
    {
        Case c = Fixture["sgd.groups.regression"];
        var problem = new OptimizerProblem(c, dtype);
        Tensor[] parameters = [.. problem.Parameters.Values];
        var own = c.Arguments["first_layer"];
        var optimizer = new ParameterGroups(
            new Sgd(parameters[..2])
            {
                LearningRate = own.GetProperty("lr").GetDouble(),
                WeightDecay = own.GetProperty("weight_decay").GetDouble(),
                Momentum = c.Argument("momentum"),
            },
            Sgd(c, parameters[2..]));
        problem.Check(() => optimizer.Step(problem.Loss));
    }

    private static Sgd Sgd(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("lr"),
        Momentum = Number(c, "momentum", 0),
        Dampening = Number(c, "dampening", 0),
        Nesterov = IsOn(c, "nesterov"),
        WeightDecay = Number(c, "weight_decay", 0),
    };

    private static AdaGrad AdaGrad(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("lr"),
        Epsilon = c.Argument("eps"),
    };

    private static RmsProp RmsProp(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("lr"),
        Beta = c.Argument("alpha"),
        Epsilon = c.Argument("eps"),
        Momentum = Number(c, "momentum", 0),
    };

    private static Adam Adam(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("lr"),
        Beta1 = c.Arguments["betas"][0].GetDouble(),
        Beta2 = c.Arguments["betas"][1].GetDouble(),
        Epsilon = c.Argument("eps"),
        WeightDecay = Number(c, "weight_decay", 0),
        AmsGrad = IsOn(c, "amsgrad"),
    };

    private static AdamW AdamW(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("lr"),
        Beta1 = c.Arguments["betas"][0].GetDouble(),
        Beta2 = c.Arguments["betas"][1].GetDouble(),
        Epsilon = c.Argument("eps"),
        WeightDecay = c.Argument("weight_decay"),
        AmsGrad = IsOn(c, "amsgrad"),
    };

    private static Lbfgs Lbfgs(Case c, IEnumerable<Tensor> parameters) => new(parameters)
    {
        LearningRate = c.Argument("lr"),
        MaxIterations = (int)c.Argument("max_iter"),
        HistorySize = (int)c.Argument("history_size"),
        LineSearch = c.Arguments.ContainsKey("line_search_fn"),
    };

    private static double Number(Case c, string name, double otherwise) =>
        c.Arguments.ContainsKey(name) ? c.Argument(name) : otherwise;

    private static bool IsOn(Case c, string name) => c.Arguments.TryGetValue(name, out var value) && value.GetBoolean();
}
