using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Backprop.Onnx;

/// <summary>The graph of a file as it grows: nodes, constants, and names that occur once.</summary>
internal sealed class GraphWriter
{
    private readonly List<NodeProto> nodes = [];
    private readonly OrderedDictionary<string, TensorProto> constants = [];
    private readonly HashSet<string> names = [];
    private readonly Dictionary<string, int> counts = [];

    /// <summary>The layer whose nodes come now: their names begin with it.</summary>
    internal string Layer { get; set; } = "";

    /// <summary>Keeps a name for what comes later.</summary>
    internal void Reserve(string name) => names.Add(name);

    /// <summary>A node with one result, whose name is returned. An input left out is an empty text.</summary>
    internal string Add(string type, string[] inputs, params AttributeProto[] attributes) =>
        AddMany(type, 1, inputs, attributes)[0];

    /// <summary>A node with several results.</summary>
    internal string[] AddMany(string type, int results, string[] inputs, params AttributeProto[] attributes)
    {
        string name = Unique(Layer.Length == 0 ? type : $"{Layer}/{type}");
        string[] outputs = [name, .. Enumerable.Range(1, results - 1).Select(i => Unique(
            string.Create(CultureInfo.InvariantCulture, $"{name}:{i}")))];
        int given = inputs.Length;
        while (given > 0 && inputs[given - 1].Length == 0)
            given--;
        nodes.Add(new NodeProto
        {
            Name = name,
            OpType = type,
            Input = { inputs.Take(given) },
            Output = { outputs },
            Attribute = { attributes },
        });
        return outputs;
    }

    /// <summary>The numbers of a tensor under a name, which it has to itself.</summary>
    internal string Constant(string name, Tensor tensor)
    {
        byte[] bytes = tensor.DType switch
        {
            DType.Float64 => MemoryMarshal.AsBytes(tensor.ToArray<double>().AsSpan()).ToArray(),
            DType.Int32 => MemoryMarshal.AsBytes(tensor.ToArray<int>().AsSpan()).ToArray(),
            DType.Bool => MemoryMarshal.AsBytes(tensor.ToArray<bool>().AsSpan()).ToArray(),
            _ => MemoryMarshal.AsBytes(tensor.ToArray<float>().AsSpan()).ToArray(),
        };
        return Constant(name, ElementTypes.Of(tensor.DType), tensor.Shape.ToArray(), bytes);
    }

    /// <summary>One number, which nodes that need the same one share.</summary>
    internal string Number(double value, DType type)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{type.ToString().ToLowerInvariant()}:{value:R}");
        if (constants.ContainsKey(name))
            return name;
        return Constant(name, type == DType.Bool
            ? Tensor.From([value != 0], Shape.Create([]))
            : Tensor.From([value], Shape.Create([]), DType.Float64).To(type));
    }

    /// <summary>A row of whole numbers, as shapes and axes are given.</summary>
    internal string Row(params IEnumerable<int> values) => Whole(values, isRow: true);

    /// <summary>One whole number.</summary>
    internal string Whole(int value) => Whole([value], isRow: false);

    /// <summary>The finished graph: only what the output needs, under the names that are asked for.</summary>
    internal GraphProto Finish(string name, string output, string called)
    {
        // What is a constant or the input itself has no node that could be renamed.
        if (!nodes.Exists(node => node.Output.Contains(output)))
            output = Add("Identity", [output]);
        var needed = new HashSet<string> { output };
        var kept = new List<NodeProto>();
        foreach (var node in Enumerable.Reverse(nodes))
        {
            if (!node.Output.Any(needed.Contains))
                continue;
            kept.Add(node);
            needed.UnionWith(node.Input);
        }
        kept.Reverse();
        foreach (var node in kept)
        {
            Rename(node.Input, output, called);
            Rename(node.Output, output, called);
        }
        var used = constants.Where(pair => needed.Contains(pair.Key)).Select(pair => pair.Value);
        return new GraphProto { Name = name, Node = { kept }, Initializer = { used } };
    }

    private string Whole(IEnumerable<int> values, bool isRow)
    {
        long[] numbers = [.. values.Select(value => (long)value)];
        string text = string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        string name = isRow ? $"[{text}]" : $"int64:{text}";
        return constants.ContainsKey(name)
            ? name
            : Constant(name, ElementType.Int64, isRow ? [numbers.Length] : [],
                MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());
    }

    private string Constant(string name, ElementType type, int[] shape, byte[] bytes)
    {
        names.Add(name);
        constants.Add(name, new TensorProto
        {
            Name = name,
            DataType = (int)type,
            Dims = { shape.Select(length => (long)length) },
            RawData = UnsafeByteOperations.UnsafeWrap(bytes),
        });
        return name;
    }

    private string Unique(string name)
    {
        int count = counts.GetValueOrDefault(name);
        string tried = count == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{count}");
        counts[name] = count + 1;
        return names.Add(tried) ? tried : Unique(name);
    }

    private static void Rename(RepeatedField<string> names, string from, string to)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == from)
                names[i] = to;
        }
    }
}
