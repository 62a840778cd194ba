using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class ModuleTests
{
    [Fact]
    public void Parameters_are_found_in_properties_fields_lists_and_dictionaries()
    {
        var net = new Mixed();
        string[] names = [.. net.NamedParameters.Select(p => p.Name)];
        Assert.Equal(
            ["scale", "list.0.weight", "list.1.weight", "named.a.weight", "net.0.weight", "net.0.bias", "layer.weight",
                "first.weight", "first.bias"],
            names);
    }

    [Fact]
    public void Constructor_parameters_that_are_kept_are_found_too()
    {
        var inner = new Linear(2, 2);
        var net = new Wrapper(inner);
        Assert.Equal(["inner.weight", "inner.bias"], net.NamedParameters.Select(p => p.Name));
    }

    [Fact]
    public void Tensors_marked_persistent_are_buffers_and_no_parameters()
    {
        var counter = new Counter();
        Sequential net = [new Linear(1, 1), counter];
        Assert.Equal(["1.history.0", "1.history.1", "1.running_mean"], net.NamedBuffers.Select(b => b.Name));
        Assert.Same(counter.RunningMean, net.NamedBuffers[^1].Value);
        Assert.Equal(["0.weight", "0.bias", "1.weight"], net.NamedParameters.Select(p => p.Name));
    }

    [Fact]
    public void Shared_modules_and_tensors_are_named_once()
    {
        var shared = new Linear(2, 2);
        Sequential net = [shared, Functional.Relu, shared];
        Assert.Equal(["0.weight", "0.bias"], net.NamedParameters.Select(p => p.Name));
    }

    [Fact]
    public void A_module_that_contains_itself_does_not_hang()
    {
        var ring = new Ring();
        ring.Next = ring;
        Assert.Single(ring.Parameters);
        ring.Eval();
        Assert.False(ring.IsTraining);
    }

    [Fact]
    public void What_requires_no_gradient_or_was_computed_is_no_parameter()
    {
        var ring = new Ring();
        ring.Memory = ring.Weight * 2;
        Assert.Single(ring.Parameters);
    }

    [Fact]
    public void Fields_of_a_base_class_come_first() => Assert.Equal(["weight", "extra"], new BigRing().NamedParameters.Select(p => p.Name));

    [Fact]
    public void The_mode_reaches_all_modules_and_comes_back()
    {
        var inner = new Linear(1, 1);
        Sequential net = [new Wrapper(inner), Functional.Relu];
        net.Eval();
        Assert.False(inner.IsTraining);
        net.Train();
        Assert.True(inner.IsTraining);
        Tensor x = [[1]];
        using (net.Evaluate())
        {
            Assert.False(inner.IsTraining);
            Assert.False(net.Forward(x).RequiresGrad);
        }
        Assert.True(inner.IsTraining);
        Assert.True(net.Forward(x).RequiresGrad);
    }

    [Fact]
    public void A_net_mixes_modules_functions_and_lambdas()
    {
        Sequential net = [new Linear(2, 3), Functional.Tanh, new Tanh(), new Relu(), new Sigmoid(), new Softmax(), x => x * 2];
        Assert.Equal("Linear(2 → 3) → Tanh → Tanh → Relu → Sigmoid → Softmax → Function", net.ToString());
        Assert.Equal(7, net.Layers.Count);
        Assert.IsType<Linear>(net[0]);
        IsNear(net.Forward(Tensor.Ones(1, 2)).Sum(), [], 1e-6, 2);
    }

    [Fact]
    public void A_net_can_take_over_the_layers_of_another_or_hold_it()
    {
        Sequential body = [new Linear(2, 3), Functional.Relu];
        Sequential flat = [.. body, new Linear(3, 1)], deep = [body, new Linear(3, 1)];
        Assert.Equal(3, flat.Layers.Count);
        Assert.Same(body[0], flat[0]);
        Assert.Equal(["0.0.weight", "0.0.bias", "1.weight", "1.bias"], deep.NamedParameters.Select(p => p.Name));
    }

    [Fact]
    public void A_list_of_a_thousand_numbers_is_not_searched()
    {
        var net = new WithData();
        Assert.Empty(net.Parameters);
        Assert.False(net.Data.WasWalked);
    }

    private sealed class Mixed : Module
    {
        private readonly Tensor scale = Tensor.Ones(3).RequireGrad();
        private readonly Tensor notLearned = Tensor.Ones(3);
        private readonly List<Linear> list = [new(3, 3, bias: false), new(3, 3, bias: false)];
        private readonly Dictionary<string, Module> named = new() { ["a"] = new Linear(3, 3, bias: false) };
        private readonly Sequential net = [new Linear(3, 3), Functional.Relu];
        private readonly Layer layer = new Linear(3, 3, bias: false);

        public Linear First { get; } = new(3, 3);

        public override Tensor Forward(Tensor x)
        {
            x = First.Forward(x) * scale + notLearned;
            foreach (var each in list)
                x = each.Forward(x);
            return layer(net.Forward(named["a"].Forward(x)));
        }
    }

    private sealed class Counter : Module
    {
        [Persistent]
        private readonly Tensor[] history = [Tensor.Zeros(1), Tensor.Zeros(1)];

        [Persistent]
        private readonly Tensor? off = null;

        // Learned after all, so it is a parameter.
        [Persistent]
        public Tensor Weight { get; } = Tensor.Ones(1).RequireGrad();

        [Persistent]
        public Tensor RunningMean { get; } = Tensor.Zeros(1);

        public Tensor Forgotten { get; } = Tensor.Zeros(1);

        public override Tensor Forward(Tensor x) => x * Weight + RunningMean + Forgotten + history[0] + (off ?? 0);
    }

    private sealed class Wrapper(Module inner) : Module
    {
        public override Tensor Forward(Tensor x) => inner.Forward(x);
    }

    private class Ring : Module
    {
        public Tensor Weight { get; } = Tensor.Ones(1).RequireGrad();

        public Module? Next { get; set; }

        public Tensor? Memory { get; set; }

        public override Tensor Forward(Tensor x) => x * Weight;
    }

    private sealed class BigRing : Ring
    {
        public Tensor Extra { get; } = Tensor.Ones(1).RequireGrad();
    }

    private sealed class WithData : Module
    {
        public Watched Data { get; } = new();

        public override Tensor Forward(Tensor x) => x;
    }

    private sealed class Watched : List<double>, IEnumerable<double>
    {
        public bool WasWalked { get; private set; }

        IEnumerator<double> IEnumerable<double>.GetEnumerator()
        {
            WasWalked = true;
            return GetEnumerator();
        }
    }
}
