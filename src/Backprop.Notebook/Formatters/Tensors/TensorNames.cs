using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>How shapes, types and places of tensors are written.</summary>
internal static class TensorNames
{
    /// <summary><c>[60 000, 256]</c></summary>
    public static string Of(Shape shape) =>
        "[" + string.Join(", ", Enumerable.Range(0, shape.Rank).Select(axis => NumberText.Count(shape[axis]))) + "]";

    /// <summary><c>float32</c></summary>
    public static string Of(DType dtype) => dtype.ToString().ToLowerInvariant();

    /// <summary><c>f32</c></summary>
    public static string Short(DType dtype) => dtype switch
    {
        DType.Float32 => "f32",
        DType.Float64 => "f64",
        DType.Int32 => "i32",
        _ => "bool",
    };

    /// <summary>The place of an element: <c>[1, 3]</c>.</summary>
    public static string Place(int[] index) =>
        "[" + string.Join(", ", index.Select(i => i.ToString(CultureInfo.InvariantCulture))) + "]";

    /// <summary>A number of this type with three significant digits; whole numbers and truth values as such.</summary>
    public static string Number(double value, DType dtype) => dtype switch
    {
        DType.Bool => value != 0 ? "True" : "False",
        DType.Int32 => NumberText.Fixed(value, 0),
        _ => NumberText.Significant(value),
    };

    /// <summary>The one number of a tensor with all digits that it has: <c>0.2535</c>.</summary>
    public static string Exact(double value, DType dtype) => dtype switch
    {
        DType.Float32 => NumberText.Minus(((float)value).ToString(CultureInfo.InvariantCulture)),
        DType.Float64 => NumberText.Minus(value.ToString(CultureInfo.InvariantCulture)),
        _ => Number(value, dtype),
    };

    /// <summary>Where it came from: <c>from Log</c>, <c>leaf</c>; its memory.</summary>
    public static string Origin(Tensor tensor)
    {
        string bytes = NumberText.Bytes((long)tensor.Shape.Size * tensor.DType.Size());
        return tensor.Origin switch
        {
            null => bytes,
            { Op: null } => $"leaf, {bytes}",
            { } node => $"from {node.Name}, {bytes}",
        };
    }
}
