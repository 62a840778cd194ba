namespace Backprop.Tests.Parity;

/// <summary>A case with our tensors: hands out what goes in, runs backward, compares what comes out.</summary>
/// <param name="c">The case.</param>
/// <param name="dtype">float32 or float64.</param>
public sealed class CaseRun(Case c, DType dtype)
{
    private readonly Dictionary<string, Tensor> inputs = [];
    private readonly Tolerance tolerance = dtype == DType.Float32 ? Tolerance.Float32 : Tolerance.Float64;

    private Results Expected => dtype == DType.Float32 ? c.Float32! : c.Float64;

    /// <summary>An input; one that asks for its gradient if the case has it.</summary>
    public Tensor this[string input]
    {
        get
        {
            if (!inputs.TryGetValue(input, out Tensor? tensor))
            {
                inputs[input] = tensor = From(c.Inputs[input]);
                if (Expected.InputGradients.ContainsKey(input))
                    tensor.RequireGrad();
            }
            return tensor;
        }
    }

    /// <summary>A parameter as it is before.</summary>
    public Tensor Parameter(string name) => From(c.Parameters[name]);

    /// <summary>A module with the case's parameters in the place of its own.</summary>
    public T Load<T>(T module) where T : Module => module.With((name, _) => Parameter(name).RequireGrad());

    /// <summary>A parameter as it is before; null if the case has none of that name.</summary>
    public Tensor? ParameterIfAny(string name) => c.Parameters.ContainsKey(name) ? Parameter(name) : null;

    /// <summary>A running statistic as it is before.</summary>
    public Tensor Buffer(string name) => From(c.Buffers[name]);

    /// <summary>Compares an output, runs backward from its upstream gradient, compares the inputs' gradients.</summary>
    public void Check(Tensor y) => Check(new Dictionary<string, Tensor> { ["y"] = y });

    /// <summary>The same with several outputs.</summary>
    public void Check(Dictionary<string, Tensor> outputs)
    {
        Assert.Equal(Expected.Outputs.Keys.Order(), outputs.Keys.Order());
        foreach (var (name, y) in outputs)
            Compare($"outputs.{name}", y, r => r.Outputs[name]);
        string[] roots = [.. outputs.Keys.Where(c.Upstream.ContainsKey)];
        // From all at once, as PyTorch does it; from one directly.
        if (roots is [var only])
            outputs[only].Backward(From(c.Upstream[only]));
        else
            roots.Select(root => (outputs[root] * From(c.Upstream[root])).Sum()).Aggregate((a, b) => a + b).Backward();
        foreach (string input in Expected.InputGradients.Keys)
            Compare($"input_gradients.{input}", Slope(this[input]), r => r.InputGradients[input]);
    }

    /// <summary>Compares dy/dx of a function that works element by element.</summary>
    public void CheckDerivative(Func<Tensor, Tensor> function)
    {
        Tensor x = From(c.Inputs["x"]).RequireGrad();
        function(x).Sum().Backward();
        Compare("derivative", Slope(x), r => r.Derivative!);
    }

    /// <summary>Compares the gradients of a module's parameters, takes a step of plain descent, compares again.</summary>
    public void CheckParameters(Module module)
    {
        var parameters = module.NamedParameters.ToDictionary(p => p.Name, p => p.Value);
        Assert.Equal(c.Parameters.Keys.Order(StringComparer.Ordinal), parameters.Keys.Order(StringComparer.Ordinal));
        if (parameters.Count == 0)
            return;
        foreach (string name in c.Parameters.Keys)
            Compare($"parameter_gradients.{name}", parameters[name].Grad!, r => r.ParameterGradients[name]);
        new Sgd(module.Parameters) { LearningRate = 0.1 }.Step();
        foreach (string name in c.Parameters.Keys)
            Compare($"updated.{name}", parameters[name], r => r.Updated[name]);
    }

    /// <summary>Compares a module's running statistics with those afterwards.</summary>
    public void CheckBuffers(Module module)
    {
        var buffers = module.NamedBuffers.ToDictionary(b => b.Name, b => b.Value);
        Assert.Equal(c.Buffers.Keys.Order(StringComparer.Ordinal), buffers.Keys.Order(StringComparer.Ordinal));
        foreach (string name in c.Buffers.Keys)
            Compare($"buffers.{name}", buffers[name], r => r.Buffers[name]);
    }

    // Where no gradient can flow (a threshold), none is stored; PyTorch's figure is 0 there.
    private static Tensor Slope(Tensor x) => x.Grad ?? Tensor.Zeros(x.Shape, x.DType);

    /// <summary>A fixture's numbers as a tensor: whole numbers as int32, the others in this run's precision.</summary>
    public Tensor From(Numbers numbers)
    {
        Shape shape = new(numbers.Shape);
        return numbers.Type switch
        {
            "int64" => Tensor.From(Array.ConvertAll(numbers.Data, x => (int)x), shape),
            "bool" => Tensor.From(Array.ConvertAll(numbers.Data, x => x != 0), shape),
            _ => Tensor.From(numbers.Data, shape, dtype),
        };
    }

    private void Compare(string what, Tensor actual, Func<Results, Numbers> part)
    {
        Numbers expected = part(Expected);
        string name = $"{c.Name} in {dtype}, {what}";
        Assert.Equal(expected.Type is null ? dtype : DType.Int32, actual.DType);
        Shape shape = new(expected.Shape);
        Assert.True(shape == actual.Shape, $"{name}: shape {actual.Shape}, PyTorch has {shape}.");
        if (dtype == DType.Float32)
            tolerance.Check(name, actual.ToArray<double>(), expected, exact: part(c.Float64));
        else
            tolerance.Check(name, actual.ToArray<double>(), expected);
    }
}
