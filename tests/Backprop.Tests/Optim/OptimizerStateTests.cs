using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Optim;

/// <summary>A run that is saved and loaded goes on as if nothing had happened.</summary>
public class OptimizerStateTests
{
    private static readonly Dictionary<string, Func<IReadOnlyList<Tensor>, Optimizer>> Rules = new()
    {
        ["descent"] = p => new Sgd(p),
        ["momentum"] = p => new Sgd(p) { Momentum = 0.9, Dampening = 0.2 },
        ["velocity"] = p => new Sgd(p) { Momentum = 0.9, Form = MomentumForm.Velocity, Nesterov = true },
        ["nesterov"] = p => new Nesterov(p),
        ["adagrad"] = p => new AdaGrad(p),
        ["rmsprop"] = p => new RmsProp(p) { Momentum = 0.5 },
        ["adam"] = p => new Adam(p) { AmsGrad = true },
        ["adamw"] = p => new AdamW(p),
        ["delta-bar-delta"] = p => new DeltaBarDelta(p),
        ["lbfgs"] = p => new Lbfgs(p) { MaxIterations = 2, HistorySize = 5 },
        ["lbfgs at the rate"] = p => new Lbfgs(p) { MaxIterations = 2, LearningRate = 0.1, LineSearch = false },
        ["groups"] = p => new ParameterGroups(new Sgd(p.Take(2)) { Momentum = 0.5 }, new Adam(p.Skip(2))),
    };

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ten_steps_saved_and_ten_more_are_twenty_steps_bit_for_bit(string name)
    {
        var straight = new SmallNet();
        Follow(straight, Rules[name](straight.Parameters), 20);

        var first = new SmallNet();
        Optimizer saved = Rules[name](first.Parameters);
        Follow(first, saved, 10);
        Dictionary<string, Tensor> state = saved.State();
        var resumed = new SmallNet();
        resumed.CopyFrom(first);
        // What happens to the first run after saving must not reach the state.
        Follow(first, saved, 3);
        Optimizer loaded = Rules[name](resumed.Parameters);
        loaded.Load(state);
        Follow(resumed, loaded, 10);

        Assert.Equal(straight.Values(), resumed.Values());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_its_state_the_run_would_go_elsewhere(string name)
    {
        if (name == "descent")
            return; // remembers nothing
        var straight = new SmallNet();
        Follow(straight, Rules[name](straight.Parameters), 20);
        var interrupted = new SmallNet();
        Follow(interrupted, Rules[name](interrupted.Parameters), 10);
        Follow(interrupted, Rules[name](interrupted.Parameters), 10);
        Assert.NotEqual(straight.Values(), interrupted.Values());
    }

    [Fact]
    public void The_rate_in_force_is_part_of_the_state()
    {
        var net = new SmallNet();
        var optimizer = new Adam(net.Parameters) { LearningRate = 0.125 };
        var other = new Adam(net.Parameters);
        other.Load(optimizer.State());
        Assert.Equal(0.125, other.LearningRate);
    }

    [Fact]
    public void The_state_of_another_rule_is_refused_and_nothing_changes()
    {
        var net = new SmallNet();
        var momentum = new Sgd(net.Parameters) { Momentum = 0.9 };
        Follow(net, momentum, 2);
        var adam = new Adam(net.Parameters) { LearningRate = 0.5 };
        var error = Assert.Throws<ArgumentException>(() => adam.Load(momentum.State()));
        Assert.Equal("The state holds 0.velocity, which Adam does not know. It was saved by another optimizer or for "
            + "other parameters.", error.Message);
        Assert.Equal(0.5, adam.LearningRate);
    }

    [Fact]
    public void The_parameters_of_a_module_are_remembered_by_their_names()
    {
        Sequential net = [new Linear(2, 3), Functional.Tanh, new Linear(3, 1, bias: false)];
        var optimizer = new Sgd(net.Parameters) { Momentum = 0.9 };
        optimizer.Step(() => net.Forward(Tensor.Ones(4, 2)).Square().Mean());
        Assert.Equal(["learning_rate", "0.weight.steps", "0.weight.velocity", "0.bias.steps", "0.bias.velocity",
            "2.weight.steps", "2.weight.velocity"], optimizer.State().Keys);
        Sequential other = [new Linear(2, 3), new Linear(3, 1, bias: false)];
        Assert.Contains("The state has no 1.weight.steps", MessageOf<ArgumentException>(() =>
            new Sgd(other.Parameters).Load(optimizer.State())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_state_of_other_parameters_is_refused()
    {
        var net = new SmallNet();
        var optimizer = new Adam(net.Parameters);
        Follow(net, optimizer, 1);
        Dictionary<string, Tensor> state = optimizer.State();

        Refuses(net.Parameters[..3], "The state holds 3.m");
        Refuses([.. net.Parameters, Tensor.Zeros(2).RequireGrad()], "The state has no 4.steps");
        Refuses(net.Parameters.Reverse(), "0.m in the state is Float32 [4, 2], but Adam needs Float32 [1]");
        Refuses(new SmallNet(DType.Float64).Parameters, "but Adam needs Float64 [4, 2]");

        void Refuses(IEnumerable<Tensor> parameters, string reason)
        {
            string message = MessageOf<ArgumentException>(() => new Adam(parameters).Load(state));
            Assert.Contains(reason, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Groups_refuse_a_state_as_a_whole()
    {
        var net = new SmallNet();
        Sgd left = new(net.Parameters[..2]), right = new(net.Parameters[2..]);
        var groups = new ParameterGroups(left, right);
        Dictionary<string, Tensor> state = groups.State();
        state["0.learning_rate"] = Tensor.Full([], 0.75, DType.Float64);
        state.Remove("1.0.steps");
        Assert.Throws<ArgumentException>(() => groups.Load(state));
        Assert.Equal(0.01, left.LearningRate);
        Assert.Throws<ArgumentException>(() => groups.Load(left.State()));
    }

    private static void Follow(SmallNet net, Optimizer optimizer, int steps)
    {
        for (int i = 0; i < steps; i++)
            optimizer.Step(net.Loss);
    }
}
