using System.Text.Json;

namespace Backprop.Tests.Parity;

/// <summary>One case of a family: a component, what goes in, and what comes out in each precision.</summary>
public sealed record Case
{
    /// <summary>Unique in its family: <c>conv2d.stride</c>.</summary>
    public required string Name { get; init; }

    /// <summary>PyTorch's class name: <c>Conv2d</c>.</summary>
    public required string Component { get; init; }

    /// <summary>Constructor arguments by PyTorch's names.</summary>
    public Dictionary<string, JsonElement> Arguments { get; init; } = [];

    /// <summary>Tensors by name; <c>x</c> is the usual one.</summary>
    public Dictionary<string, Numbers> Inputs { get; init; } = [];

    /// <summary>Parameters before, by dotted name.</summary>
    public Dictionary<string, Numbers> Parameters { get; init; } = [];

    /// <summary>Running statistics before, by dotted name.</summary>
    public Dictionary<string, Numbers> Buffers { get; init; } = [];

    /// <summary>The gradient that backward starts from, for each output that has one.</summary>
    public Dictionary<string, Numbers> Upstream { get; init; } = [];

    /// <summary>PyTorch's float32; null where a formula in float64 is all there is.</summary>
    public Results? Float32 { get; init; }

    /// <summary>PyTorch's float64, or a formula in NumPy.</summary>
    public required Results Float64 { get; init; }

    /// <summary>A constructor argument that is a number.</summary>
    public double Argument(string name) => Arguments[name].GetDouble();

    /// <summary>A constructor argument that is a number, or what counts if it is left out.</summary>
    public double Argument(string name, double usual) =>
        Arguments.TryGetValue(name, out JsonElement value) ? value.GetDouble() : usual;

    /// <summary>A constructor argument that is yes or no.</summary>
    public bool Argument(string name, bool usual) =>
        Arguments.TryGetValue(name, out JsonElement value) ? value.GetBoolean() : usual;

    /// <summary>A constructor argument along one axis.</summary>
    public int Length(string name, int usual) => (int)Argument(name, (double)usual);

    /// <summary>A constructor argument along two axes: one number or two.</summary>
    public Size2d Size(string name, Size2d usual)
    {
        if (!Arguments.TryGetValue(name, out JsonElement value))
            return usual;
        return value.ValueKind == JsonValueKind.Array
            ? (value[0].GetInt32(), value[1].GetInt32())
            : value.GetInt32();
    }

    /// <summary>A constructor argument that is a shape.</summary>
    public Shape Shape(string name) => new([.. Arguments[name].EnumerateArray().Select(length => length.GetInt32())]);

    /// <summary>Shown as the test's argument.</summary>
    public override string ToString() => Name;
}
