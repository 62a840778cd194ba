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

    /// <summary>A constructor argument that is true or false.</summary>
    public bool Flag(string name, bool otherwise) =>
        Arguments.TryGetValue(name, out JsonElement value) ? value.GetBoolean() : otherwise;

    /// <summary>Shown as the test's argument.</summary>
    public override string ToString() => Name;
}
