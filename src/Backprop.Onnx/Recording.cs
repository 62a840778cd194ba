namespace Backprop.Onnx;

/// <summary>What a net does with an input, seen on all probes at once: a list of operations on values.</summary>
internal sealed class Recording
{
    private readonly Module module;
    private readonly Probes probes;
    private readonly Dictionary<object, string> paths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Place, Value>[] known;
    private readonly List<Operation> operations = [];
    private string nearest = "";

    private Recording(Module module, Probes probes)
    {
        this.module = module;
        this.probes = probes;
        known = [.. probes.Inputs.Select(_ => new Dictionary<Place, Value>())];
        FindPaths(module, "");
        Input = new Value(probes.Inputs) { IsFromInput = true };
        Remember(Input);
        foreach (var (name, tensor) in module.NamedParameters.Concat(module.NamedBuffers))
            Remember(new Value([.. probes.Inputs.Select(_ => tensor)]) { StateName = name });
        Output = Input;
    }

    /// <summary>What the net is given.</summary>
    internal Value Input { get; }

    /// <summary>What it makes of it.</summary>
    internal Value Output { get; private set; }

    /// <summary>From the input to the output.</summary>
    internal IReadOnlyList<Operation> Operations => operations;

    /// <summary>Runs the net on each probe and puts what happened side by side.</summary>
    /// <exception cref="NotSupportedException">The net does something else for inputs of other lengths or with other
    /// numbers.</exception>
    internal static Recording Of(Module module, Probes probes)
    {
        var recording = new Recording(module, probes);
        recording.Align([.. probes.Inputs.Select((x, i) => recording.Run(x, i))]);
        return recording;
    }

    /// <summary>The value that a tensor is in all probes, such as a parameter; a constant if it is not known.</summary>
    internal Value Of(Tensor tensor) => Find([.. probes.Inputs.Select(_ => tensor)], "");

    private Run Run(Tensor x, int probe)
    {
        using var use = module.Evaluate();
        using var trace = new OpTrace();
        try
        {
            int version = x.Storage.Version;
            var y = module.Forward(x) ?? throw new InvalidOperationException("Forward gave null.");
            if (x.Storage.Version != version)
                throw new NotSupportedException($"Forward of {module} writes into its input, which ONNX cannot say.");
            return new(trace.Steps, trace.Reads, y);
        }
        catch (ArgumentException error) when (probes.Axes.Length > 0)
        {
            string axis = probes.Axes[Math.Max(0, probe - 1)];
            throw new NotSupportedException($"{module} does not take {x.Shape}, which is the example with another "
                + $"length of {axis}, so that this axis is not free: {error.Message} Leave {axis} out of freeAxes.", error);
        }
    }

    private void Align(Run[] runs)
    {
        for (int i = 0; i < runs[0].Steps.Count; i++)
        {
            OpTrace.Step first = runs[0].Steps[i];
            if (!Array.TrueForAll(runs, run => i < run.Steps.Count && IsSameKind(first, run.Steps[i])))
                throw OtherWay(i);
            Add(Array.ConvertAll(runs, run => run.Steps[i]));
        }
        if (Array.Exists(runs, run => run.Steps.Count != runs[0].Steps.Count))
            throw OtherWay(runs[0].Steps.Count);
        Output = Find(Array.ConvertAll(runs, run => run.Output), "");
        foreach (var read in runs[0].Reads)
        {
            if (known[0].TryGetValue(new(read), out var value) && value.IsFromInput)
            {
                throw new NotSupportedException($"Forward reads numbers of a tensor {read.Shape} that depends on the "
                    + "input (Item, ToArray, a mask as an index, or writing it into another). The file would hold "
                    + "those of the example for ever: choose with Tensor.Where instead.");
            }
        }
    }

    private void Add(OpTrace.Step[] steps)
    {
        string layer = paths.GetValueOrDefault(steps[0].Layer ?? module, "");
        var inputs = new Value[steps[0].Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = Find(Array.ConvertAll(steps, step => step.Inputs[i]), layer);
            nearest = inputs[i].StateName ?? nearest;
        }
        // What depends on fixed constants only is one itself.
        bool isMade = Array.TrueForAll(inputs, input => input is { IsMade: true, HasFixedShape: true })
            && Array.TrueForAll(steps, step => step.Results[0].Shape == steps[0].Results[0].Shape);
        if (!isMade && Array.Exists(steps, step => step.IsOutdated))
        {
            throw new NotSupportedException($"Forward writes in place into what {steps[0].Maker.GetType().Name}"
                + $"{Where(steps[0].Layer)} uses or gives, which ONNX cannot say. Choose with Tensor.Where, or join "
                + "parts.");
        }
        var operation = new Operation(
            Array.ConvertAll(steps, step => step.Maker), layer, Where(steps[0].Layer), inputs);
        operation.Results = new Value[steps[0].Results.Length];
        for (int i = 0; i < operation.Results.Length; i++)
        {
            operation.Results[i] = new Value(Array.ConvertAll(steps, step => step.Results[i]))
            {
                Maker = isMade ? null : operation,
                IsFromInput = Array.Exists(inputs, input => input.IsFromInput),
            };
        }
        foreach (var result in operation.Results)
            Remember(result);
        if (!isMade)
            operations.Add(operation);
    }

    private static bool IsSameKind(OpTrace.Step a, OpTrace.Step b) =>
        a.Maker.GetType() == b.Maker.GetType() && a.Inputs.Length == b.Inputs.Length && a.Layer == b.Layer;

    /// <summary>The value that these tensors are, one in each probe; a new constant if nothing is known of
    /// them.</summary>
    private Value Find(Tensor[] samples, string layer)
    {
        var value = known[0].GetValueOrDefault(new(samples[0]));
        for (int i = 1; i < samples.Length; i++)
        {
            if (known[i].GetValueOrDefault(new(samples[i])) != value)
                throw OtherWay(operations.Count, layer);
        }
        if (value is null)
            Remember(value = new Value(samples));
        return value;
    }

    private void Remember(Value value)
    {
        for (int i = 0; i < known.Length; i++)
            known[i][new(value.Samples[i])] = value;
    }

    private string Where(object? layer)
    {
        string at = layer is not null && paths.TryGetValue(layer, out string? path)
            ? $" in layer {path} ({layer})"
            : "";
        return nearest.Length == 0 ? at : $"{at} after {nearest}";
    }

    private void FindPaths(Module at, string path)
    {
        if (!paths.TryAdd(at, path))
            return;
        foreach (var (name, child) in at.Children)
            FindPaths(child, path.Length == 0 ? name : $"{path}.{name}");
    }

    private NotSupportedException OtherWay(int step, string layer = "")
    {
        string where = (layer.Length == 0 ? "" : $" in layer {layer}")
            + (nearest.Length == 0 ? "" : $" after {nearest}");
        return new($"Forward of {module} does something else for other lengths of {string.Join(" and ", probes.Axes)}, "
            + $"first at operation {step + 1}{where}. Leave the axis out of freeAxes: [] fixes all.");
    }

    /// <summary>Where a tensor lies. Two that lie in the same place are the same numbers.</summary>
    private readonly record struct Place(Storage Storage, int Offset, Shape Shape, DType Type, string Strides)
    {
        internal Place(Tensor tensor)
            : this(tensor.Storage, tensor.Offset, tensor.Shape, tensor.DType,
                string.Join(' ', tensor.StridesOrRowMajor()))
        {
        }
    }
}

/// <summary>What happened in one probe.</summary>
internal sealed record Run(IReadOnlyList<OpTrace.Step> Steps, IReadOnlyList<Tensor> Reads, Tensor Output);
