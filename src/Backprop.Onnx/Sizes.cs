namespace Backprop.Onnx;

/// <summary>Lengths and shapes as a file needs them: numbers where they are fixed, else computed from the input when
/// the file is run.</summary>
internal sealed class Sizes(GraphWriter graph, Probes probes, string input)
{
    private readonly Dictionary<Length, string> written = [];

    /// <summary>A length as a row of one number.</summary>
    internal string Of(Length length)
    {
        if (length.IsFixed)
            return graph.Row(length.Factor);
        if (written.TryGetValue(length, out string? name))
            return name;
        string layer = graph.Layer;
        graph.Layer = "";
        foreach (int axis in length.Powers.SelectMany((power, axis) => Enumerable.Repeat(axis, power - '0')))
        {
            string one = graph.Add("Shape", [input], Attributes.Of("start", axis), Attributes.Of("end", axis + 1));
            name = name is null ? one : graph.Add("Mul", [name, one]);
        }
        if (length.Factor != 1)
            name = graph.Add("Mul", [name!, graph.Row(length.Factor)]);
        graph.Layer = layer;
        return written[length] = name!;
    }

    /// <summary>The length of an axis of a value; null if no rule gives it.</summary>
    internal Length? Find(Value value, int axis) => Length.Find(value.Lengths(axis), probes);

    /// <summary>Lengths, each a number or the name of one that is computed, as one row.</summary>
    internal string Join(IReadOnlyList<(int Number, string? Computed)> lengths)
    {
        if (lengths.All(length => length.Computed is null))
            return graph.Row(lengths.Select(length => length.Number));
        string[] parts = [.. lengths.Select(length => length.Computed ?? graph.Row(length.Number))];
        return graph.Add("Concat", parts, Attributes.Of("axis", 0));
    }
}
