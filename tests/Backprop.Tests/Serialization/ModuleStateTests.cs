using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Serialization;

public sealed class ModuleStateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_net_that_is_saved_and_loaded_answers_the_same()
    {
        Sequential net = Net(), other = Net();
        Tensor x = Noise([5, 3], dtype: DType.Float32);
        Assert.NotEqual(net.Forward(x).ToArray<float>(), other.Forward(x).ToArray<float>());
        net.Save(folder["net.safetensors"]);
        LoadReport report = other.Load(folder["net.safetensors"]);
        Assert.Equal("4 tensors loaded", report.ToString());
        Assert.Equal(net.Forward(x).ToArray<float>(), other.Forward(x).ToArray<float>());
        Assert.All(other.Parameters, p => Assert.True(p.RequiresGrad));
    }

    [Fact]
    public void The_state_has_the_names_of_PyTorch_and_memory_of_its_own()
    {
        var net = new WithBuffer();
        OrderedDictionary<string, Tensor> state = net.State();
        Assert.Equal(["layer.weight", "layer.bias", "running_mean"], state.Keys);
        net.RunningMean.Assign(Tensor.Ones(2));
        Holds(state["running_mean"], [2], 0, 0);
        net.Load(state);
        Holds(net.RunningMean, [2], 0, 0);
        Assert.Null(state["layer.weight"].Origin);
    }

    [Fact]
    public void All_that_does_not_fit_is_named_at_once_and_nothing_changes()
    {
        Sequential net = Net();
        OrderedDictionary<string, Tensor> state = Net().State();
        state.Remove("2.bias");
        state["2.weight"] = Tensor.Zeros(7, 7);
        state["0.bias"] = Tensor.Zeros([4], DType.Int32);
        state["fc.weight"] = Tensor.Zeros(1);
        float[] before = Values(net);
        Assert.Equal("The state does not fit this Sequential: missing 2.bias; unexpected fc.weight; 0.bias is Int32 [4] in the "
            + "state and Float32 [4] here, 2.weight is Float32 [7, 7] in the state and Float32 [2, 4] here. "
            + "Build the module as it was when it was saved.", MessageOf<ArgumentException>(() => net.Load(state)));
        Assert.Contains("7, 7", MessageOf<ArgumentException>(() => net.Load(state, strict: false)), StringComparison.Ordinal);
        Assert.Equal(before, Values(net));
    }

    [Fact]
    public void What_fits_by_name_can_be_taken_alone()
    {
        Sequential net = Net();
        OrderedDictionary<string, Tensor> state = Net().State();
        state.Remove("2.bias");
        state["head"] = Tensor.Zeros(1);
        float[] bias = net.Parameters[3].ToArray<float>();
        Assert.Contains("strict: false", MessageOf<ArgumentException>(() => net.Load(state)), StringComparison.Ordinal);
        LoadReport report = net.Load(state, strict: false);
        Assert.Equal("3 tensors loaded; missing: 2.bias; unexpected: head", report.ToString());
        Assert.Equal(state["2.weight"].ToArray<float>(), net.Parameters[2].ToArray<float>());
        Assert.Equal(bias, net.Parameters[3].ToArray<float>());
    }

    [Fact]
    public void Another_precision_is_converted_and_the_batch_count_of_PyTorch_is_passed_over()
    {
        var net = new WithBuffer();
        OrderedDictionary<string, Tensor> state = net.State();
        state["running_mean"] = Tensor.Full([2], 0.1, DType.Float64);
        state["num_batches_tracked"] = Tensor.Full([], 7, DType.Int32);
        net.Load(state);
        Assert.Equal([0.1f, 0.1f], net.RunningMean.ToArray<float>());
        Assert.Equal(DType.Float32, net.RunningMean.DType);
    }

    [Fact]
    public void A_checkpoint_holds_several_states_and_a_net_finds_its_own()
    {
        Sequential net = Net(), other = Net();
        var optimizer = new Adam(net.Parameters) { LearningRate = 0.25 };
        var checkpoint = new Checkpoint { ["model"] = net.State(), ["optimizer"] = optimizer.State(), ["empty"] = net.State().Where(_ => false).ToDictionary() };
        checkpoint.Metadata["note"] = "after lunch";
        checkpoint.Save(folder["run.safetensors"]);

        Checkpoint read = Checkpoint.Load(folder["run.safetensors"]);
        Assert.Equal(["model", "optimizer", "empty"], read.Parts);
        Assert.Empty(read["empty"]);
        Assert.Equal("after lunch", read.Metadata["note"]);
        var again = new Adam(other.Parameters);
        again.Load(read["optimizer"]);
        Assert.Equal(0.25, again.LearningRate);
        other.Load(folder["run.safetensors"]);
        Assert.Equal(Values(net), Values(other));
        Assert.Equal("The checkpoint has no part data. It has model, optimizer, empty.", MessageOf<KeyNotFoundException>(() => _ = read["data"]));
        Assert.Contains("no dot", MessageOf<ArgumentException>(() => read["a.b"] = net.State()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_file_is_no_checkpoint()
    {
        Net().Save(folder["net.safetensors"]);
        Assert.Contains("net.Load", MessageOf<InvalidDataException>(() => Checkpoint.Load(folder["net.safetensors"])), StringComparison.Ordinal);
    }

    private static Sequential Net() => [new Linear(3, 4), Functional.Relu, new Linear(4, 2)];

    private static float[] Values(Module net) => [.. net.Parameters.SelectMany(p => p.ToArray<float>())];

    private sealed class WithBuffer : Module
    {
        public Linear Layer { get; } = new(2, 2);

        [Persistent]
        public Tensor RunningMean { get; } = Tensor.Zeros(2);

        public override Tensor Forward(Tensor x) => Layer.Forward(x) - RunningMean;
    }
}
