namespace Backprop;

/// <summary>
/// What a module is made of: each layer with its parameters and, where an input shape is given, what comes out of it.
/// <c>net.Summary(32, 784)</c>
/// </summary>
public sealed class ModuleSummary
{
    private readonly List<LayerRow> rows = [];

    /// <summary>Lists the layers; with an input shape it runs them once, on zeros and without recording.</summary>
    /// <param name="module">The net.</param>
    /// <param name="input">The shape of an input, or null: then the shapes of the outputs stay open.</param>
    public ModuleSummary(Module module, Shape? input = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Module = module;
        Input = input;
        Tensor? x = input is { } shape ? Tensor.Zeros(shape) : null;
        using IDisposable scope = module.Evaluate();
        if (module is Sequential net)
            AddLayers(net, "", 0, x);
        else
            Add("", module, 0, x);
    }

    /// <summary>The net.</summary>
    public Module Module { get; }

    /// <summary>The shape of the input that was tried, or null.</summary>
    public Shape? Input { get; }

    /// <summary>The layers, those in a layer right behind it.</summary>
    public IReadOnlyList<LayerRow> Rows => rows;

    /// <summary>How many numbers are learned.</summary>
    public long ParameterCount => Module.Parameters.Sum(p => (long)p.Shape.Size);

    /// <summary>How many bytes they take.</summary>
    public long ParameterBytes => Module.Parameters.Sum(p => (long)p.Shape.Size * p.DType.Size());

    /// <summary>The layer that did not take its input, or null.</summary>
    public LayerRow? Failed => rows.Find(row => row.Error is not null);

    /// <summary>The table as text.</summary>
    public override string ToString() => ModuleView.Text(this);

    private Tensor? AddLayers(Sequential net, string path, int depth, Tensor? x)
    {
        for (int i = 0; i < net.Layers.Count; i++)
            x = Add(FormattableString.Invariant($"{path}{i}"), net.Layers[i], depth, x);
        return x;
    }

    // The inside of a module of one's own is listed, but only the module as a whole is run: what it does with its
    // layers stands in its Forward.
    private Tensor? Add(string name, Module module, int depth, Tensor? x)
    {
        int at = rows.Count;
        rows.Add(null!);
        Tensor? y = null;
        string? error = null;
        if (module is Sequential inner)
            y = AddLayers(inner, name + ".", depth + 1, x);
        else
        {
            (y, error) = Try(module, x);
            foreach ((string child, Module part) in module.Children)
                Add(name.Length == 0 ? child : $"{name}.{child}", part, depth + 1, null);
        }
        long own = module.Parameters.Sum(p => (long)p.Shape.Size);
        rows[at] = new LayerRow(name, module, depth, own, x?.Shape, y?.Shape, error);
        return y;
    }

    private static (Tensor? Output, string? Error) Try(Module module, Tensor? x)
    {
        if (x is null)
            return (null, null);
        try
        {
            return (module.Forward(x), null);
        }
#pragma warning disable CA1031 // A layer of a learner's own may throw anything: the table shows where.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return (null, error.Message);
        }
    }
}
