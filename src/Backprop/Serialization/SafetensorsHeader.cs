using System.Globalization;
using System.Text.Json;

namespace Backprop;

/// <summary>
/// The header of a safetensors file, read as if by an enemy: every number in it is checked before it is used. The
/// tensors must cover the data without a gap and without an overlap.
/// </summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The longest header that is read, as in the reference implementation.</summary>
    internal const int MaxBytes = 100_000_000;

    internal const string MetadataName = "__metadata__";

    private const int MaxDepth = 8;

    internal OrderedDictionary<string, SafetensorsEntry> Entries { get; } = [];

    internal Dictionary<string, string> Metadata { get; } = [];

    /// <summary>Reads the header's JSON.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="dataBytes">How many bytes follow it in the file.</param>
    /// <exception cref="InvalidDataException">It breaks the format; the message is the end of a sentence.</exception>
    internal static SafetensorsHeader Parse(ReadOnlySpan<byte> text, long dataBytes)
    {
        if (text.Length == 0 || text[0] != '{')
            throw new InvalidDataException("its header does not begin with {.");
        var header = new SafetensorsHeader();
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            header.ReadNames(ref reader);
            // Nothing but white space may follow.
            reader.Read();
        }
        // GetString throws the second for text that is no UTF-8.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            string reason = problem.Message.Split(" LineNumber", 2)[0].Split('\n')[0];
            throw new InvalidDataException($"its header is not JSON as it should be: "
                + $"{Plain.Text(reason, 120)}", problem);
        }
        header.CheckCover(dataBytes);
        return header;
    }

    private void ReadNames(ref Utf8JsonReader reader)
    {
        bool hasMetadata = false;
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (name == MetadataName)
            {
                if (hasMetadata)
                    throw new InvalidDataException($"its header has two {MetadataName}.");
                hasMetadata = true;
                ReadMetadata(ref reader);
            }
            else if (!Entries.TryAdd(name, ReadEntry(ref reader, name)))
            {
                throw new InvalidDataException($"its header has two tensors {Plain.Text(name)}.");
            }
        }
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (Next(ref reader) != JsonTokenType.StartObject)
            throw new InvalidDataException($"{MetadataName} is not an object of texts.");
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            if (Next(ref reader) != JsonTokenType.String)
                throw new InvalidDataException($"{Plain.Text(key)} in {MetadataName} is not a text.");
            if (!Metadata.TryAdd(key, reader.GetString()!))
                throw new InvalidDataException($"{MetadataName} has two {Plain.Text(key)}.");
        }
    }

    private static SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string name)
    {
        if (Next(ref reader) != JsonTokenType.StartObject)
            throw Wrong(name, "is not an object with dtype, shape and data_offsets");
        string? type = null;
        List<long>? lengths = null, offsets = null;
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            string part = reader.GetString()!;
            bool isNew = part switch
            {
                "dtype" => type is null,
                "shape" => lengths is null,
                "data_offsets" => offsets is null,
                _ => true,
            };
            if (!isNew)
                throw Wrong(name, $"has two {part}");
            Next(ref reader);
            if (part == "dtype")
                type = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            else if (part == "shape")
                lengths = ReadNumbers(ref reader, name, part);
            else if (part == "data_offsets")
                offsets = ReadNumbers(ref reader, name, part);
            else
                reader.Skip();
        }
        if (type is null || lengths is null || offsets is not [long begin, long end])
            throw Wrong(name, "lacks a dtype, a shape or two data_offsets");
        return Checked(name, type, lengths, begin, end);
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string name, string part)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Wrong(name, $"has a {part} that is not a list");
        var numbers = new List<long>();
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw Wrong(name, $"has a {part} with something else than a whole number of 0 or more");
            numbers.Add(number);
        }
        return numbers;
    }

    private static SafetensorsEntry Checked(string name, string type, List<long> lengths, long begin, long end)
    {
        // Zero lengths are left out, so that what is checked does not depend on their place.
        long most = 1;
        foreach (long length in lengths)
        {
            if (length > int.MaxValue || (most *= Math.Max(length, 1)) > int.MaxValue)
                throw Wrong(name, "has more than 2,147,483,647 elements");
        }
        var shape = new Shape([.. lengths.Select(length => (int)length)]);
        if (SafetensorsNumbers.BytesOf(type) is not { } size)
            throw Wrong(name, $"has the type {Plain.Text(type, 20)}, which is not one of the format's");
        long bytes = (long)shape.Size * size;
        if (end < begin || end - begin != bytes)
        {
            throw Wrong(name, string.Create(CultureInfo.InvariantCulture,
                $"of {type} {shape} takes {bytes} bytes, but its data_offsets are {begin} and {end}"));
        }
        return new SafetensorsEntry(type, shape, begin, end);
    }

    private void CheckCover(long dataBytes)
    {
        long covered = 0;
        foreach (var (name, entry) in Entries.OrderBy(e => e.Value.Begin).ThenBy(e => e.Value.End))
        {
            if (entry.Begin != covered)
            {
                string what = entry.Begin > covered ? "leaves a hole before" : "overlaps another at";
                throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"{what} byte {entry.Begin}"));
            }
            covered = entry.End;
        }
        if (covered != dataBytes)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"its tensors take {covered} bytes, but {dataBytes} follow the header."));
        }
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType;
    }

    private static InvalidDataException Wrong(string name, string what) => new($"tensor {Plain.Text(name)} {what}.");
}
