namespace Backprop;

/// <summary>The state of a module: its parameters and buffers by PyTorch's names, in memory and in files.</summary>
public static class ModuleState
{
    // PyTorch's batch norm counts its batches; nothing depends on the count here.
    private const string BatchCount = "num_batches_tracked";

    /// <summary>Copies of all parameters, then of all buffers, by name: <c>0.weight</c>,
    /// <c>1.running_mean</c>.</summary>
    public static OrderedDictionary<string, Tensor> State(this Module module)
    {
        var state = new OrderedDictionary<string, Tensor>();
        foreach (var (name, tensor) in Tensors(module))
            state[name] = tensor.Detach().Copy();
        return state;
    }

    /// <summary>Takes over the numbers of a state, by name. Float tensors of another precision are converted.</summary>
    /// <param name="module">Whose parameters and buffers are overwritten.</param>
    /// <param name="state">What <see cref="State"/> gave, or a file held.</param>
    /// <param name="strict">Whether every name must be on both sides. A wrong shape is always an error.</param>
    /// <returns>What was taken over and what was not.</returns>
    /// <exception cref="ArgumentException">Something does not fit; the message names all of it, and nothing is
    /// changed.</exception>
    public static LoadReport Load(this Module module, IReadOnlyDictionary<string, Tensor> state, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        var own = Tensors(module);
        string[] missing = [.. own.Select(t => t.Name).Where(name => !state.ContainsKey(name))];
        var known = own.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        string[] unexpected = [.. state.Keys.Where(name => !known.Contains(name) && !IsBatchCount(name))];
        var pairs = own.Where(t => state.ContainsKey(t.Name))
            .Select(t => (t.Name, t.Value, New: state[t.Name])).ToList();
        string[] misfits = [.. pairs.Where(p => !Fits(p.Value, p.New)).Select(p =>
            $"{p.Name} is {p.New.DType} {p.New.Shape} in the state and {p.Value.DType} {p.Value.Shape} here")];
        if (misfits.Length > 0 || strict && missing.Length + unexpected.Length > 0)
            throw new ArgumentException(Message(module, misfits, strict ? missing : [], strict ? unexpected : []));
        using var scope = new NoGradScope();
        foreach (var (_, tensor, numbers) in pairs)
            tensor.Assign(numbers);
        return new LoadReport(pairs.Count, missing, unexpected);
    }

    /// <summary>Writes the state to a file that Hugging Face's libraries read too:
    /// <c>net.Save("model.safetensors")</c>. An existing file is replaced when the new one is complete.</summary>
    public static void Save(this Module module, string path) => Safetensors.Save(path, Tensors(module)
        .Select(t => KeyValuePair.Create(t.Name, t.Value)), new Dictionary<string, string> { ["format"] = "pt" });

    /// <summary>Takes over the state in a file: <c>net.Load("model.safetensors")</c>. Of a <see cref="Checkpoint"/> it
    /// is the part <c>model</c>.</summary>
    /// <inheritdoc cref="Load(Module, IReadOnlyDictionary{string, Tensor}, bool)"/>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static LoadReport Load(this Module module, string path, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        var checkpoint = Checkpoint.Read(path, part: Checkpoint.Model);
        return module.Load(checkpoint ?? Safetensors.Load(path), strict);
    }

    private static List<(string Name, Tensor Value)> Tensors(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return [.. module.NamedParameters, .. module.NamedBuffers];
    }

    private static bool Fits(Tensor own, Tensor given) =>
        own.Shape == given.Shape && (own.DType == given.DType || own.DType.IsFloat() && given.DType.IsFloat());

    private static bool IsBatchCount(string name) =>
        name == BatchCount || name.EndsWith("." + BatchCount, StringComparison.Ordinal);

    private static string Message(Module module, string[] misfits, string[] missing, string[] unexpected)
    {
        var parts = new List<string>();
        if (missing.Length > 0)
            parts.Add($"missing {Plain.List(missing)}");
        if (unexpected.Length > 0)
            parts.Add($"unexpected {Plain.List(unexpected)}");
        if (misfits.Length > 0)
            parts.Add(Plain.List(misfits));
        string hint = misfits.Length > 0
            ? "Build the module as it was when it was saved."
            : "To take over only what fits, say strict: false.";
        return $"The state does not fit this {module.GetType().Name}: {string.Join("; ", parts)}. {hint}";
    }
}
