using Backprop.Onnx;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Onnx;

/// <summary>What the file says, and what cannot be written.</summary>
public sealed class OnnxExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onnx-").FullName;

    private string File => Path.Combine(folder, "models", "net.onnx");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Weights_carry_the_names_and_numbers_of_the_state_dictionary()
    {
        Sequential net = [new Linear(3, 4), new BatchNorm1d(4)];
        var graph = Export(net, Tensor.Randn(2, 3)).Graph;
        string[] names = ["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var"];
        Assert.Superset(names.ToHashSet(), graph.Initializer.Select(constant => constant.Name).ToHashSet());
        var weight = graph.Initializer.Single(constant => constant.Name == "0.weight");
        Assert.Equal([4L, 3], weight.Dims);
        float[] numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(weight.RawData.Span).ToArray();
        Assert.Equal(((Linear)net[0]).Weight.ToArray<float>(), numbers);
    }

    [Fact]
    public void The_file_says_its_format_and_where_it_comes_from()
    {
        var model = Export(new Mlp([3, 2]), Tensor.Randn(1, 3));
        Assert.Equal((8, 17), (model.IrVersion, model.OpsetImport.Single().Version));
        Assert.Equal(("Backprop", "Mlp"), (model.ProducerName, model.Graph.Name));
        Assert.Contains(model.MetadataProps, entry => entry is { Key: "parameters", Value: "8" });
    }

    [Fact]
    public void The_batch_is_free_and_every_other_axis_fixed()
    {
        var graph = Export(new LeNet(), Tensor.Randn(5, 1, 28, 28)).Graph;
        Assert.Equal("input: [batch, 1, 28, 28]", Text(graph.Input.Single()));
        Assert.Equal("output: [batch, 10]", Text(graph.Output.Single()));
    }

    [Fact]
    public void Free_axes_have_the_names_that_are_given()
    {
        var gpt = new Gpt(7, context: 8, width: 4, heads: 2, blocks: 1);
        var graph = Export(gpt, Tensor.Zeros([1, 5], DType.Int32), ["texts", "symbols"]).Graph;
        Assert.Equal("input: [texts, symbols]", Text(graph.Input.Single()));
        Assert.Equal("output: [texts, symbols, 7]", Text(graph.Output.Single()));
    }

    [Fact]
    public void Without_free_axes_all_lengths_are_those_of_the_example()
    {
        // It takes two rows and nothing else.
        var net = new FunctionOf(x => x.Reshape(6) / x.Shape[0]);
        Assert.Equal("input: [2, 3]", Text(Export(net, Tensor.Randn(2, 3), []).Graph.Input.Single()));
        Refuses("Leave batch out of freeAxes", net, Tensor.Randn(2, 3));
    }

    [Fact]
    public void A_recurrent_layer_is_one_node_for_each_layer_and_direction()
    {
        var lstm = new Lstm(3, 4, layers: 2, bidirectional: true);
        var nodes = Export(lstm, Tensor.Randn(2, 50, 3)).Graph.Node;
        Assert.Equal(4, nodes.Count(node => node.OpType == "LSTM"));
        Assert.DoesNotContain(nodes, node => node.OpType is "MatMul" or "Sigmoid");
    }

    [Fact]
    public void Nodes_begin_with_the_path_of_their_layer()
    {
        var nodes = Export(new Mlp([3, 4, 2]), Tensor.Randn(1, 3)).Graph.Node;
        Assert.Equal(["layers.0/MatMul", "layers.1/Relu", "layers.2/MatMul"],
            nodes.Where(node => node.OpType is "MatMul" or "Relu").Select(node => node.Name));
    }

    [Fact]
    public void The_net_is_left_as_it_was()
    {
        Sequential net = [new BatchNorm1d(3), new Dropout()];
        Export(net, Tensor.Randn(4, 3));
        Assert.True(net.IsTraining && net[1].IsTraining);
        Assert.Equal(0, ((BatchNorm1d)net[0]).NumBatchesTracked.Item());
        Assert.True(net.Forward(Tensor.Randn(4, 3)).RequiresGrad);
    }

    [Fact]
    public void A_net_that_cannot_be_written_leaves_the_old_file()
    {
        Export(new Mlp([3, 2]), Tensor.Randn(1, 3));
        byte[] before = System.IO.File.ReadAllBytes(File);
        Refuses("Random numbers", new FunctionOf(x => x + Tensor.Randn(x.Shape)), Tensor.Randn(1, 3));
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void An_operation_without_counterpart_is_named_with_its_layer()
    {
        Sequential inner = [x => x.CrossEntropy(Tensor.Zeros([x.Shape[0]], DType.Int32))];
        Sequential net = [new Linear(3, 4), inner];
        Refuses("ExportOnnx cannot write CrossEntropy in layer 1.0 (Function) after 0.bias:", net, Tensor.Randn(1, 3));
    }

    [Fact]
    public void What_the_file_would_freeze_is_refused()
    {
        Refuses("reads numbers", new FunctionOf(x => x.Sum().Item() > 0 ? x : -x), Tensor.Randn(1, 3));
        Refuses("reads numbers", new FunctionOf(x => x.Sum() + x[x > 0].Sum()), Tensor.Randn(1, 3));
        Refuses("Random numbers", new FunctionOf(x => x + Tensor.Randn(3)), Tensor.Randn(1, 3));
        Refuses("computed from x.Shape", new FunctionOf(x => x / x.Shape[0]), Tensor.Randn(1, 3));
    }

    [Fact]
    public void Writing_in_place_is_refused()
    {
        Refuses("in place into what Multiply", new FunctionOf(x => Changed(x * 2)), Tensor.Randn(1, 3));
        Refuses("into its input", new FunctionOf(Changed), Tensor.Randn(1, 3));
        Refuses("writing it into another", new FunctionOf(x => Filled(x)), Tensor.Randn(1, 3));

        static Tensor Changed(Tensor x)
        {
            x[0] = 1;
            return x + 1;
        }

        static Tensor Filled(Tensor x)
        {
            var y = Tensor.Zeros(x.Shape);
            y[0] = x[0];
            return y + x;
        }
    }

    [Fact]
    public void A_constant_may_be_built_in_place_but_not_changed_once_it_was_used()
    {
        Export(new FunctionOf(x => x + Corner()), Tensor.Randn(1, 3));
        Refuses("in place into what Add", new FunctionOf(Late), Tensor.Randn(1, 3));

        static Tensor Corner()
        {
            var corner = Tensor.Zeros(3);
            corner[0] = 1;
            return corner;
        }

        static Tensor Late(Tensor x)
        {
            var corner = Tensor.Zeros(3);
            var y = x + corner;
            corner[0] = 1;
            return y;
        }
    }

    [Fact]
    public void A_branch_that_follows_from_the_batch_is_refused()
    {
        var net = new FunctionOf(x => x.Shape[0] == 3 ? x.Exp() : x.Tanh());
        Refuses("something else for other lengths of batch", net, Tensor.Randn(1, 3));
    }

    [Fact]
    public void An_example_that_says_too_little_is_refused()
    {
        Misfits("cannot have 2 free axes", Tensor.Zeros(3), "batch", "time");
        Misfits("Give 3 or more", Tensor.Zeros(3, 2), "batch", "time");
        Misfits("is empty", Tensor.Zeros(0, 2), "batch");
        Misfits("a name of its own", Tensor.Zeros(3, 3), "a", "a");
    }

    private ModelProto Export(Module net, Tensor example, string[]? freeAxes = null)
    {
        net.ExportOnnx(File, example, freeAxes);
        return ModelProto.Parser.ParseFrom(System.IO.File.ReadAllBytes(File));
    }

    private void Refuses(string says, Module net, Tensor example) => Assert.Contains(
        says, MessageOf<NotSupportedException>(() => net.ExportOnnx(File, example)), StringComparison.Ordinal);

    private void Misfits(string says, Tensor example, params string[] freeAxes) => Assert.Contains(
        says, MessageOf<ArgumentException>(() => new FunctionOf(x => x.Exp()).ExportOnnx(File, example, freeAxes)),
        StringComparison.Ordinal);

    private static string Text(ValueInfoProto value)
    {
        var lengths = value.Type.TensorType.Shape.Dim.Select(dim => dim.HasDimParam ? dim.DimParam : $"{dim.DimValue}");
        return $"{value.Name}: [{string.Join(", ", lengths)}]";
    }
}
