// Serialization: tensors to files and back. It knows modules only by the names of their tensors, and no optimizer and
// no loop.
namespace Backprop;

/// <summary>
/// Named tensors in a file, in the format that Hugging Face's libraries write and read: a length, a header in JSON, the
/// numbers. Reading one runs no code, whatever is in it.
/// </summary>
/// <remarks>
/// float64, float32, int32 and bool are written as F64, F32, I32 and BOOL. Read are also F16 and BF16 (as float32) and
/// whole numbers of 8 to 64 bits (as int32, if they fit). <see href="https://huggingface.co/docs/safetensors"/>
/// </remarks>
public static class Safetensors
{
    /// <summary>Writes named tensors: <c>Safetensors.Save("x.safetensors", net.State())</c>. An existing file is
    /// replaced at once, when the new one is complete.</summary>
    /// <param name="path">The file. Missing folders are made.</param>
    /// <param name="tensors">Names and tensors.</param>
    /// <param name="metadata">Further texts by name, if any.</param>
    /// <exception cref="ArgumentException">A name is empty or <c>__metadata__</c>.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        var writer = new SafetensorsWriter([.. tensors], metadata);
        AtomicFile.Write(path, writer.Write);
    }

    /// <summary>Reads all tensors of a file, in the order of its header.</summary>
    /// <exception cref="InvalidDataException">The file breaks the format or holds what no tensor here can.</exception>
    public static OrderedDictionary<string, Tensor> Load(string path)
    {
        using var file = Open(path);
        var tensors = new OrderedDictionary<string, Tensor>(file.Names.Count);
        foreach (string name in file.Names)
            tensors[name] = file.Read(name);
        return tensors;
    }

    /// <summary>Opens a file without reading numbers, for one tensor of many:
    /// <c>using var file = Safetensors.Open(path); var w = file.Read("0.weight");</c></summary>
    /// <inheritdoc cref="Load"/>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new SafetensorsFile(path);
    }
}
