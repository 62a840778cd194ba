namespace Backprop;

/// <summary>
/// Several states in one file, each under a name:
/// <c>new Checkpoint { ["model"] = net.State(), ["optimizer"] = optimizer.State() }.Save("run.safetensors")</c>, and
/// later <c>net.Load(Checkpoint.Load("run.safetensors")["model"])</c>.
/// </summary>
/// <remarks>In the file a tensor's name begins with its part: <c>model.0.weight</c>.</remarks>
public sealed class Checkpoint
{
    /// <summary>The part that <c>net.Load(path)</c> looks for.</summary>
    internal const string Model = "model";

    // The parts stand in the metadata, so that an empty one is not lost and a plain file is not taken for a checkpoint.
    private const string PartsKey = "backprop.parts";

    private readonly OrderedDictionary<string, IReadOnlyDictionary<string, Tensor>> parts = [];

    /// <summary>The names of the parts.</summary>
    public IReadOnlyList<string> Parts => parts.Keys;

    /// <summary>Further texts, such as when and how well.</summary>
    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>One part.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="ArgumentException">A name is set that is empty or has a dot or a blank.</exception>
    public IReadOnlyDictionary<string, Tensor> this[string name]
    {
        get => parts.TryGetValue(name, out var part) ? part : throw new KeyNotFoundException(
            $"The checkpoint has no part {Plain.Text(name)}. It has {Plain.List(Parts)}.");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAny(". \t\r\n"))
            {
                throw new ArgumentException($"A part's name has no dot and no blank, unlike "
                    + $"\"{Plain.Text(name ?? "")}\".");
            }
            parts[name] = value;
        }
    }

    /// <summary>Whether there is a part of that name.</summary>
    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>Writes all parts to a safetensors file, which replaces an existing one when it is complete.</summary>
    public void Save(string path)
    {
        var metadata = new Dictionary<string, string>(Metadata) { [PartsKey] = string.Join(' ', Parts) };
        Safetensors.Save(path, parts.SelectMany(part => part.Value.Select(t =>
            KeyValuePair.Create($"{part.Key}.{t.Key}", t.Value))), metadata);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is broken or not a checkpoint.</exception>
    public static Checkpoint Load(string path)
    {
        using var file = Safetensors.Open(path);
        if (PartsOf(file) is not { } names)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} holds tensors but is not a checkpoint. Read it "
                + "with Safetensors.Load or net.Load.");
        }
        var checkpoint = new Checkpoint();
        foreach (string name in names)
            checkpoint[name] = PartOf(file, name);
        foreach (var (key, text) in file.Metadata.Where(entry => entry.Key != PartsKey))
            checkpoint.Metadata[key] = text;
        return checkpoint;
    }

    /// <summary>One part of a checkpoint; null if the file is not one or lacks the part.</summary>
    internal static OrderedDictionary<string, Tensor>? Read(string path, string part)
    {
        using var file = Safetensors.Open(path);
        return PartsOf(file)?.Contains(part) == true ? PartOf(file, part) : null;
    }

    private static string[]? PartsOf(SafetensorsFile file) =>
        file.Metadata.TryGetValue(PartsKey, out string? text)
            ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : null;

    private static OrderedDictionary<string, Tensor> PartOf(SafetensorsFile file, string part)
    {
        string prefix = part + ".";
        var tensors = new OrderedDictionary<string, Tensor>();
        foreach (string name in file.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
            tensors[name[prefix.Length..]] = file.Read(name);
        return tensors;
    }
}
