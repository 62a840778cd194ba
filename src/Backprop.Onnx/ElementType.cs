namespace Backprop.Onnx;

/// <summary>The format's numbers for types of elements.</summary>
internal enum ElementType
{
    Float32 = 1,
    Int32 = 6,
    Int64 = 7,
    Bool = 9,
    Float64 = 11,
}

internal static class ElementTypes
{
    internal static ElementType Of(DType type) => type switch
    {
        DType.Float64 => ElementType.Float64,
        DType.Int32 => ElementType.Int32,
        DType.Bool => ElementType.Bool,
        _ => ElementType.Float32,
    };
}
