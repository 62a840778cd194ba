using Google.Protobuf;
using Kind = Backprop.Onnx.AttributeProto.Types.AttributeType;

namespace Backprop.Onnx;

/// <summary>What a node is told besides tensors.</summary>
internal static class Attributes
{
    internal static AttributeProto Of(string name, long value) =>
        new() { Name = name, Type = Kind.Int, I = value };

    internal static AttributeProto Of(string name, bool value) => Of(name, value ? 1 : 0);

    internal static AttributeProto Of(string name, float value) =>
        new() { Name = name, Type = Kind.Float, F = value };

    internal static AttributeProto Of(string name, string value) =>
        new() { Name = name, Type = Kind.String, S = ByteString.CopyFromUtf8(value) };

    internal static AttributeProto Row(string name, params IEnumerable<int> values) =>
        new() { Name = name, Type = Kind.Ints, Ints = { values.Select(value => (long)value) } };

    internal static AttributeProto Row(string name, params IEnumerable<string> values) =>
        new() { Name = name, Type = Kind.Strings, Strings = { values.Select(ByteString.CopyFromUtf8) } };
}
