namespace Backprop.Tests.Parity;

/// <summary>What a case of an optimizer goes down, in one precision: the notes' bowl, their line through five points,
/// or a small regression network.</summary>
internal sealed class OptimizerProblem
{
    // Twenty steps let the last digits part; in float32 only the loss is compared.
    private static readonly Tolerance Near = new(1e-8, 1e-8), NearInSingle = new(1e-6, 1e-3);

    private readonly Case c;
    private readonly DType dtype;
    private readonly Func<Tensor> loss;

    public OptimizerProblem(Case c, DType dtype)
    {
        (this.c, this.dtype) = (c, dtype);
        var run = new CaseRun(c, dtype);
        Parameters = c.Parameters.Keys.ToDictionary(name => name, name => run.Parameter(name).RequireGrad());
        loss = c.Arguments["problem"].GetString() switch
        {
            "bowl" => Bowl,
            "line" => () => Line(run["x"], run["target"]),
            _ => () => Net(run["x"]).Mse(run["target"]),
        };
    }

    /// <summary>By the names of the case, in its order.</summary>
    public Dictionary<string, Tensor> Parameters { get; }

    /// <summary>The loss of the parameters as they are.</summary>
    public Tensor Loss() => loss();

    /// <summary>Takes as many steps as the case and compares the losses, the path and the last parameters.</summary>
    public void Check(Action step)
    {
        var losses = new List<double>();
        var path = new List<double>();
        for (int i = 0; i < c.Argument("steps"); i++)
        {
            losses.Add(Loss().Item());
            step();
            path.AddRange(Parameters.Values.First().ToArray<double>());
        }
        losses.Add(Loss().Item());
        if (dtype == DType.Float32)
        {
            NearInSingle.Check($"{c.Name}, loss", losses.ToArray(), c.Float32!.Outputs["loss"]);
            return;
        }
        Near.Check($"{c.Name}, loss", losses.ToArray(), c.Float64.Outputs["loss"]);
        if (c.Float64.Outputs.TryGetValue("path", out Numbers? expected))
            Near.Check($"{c.Name}, path", path.ToArray(), expected);
        foreach (var (name, value) in c.Float64.Updated)
            Near.Check($"{c.Name}, {name}", Parameters[name].ToArray<double>(), value);
    }

    private Tensor Bowl() => (Tensor.From([1.0, 4.0], dtype: dtype) * Parameters["w"].Square()).Sum();

    // y = w₀ x + w₁
    private Tensor Line(Tensor x, Tensor target) => (Parameters["w"][0] * x + Parameters["w"][1]).Mse(target);

    private Tensor Net(Tensor x)
    {
        Tensor h = (x.MatMul(Parameters["0.weight"].T) + Parameters["0.bias"]).Tanh();
        return h.MatMul(Parameters["2.weight"].T) + Parameters["2.bias"];
    }
}
