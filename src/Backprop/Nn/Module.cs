namespace Backprop;

/// <summary>
/// A layer with parameters, or a whole net. Derive from it, hold tensors with <see cref="Tensor.RequireGrad"/> and
/// other modules in fields or properties, and write <see cref="Forward"/>; parameters are found by themselves.
/// </summary>
public abstract class Module
{
    /// <summary>The result for an input. First axis: one row per example.</summary>
    public abstract Tensor Forward(Tensor x);

    /// <summary>All tensors to be learned, of this module and those in it, each once. An optimizer of this list saves
    /// what it remembers under their names.</summary>
    public IReadOnlyList<Tensor> Parameters => new NamedTensors(NamedParameters);

    /// <summary>The same with the path to each as PyTorch spells it: <c>fc1.weight</c>, <c>0.bias</c>; a property
    /// <c>InProjWeight</c> is <c>in_proj_weight</c>.</summary>
    public IReadOnlyList<(string Name, Tensor Value)> NamedParameters => ModuleMembers.Parameters(this);

    /// <summary>Tensors that belong to the state but are not learned, those marked <see cref="PersistentAttribute"/>,
    /// named by the same rule: <c>0.running_mean</c>.</summary>
    public IReadOnlyList<(string Name, Tensor Value)> NamedBuffers => ModuleMembers.Buffers(this);

    /// <summary>The modules directly in this one, with their names.</summary>
    public IReadOnlyList<(string Name, Module Module)> Children => ModuleMembers.Children(this);

    /// <summary>True while training. Some layers, such as dropout, work otherwise when they are only used.</summary>
    public bool IsTraining { get; private set; } = true;

    /// <summary>Sets this module and all in it to training.</summary>
    public void Train() => SetMode(true);

    /// <summary>Sets this module and all in it to being used.</summary>
    public void Eval() => SetMode(false);

    /// <summary>Being used, and without recording, as long as it is open: <c>using (net.Evaluate()) …</c></summary>
    public IDisposable Evaluate() => new EvaluationScope(this);

    /// <summary>A module where a <see cref="Layer"/> is asked for.</summary>
    public static implicit operator Layer(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.Forward;
    }

    /// <summary>The module that a layer is; null for a function, also one that a module has written inside
    /// itself.</summary>
    internal static Module? Behind(Layer layer) =>
        layer.Target is Module module && layer.Method.Name == nameof(Forward) ? module : null;

    /// <summary>The name of its class.</summary>
    public override string ToString() => GetType().Name;

    private void SetMode(bool isTraining)
    {
        foreach (var module in ModuleMembers.All(this))
            module.IsTraining = isTraining;
    }

    private sealed class EvaluationScope : IDisposable
    {
        private readonly List<Module> trained;
        private readonly NoGradScope noGrad = new();

        internal EvaluationScope(Module root)
        {
            trained = [.. ModuleMembers.All(root).Where(module => module.IsTraining)];
            root.Eval();
        }

        public void Dispose()
        {
            foreach (var module in trained)
                module.IsTraining = true;
            noGrad.Dispose();
        }
    }
}
