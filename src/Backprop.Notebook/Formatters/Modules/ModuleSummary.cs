namespace Backprop;

/// <summary>
/// What a module is made of: each layer with its parameters and, where an input shape is given, what comes out of it
/// and what it costs. <c>net.Summary(32, 784)</c>
/// </summary>
public sealed class ModuleSummary
{
    private readonly List<LayerRow> rows = [];
    private readonly LayerCosts? costs;
    private readonly LayerFailure? failure;
    private readonly string? error;

    /// <summary>Lists the layers; with an input shape it goes through them without computing a number.</summary>
    /// <param name="module">The net.</param>
    /// <param name="input">The shape of an input, or null: then the shapes of the outputs stay open.</param>
    public ModuleSummary(Module module, Shape? input = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Module = module;
        Input = input;
        InputType = InputGuess.TypeFor(module);
        if (input is { } shape)
        {
            costs = new LayerCosts(module);
            (Output, error, failure) = Walk(shape);
        }
        AddRow("", module, 0);
        // A net of layers is the list of its layers.
        if (rows.Count > 1 && module is Sequential)
            rows.RemoveAt(0);
        // The error came from between the layers.
        if (error is not null && Failed is null)
            rows[0] = rows[0] with { Error = error };
    }

    /// <summary>The net.</summary>
    public Module Module { get; }

    /// <summary>The shape of the input that was tried, or null.</summary>
    public Shape? Input { get; }

    /// <summary>The type of its numbers: whole numbers where the net looks up vectors by them.</summary>
    public DType InputType { get; }

    /// <summary>The shape that came out, or null.</summary>
    public Shape? Output { get; }

    /// <summary>The layers, those in a layer right behind it.</summary>
    public IReadOnlyList<LayerRow> Rows => rows;

    /// <summary>How many numbers are learned.</summary>
    public long ParameterCount => Module.Parameters.Sum(p => (long)p.Shape.Size);

    /// <summary>How many bytes they take.</summary>
    public long ParameterBytes => Module.Parameters.Sum(p => (long)p.Shape.Size * p.DType.Size());

    /// <summary>Additions and multiplications of one pass forward, for the whole batch.</summary>
    public long Flops => rows.Where(row => row.Depth == rows[0].Depth).Sum(row => row.Flops);

    /// <summary>How many bytes the results of the layers take while training.</summary>
    public long ActivationBytes => rows.Where(row => row.Depth == rows[0].Depth).Sum(row => row.ActivationBytes);

    /// <summary>The layer that did not take its input, or null.</summary>
    public LayerRow? Failed => rows.FindLast(row => row.Error is not null);

    /// <summary>The shape that the failed layer was given, or null.</summary>
    public Shape? Given => failure?.Given ?? (Failed is null ? null : Input);

    /// <summary>The table as text.</summary>
    public override string ToString() => ModuleText.Of(this);

    // Without numbers first; again with numbers where that fails, since a layer may look at them.
    private (Shape? Output, string? Error, LayerFailure? Failure) Walk(Shape shape)
    {
        using IDisposable scope = Module.Evaluate();
        Tensor x = Tensor.Zeros(shape).To(InputType);
        using (new DryRun())
        {
            if (Try(x) is { Error: null } done)
                return done;
        }
        return Try(x);
    }

    private (Shape? Output, string? Error, LayerFailure? Failure) Try(Tensor x)
    {
        using var trace = new OpTrace();
        try
        {
            Shape output = Module.Forward(x).Shape;
            costs!.Add(trace, Module);
            return (output, null, null);
        }
#pragma warning disable CA1031 // A layer of a learner's own may throw anything: the table shows where.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            costs!.Add(trace, Module);
            return (null, thrown.Message, LayerFailure.Of(thrown));
        }
    }

    // Returns when its last operation was, and what came out of that.
    private (int At, Shape? Output) AddRow(string name, Module module, int depth)
    {
        int at = rows.Count;
        rows.Add(null!);
        LayerCosts.Cost? own = costs?.Of(module);
        (int At, Shape? Output) last = own is null ? (-1, null) : (own.LastAt, own.Last);
        int inner = Depth(module, depth);
        foreach ((string child, Module part) in module.Children)
        {
            (int At, Shape? Output) its = AddRow(name.Length == 0 ? child : $"{name}.{child}", part, inner);
            last = its.At > last.At ? its : last;
        }
        List<LayerRow> parts = [.. rows.Skip(at + 1).Where(row => row.Depth == inner)];
        bool isFailed = failure is not null && ReferenceEquals(failure.Layer, module);
        bool isWhole = ReferenceEquals(module, Module);
        Shape? output = isFailed ? null : isWhole ? Output : costs?.OutputOf(module) ?? last.Output;
        rows[at] = new LayerRow(name, module, depth, Count(module), output, isFailed ? error : null)
        {
            Flops = (own?.Flops ?? 0) + parts.Sum(row => row.Flops),
            ActivationBytes = (parts.Count == 0 ? own?.LastBytes : own?.Bytes).GetValueOrDefault()
                + parts.Sum(row => row.ActivationBytes),
            ParameterBytes = module.Parameters.Sum(p => (long)p.Shape.Size * p.DType.Size()),
        };
        return last;
    }

    private int Depth(Module module, int depth) =>
        ReferenceEquals(module, Module) && module is Sequential ? 0 : depth + 1;

    private static long Count(Module module) => module.Parameters.Sum(p => (long)p.Shape.Size);
}
