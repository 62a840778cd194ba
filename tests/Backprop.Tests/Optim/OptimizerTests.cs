using static Backprop.Ops.Formula;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Optim;

/// <summary>What holds for every optimizer.</summary>
public class OptimizerTests
{
    public static TheoryData<string, Action> BadOptions => new()
    {
        { "LearningRate is 0 or more, not -0.1.", () => _ = new Sgd(One()) { LearningRate = -0.1 } },
        { "LearningRate is 0 or more, not NaN.", () => _ = new Adam(One()) { LearningRate = double.NaN } },
        { "Momentum is 0 or more and less than 1, not 1.", () => _ = new Sgd(One()) { Momentum = 1 } },
        { "Dampening is from 0 to 1, not 2.", () => _ = new Sgd(One()) { Dampening = 2 } },
        { "WeightDecay is 0 or more, not -1.", () => _ = new AdamW(One()) { WeightDecay = -1 } },
        { "Beta2 is 0 or more and less than 1, not 1.", () => _ = new Adam(One()) { Beta2 = 1 } },
        { "Epsilon is 0 or more, not -1E-08.", () => _ = new RmsProp(One()) { Epsilon = -1e-8 } },
        { "Phi is from 0 to 1, not 1.5.", () => _ = new DeltaBarDelta(One()) { Phi = 1.5 } },
        { "HistorySize is 1 or more, not 0.", () => _ = new Lbfgs(One()) { HistorySize = 0 } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void An_option_out_of_range_is_named_with_its_range(string message, Action make)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_must_be_parameters_and_each_only_once()
    {
        Tensor w = Tensor.Zeros(2).RequireGrad();
        Refuses(() => _ = new Adam([]), "empty");
        Refuses(() => _ = new Adam([Tensor.Zeros(2)]), "RequireGrad()");
        Refuses(() => _ = new Adam([w * 2]), "RequireGrad()");
        Refuses(() => _ = new Adam([w, w]), "twice");
        Refuses(() => _ = new ParameterGroups(new Sgd([w]), new Adam([w])), "twice");
        Refuses(() => _ = new ParameterGroups(), "empty");

        static void Refuses(Action make, string reason) =>
            Assert.Contains(reason, MessageOf<ArgumentException>(make), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_step_is_the_four_calls_and_gives_the_loss_before()
    {
        SmallNet a = new(), b = new();
        Optimizer whole = new Adam(a.Parameters), apart = new Adam(b.Parameters);
        for (int i = 0; i < 3; i++)
        {
            double before = b.Loss().Item();
            apart.ZeroGrad();
            b.Loss().Backward();
            apart.Step();
            Assert.Equal(before, whole.Step(a.Loss).Item());
        }
        Assert.Equal(b.Values(), a.Values());
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_and_its_steps_do_not_count()
    {
        Tensor used = Worked.Parameter(1), rare = Worked.Parameter(1);
        var optimizer = new Adam([used, rare]) { LearningRate = 0.5 };
        for (int i = 0; i < 5; i++)
            optimizer.Step(() => used.Sum());
        Assert.Equal(1, rare.Item());
        optimizer.Step(() => rare.Sum());
        // Its first step, so corrected as a first step: by the learning rate.
        Assert.Equal(0.5, rare.Item(), 7);
    }

    [Fact]
    public void A_step_leaves_the_graph_of_an_old_loss_unusable_and_says_so()
    {
        var net = new SmallNet();
        var optimizer = new Sgd(net.Parameters) { Momentum = 0.9 };
        Tensor loss = net.Loss();
        optimizer.Step(net.Loss);
        string message = MessageOf<InvalidOperationException>(() => loss.Backward());
        Assert.Contains("changed in place", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, "holds NaN")]
    [InlineData(double.PositiveInfinity, "holds an infinite number")]
    public void Checked_gradients_stop_a_step_before_anything_changes(double bad, string what)
    {
        Tensor good = Worked.Parameter(1), broken = Worked.Parameter(2, 3);
        var optimizer = new Sgd([good, broken]) { CheckGradients = true };
        good.Grad = Tensor.Ones([1], DType.Float64);
        broken.Grad = Tensor.From([0, bad], dtype: DType.Float64);
        var error = Assert.Throws<NotFiniteNumberException>(optimizer.Step);
        Assert.StartsWith($"The gradient of parameter 1, shape [2], {what}.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, good.Item());
        broken.Grad = Tensor.Ones([2], DType.Float64);
        optimizer.Step();
        Assert.Equal(0.99, good.Item(), 12);
    }

    [Fact]
    public void Both_devices_take_the_same_steps()
    {
        Tensor start = Tensor.From([0.5, -1.5, 2.0, 0.25, 3.0, -0.75, 1.0]);
        Tensor gradient = Tensor.From([1.0, -2, 0.5, 0, 3, -1, 1e-3]);
        Assert.Equal(Run(Device.Reference), Run(Device.Cpu));

        float[] Run(Device device)
        {
            Tensor w = start.Clone().To(device).RequireGrad();
            Optimizer[] optimizers =
            [
                new Adam([w]) { AmsGrad = true }, new RmsProp([w]) { Momentum = 0.5 }, new DeltaBarDelta([w]),
            ];
            for (int i = 0; i < 3; i++)
            {
                w.Grad = gradient.To(device);
                foreach (Optimizer optimizer in optimizers)
                    optimizer.Step();
            }
            return w.ToArray<float>();
        }
    }

    [Fact]
    public void A_rule_of_ones_own_is_one_program()
    {
        Tensor w = Worked.Parameter(1, -1, 0);
        var optimizer = new SignDescent([w]) { LearningRate = 0.25 };
        optimizer.Step(() => w.Square().Sum());
        Assert.Equal([0.75, -0.75, 0], w.ToArray<double>());
    }

    [Fact]
    public void A_rule_of_ones_own_may_assign_and_remember()
    {
        Tensor w = Worked.Parameter(1);
        var optimizer = new SlowRule([w]) { LearningRate = 1 };
        optimizer.Step(() => w.Sum());
        optimizer.Step(() => w.Sum());
        // Steps of 1 and 1 + 1.
        Assert.Equal(-2, w.Item());
        Assert.Throws<ArgumentException>(() => optimizer.Ask("nothing"));
    }

    private static Tensor[] One() => [Tensor.Zeros(1).RequireGrad()];

    private sealed class SignDescent(IEnumerable<Tensor> parameters) : UpdateRule(parameters)
    {
        private static readonly Program Rule = new(2, 1, Input(0) - Scalar(0) * Sign(Input(1)));

        protected override void Update(int index, Tensor parameter, Tensor gradient) =>
            Change(Rule, [parameter], gradient, LearningRate);
    }

    private sealed class SlowRule(IEnumerable<Tensor> parameters) : UpdateRule(parameters, 0.1, "sum")
    {
        public Tensor Ask(string name) => Memory(0, name);

        protected override void Update(int index, Tensor parameter, Tensor gradient)
        {
            Tensor sum = Memory(index, "sum");
            sum.Assign(sum + gradient);
            parameter.Assign(parameter - LearningRate * sum);
        }
    }
}
