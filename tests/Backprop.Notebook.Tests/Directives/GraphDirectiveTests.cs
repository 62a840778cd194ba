using Backprop.Display;

namespace Backprop.Tests.Directives;

/// <summary><c>#!graph NAME</c>, with the variables that a notebook would have.</summary>
public class GraphDirectiveTests
{
    /// <summary>A class as a learner writes it.</summary>
    private sealed class Value(double data, params (Value, double)[] inputs)
    {
        public double Data { get; } = data;

        public double Grad { get; set; }

        public List<(Value Node, double Slope)> Inputs { get; } = [.. inputs];
    }

    private sealed class Host(params (string Name, object? Value)[] variables) : IDirectiveHost
    {
        public string Folder => ".";

        public IReadOnlyList<SessionVariable> Variables { get; } =
            [.. variables.Select(v => SessionVariable.Of(v.Name, v.Value?.GetType() ?? typeof(object), v.Value))];

        public IReadOnlyList<Directive> Directives => [];

        public Task RunCode(string code, string name) => throw new NotSupportedException();

        public Task<object?> Evaluate(string expression, string name) => throw new NotSupportedException();

        public Task SetVariable(string name, object? value) => throw new NotSupportedException();
    }

    [Fact]
    public async Task A_learners_own_class_shows_itself_with_the_names_of_the_variables()
    {
        var w = new Value(3);
        var y = new Value(9, (w, 3), (w, 3));
        string text = await Run(new Host(("w", w), ("y", y)), "y");
        Assert.StartsWith("graph of y   at w = 3   (2 nodes, 2 edges, 2 paths)", text);
        Assert.Contains("sum of 2 paths from w: 6", text);
    }

    [Fact]
    public async Task Parameters_of_a_network_have_their_names()
    {
        Tensor.Seed(1);
        Sequential net = [new Linear(3, 2), new Tanh()];
        Tensor loss = net.Forward(Tensor.Ones(4, 3)).Mean();
        Tensor[] list = [loss];
        var host = new Host(("net", net), ("loss", loss), ("list", list), ("none", null), ("n", 3));
        string text = await Run(host, "loss");
        Assert.StartsWith("graph of loss", text);
        Assert.Contains("\nnet.0.weight ", text);
        Assert.Contains("\nnet.0.bias ", text);
    }

    [Fact]
    public async Task Tensors_in_a_list_are_called_after_their_place()
    {
        Tensor[] weights = [Tensor.Ones(2).RequireGrad(), Tensor.Ones(2).RequireGrad()];
        Tensor y = (weights[0] * weights[1]).Sum();
        string text = await Run(new Host(("weights", weights), ("y", y)), "y");
        Assert.Contains("\nweights[1] ", text);
    }

    [Fact]
    public async Task A_scalar_graph_may_be_asked_between_two_nodes()
    {
        var host = new Host(("g", ScalarGraph.SixNodes()));
        string text = await Run(host, "g", ("--from", "2"), ("--to", "4"));
        Assert.StartsWith("graph of 4", text);
        Assert.Contains("2→4 +1", text);
        Assert.DoesNotContain("1→2", text);
    }

    [Theory]
    [InlineData("nothing", "There is no variable nothing. Names so far: g, text, plain.")]
    [InlineData("text", "text: String has no public number Value or Data. A graph can be drawn of objects whose class "
        + "has a number Value or Data, a number Grad, and Inputs of pairs (node, number).")]
    [InlineData("plain", "plain: Nothing to differentiate: no tensor in this calculation required a gradient, or it "
        + "ran inside NoGrad(). Call RequireGrad() on what you want the gradient of, before the calculation.")]
    public async Task What_has_no_graph_is_said_in_one_line(string name, string message)
    {
        var host = new Host(("g", ScalarGraph.SixNodes()), ("text", "hello"), ("plain", Tensor.Ones(2)));
        var error = await Assert.ThrowsAsync<DirectiveException>(() => Run(host, name));
        Assert.Equal(message, error.Message);
        Assert.Equal("name", error.Option);
    }

    [Fact]
    public async Task Wrong_options_are_said_in_one_line()
    {
        var host = new Host(("g", ScalarGraph.SixNodes()));
        async Task<string> Error(string option, object value) =>
            (await Assert.ThrowsAsync<DirectiveException>(() => Run(host, "g", (option, value)))).Message;
        Assert.StartsWith("No node is called 9. The nodes are 1, 2, 3, 4, 5, 6.", await Error("--to", "9"));
        Assert.Equal("--nodes is 1; 5 to 120 boxes can be drawn.", await Error("--nodes", 1));
        Assert.Equal("There is no step 99: the steps of this graph are 0 to 12.", await Error("--step", 99));
    }

    [Fact]
    public void Only_what_has_a_graph_is_offered()
    {
        var w = Tensor.Ones(2).RequireGrad();
        var host = new Host(
            ("w", w), ("x", Tensor.Ones(2)), ("n", 3), ("node", new Value(1)), ("g", ScalarGraph.SixNodes()));
        DirectiveOption argument = Assert.Single(GraphDirective.Create().Arguments);
        Assert.Equal(["g", "node", "w"], argument.Completions!(host));
    }

    private static async Task<string> Run(IDirectiveHost host, string name, params (string, object)[] options)
    {
        NotebookDefaults.Register();
        Directive directive = GraphDirective.Create();
        var values = new Dictionary<string, object?> { ["name"] = name };
        foreach (DirectiveOption option in directive.Options)
            values[option.Name] = option.Default;
        foreach (var (option, value) in options)
            values[option] = value;
        var outputs = new List<Output>();
        using (OutputSink.Use(outputs.Add))
            await directive.Run(new DirectiveCall(host, values) { Given = [.. options.Select(o => o.Item1)] });
        return Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data.PlainText;
    }
}
