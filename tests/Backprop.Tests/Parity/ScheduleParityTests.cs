using System.Text.Json;

namespace Backprop.Tests.Parity;

/// <summary>Schedules against PyTorch and the notes' formulas: the rate in force in each of 60 epochs.</summary>
public class ScheduleParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("schedules");

    private static readonly Dictionary<string, Func<Case, Schedule>> Schedules = new()
    {
        ["exponential"] = c => new ExponentialDecay(c.Argument("k")),
        ["exponential.fast"] = c => new ExponentialDecay(c.Argument("k")),
        ["exponential.gamma"] = c => new ExponentialDecay(-Math.Log(c.Argument("gamma"))),
        ["inverse"] = c => new InverseDecay(c.Argument("k")),
        ["inverse.fast"] = c => new InverseDecay(c.Argument("k")),
        ["manual"] = c => new ManualSchedule(
            [.. Whole(c, "epochs").Zip(c.Arguments["rates"].Deserialize<double[]>()!)]),
        ["step"] = c => new StepDecay((int)c.Argument("step_size"), c.Argument("gamma")),
        ["milestones"] = c => new MilestoneDecay(c.Argument("gamma"), Whole(c, "milestones")),
        ["cosine"] = c => new CosineDecay((int)c.Argument("T_max"), c.Argument("eta_min")),
        ["cosine.periods"] = c => new CosineDecay((int)c.Argument("T_max"), c.Argument("eta_min")),
        ["warm_up"] = c => new WarmUp((int)c.Argument("total_iters"), c.Argument("start_factor")),
        ["one_cycle"] = c => new OneCycle((int)c.Argument("total_steps")) { Rise = c.Argument("pct_start") },
        ["one_cycle.linear"] = c => new OneCycle((int)c.Argument("total_steps"))
        {
            Rise = c.Argument("pct_start"),
            IsLinear = true,
            HasThreePhases = true,
        },
        ["chained.sequence"] = _ => new WarmUp(10, from: 0.1).Then(new CosineDecay(50), after: 10),
        ["chained.product"] = _ => new WarmUp(10, from: 0.1).Times(new StepDecay(every: 1, factor: 0.95)),
        ["plateau.three_epochs"] = Plateau,
        ["plateau.default"] = Plateau,
        ["plateau.noise"] = Plateau,
        ["plateau.max"] = Plateau,
    };

    public static TheoryData<string> Rows => [.. Schedules.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_rate_of_each_epoch_agrees(string name)
    {
        Case c = Fixture[name];
        // Where PyTorch is told the largest rate, it is here the rate to start from.
        var optimizer = new Sgd([Tensor.Zeros(1).RequireGrad()])
        {
            LearningRate = c.Argument(c.Arguments.ContainsKey("max_lr") ? "max_lr" : "lr"),
        };
        // A metric that grows is watched by its negative.
        double sign = c.Arguments.TryGetValue("mode", out var mode) && mode.GetString() == "max" ? -1 : 1;
        double[]? metric = c.Inputs.GetValueOrDefault("metric")?.Data.Select(x => sign * x).ToArray();
        Schedule schedule = Schedules[name](c).Start(optimizer);
        var rates = new double[c.Float64.Outputs["rate"].Count];
        for (int epoch = 0; epoch < rates.Length; epoch++)
        {
            rates[epoch] = optimizer.LearningRate;
            schedule.Step(metric?[epoch]);
        }
        Tolerance.Float64.Check(name, rates, c.Float64.Outputs["rate"]);
    }

    [Fact]
    public void Every_case_of_the_family_is_compared() =>
        Assert.Empty(Fixture.Cases.Select(c => c.Name).Except(Schedules.Keys));

    // PyTorch's patience counts the epochs that are borne, ours the one that is too many.
    private static PlateauDecay Plateau(Case c)
    {
        double threshold = c.Argument("threshold");
        bool isAbsolute = c.Arguments.TryGetValue("threshold_mode", out var mode) && mode.GetString() == "abs";
        return new PlateauDecay((int)c.Argument("patience") + 1, c.Argument("factor"))
        {
            MinDecrease = isAbsolute ? threshold : 0,
            MinRelativeDecrease = isAbsolute ? 0 : threshold,
            Cooldown = c.Arguments.ContainsKey("cooldown") ? (int)c.Argument("cooldown") : 0,
            Min = c.Arguments.ContainsKey("min_lr") ? c.Argument("min_lr") : 0,
        };
    }

    private static int[] Whole(Case c, string name) => c.Arguments[name].Deserialize<int[]>()!;
}
