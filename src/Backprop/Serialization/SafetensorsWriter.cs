using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backprop;

/// <summary>Writes named tensors as safetensors. The header keeps their order; the numbers are laid out by falling size
/// of element, so that each begins at a multiple of its size.</summary>
internal sealed class SafetensorsWriter
{
    private const int Alignment = 8;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly KeyValuePair<string, Tensor>[] tensors;
    private readonly Tensor[] layout;
    private readonly IReadOnlyDictionary<string, string>? metadata;

    internal SafetensorsWriter(
        KeyValuePair<string, Tensor>[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        this.tensors = tensors;
        this.metadata = metadata;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, tensor) in tensors)
        {
            if (string.IsNullOrEmpty(name) || name == SafetensorsHeader.MetadataName || tensor is null)
            {
                throw new ArgumentException($"A tensor in a file needs a name that is not "
                    + $"{SafetensorsHeader.MetadataName}.");
            }
            if (!names.Add(name))
                throw new ArgumentException($"Two tensors have the name {Plain.Text(name)}. Give each its own.");
        }
        // OrderBy keeps the order of equals.
        layout = [.. tensors.Select(t => t.Value).OrderByDescending(t => t.DType.Size())];
    }

    internal void Write(Stream stream)
    {
        byte[] header = Header();
        stream.Write(BitConverter.GetBytes((ulong)header.Length));
        stream.Write(header);
        foreach (var tensor in layout)
            SafetensorsNumbers.Write(tensor, stream);
    }

    private byte[] Header()
    {
        var begins = new Dictionary<Tensor, Queue<long>>(ReferenceEqualityComparer.Instance);
        long at = 0;
        foreach (var tensor in layout)
        {
            if (!begins.TryGetValue(tensor, out var places))
                begins[tensor] = places = new();
            places.Enqueue(at);
            at += Bytes(tensor);
        }
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            WriteMetadata(json);
            foreach (var (name, tensor) in tensors)
                WriteEntry(json, name, tensor, begins[tensor].Dequeue());
            json.WriteEndObject();
        }
        while (buffer.Length % Alignment != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        if (metadata is null || metadata.Count == 0)
            return;
        json.WriteStartObject(SafetensorsHeader.MetadataName);
        foreach (var (key, text) in metadata)
            json.WriteString(key, text);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, string name, Tensor tensor, long begin)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", SafetensorsNumbers.NameOf(tensor.DType));
        json.WriteStartArray("shape");
        foreach (int length in tensor.Shape)
            json.WriteNumberValue(length);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + Bytes(tensor));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static long Bytes(Tensor tensor) => (long)tensor.Shape.Size * tensor.DType.Size();
}
