namespace Backprop;

/// <summary>The type of a tensor's elements, known at run time.</summary>
public enum DType : byte
{
    /// <summary>Single precision, 4 bytes: the default.</summary>
    Float32,
    /// <summary>Double precision, 8 bytes: for gradient checks and for numbers by hand.</summary>
    Float64,
    /// <summary>Whole numbers, 4 bytes: labels and indices.</summary>
    Int32,
    /// <summary>True or false, 1 byte: masks and comparisons.</summary>
    Bool,
}

/// <summary>Facts about a <see cref="DType"/>.</summary>
public static class DTypes
{
    /// <summary>Bytes of one element.</summary>
    public static int Size(this DType type) => type switch
    {
        DType.Float64 => 8,
        DType.Bool => 1,
        _ => 4,
    };

    /// <summary>True for the two types that can have gradients.</summary>
    public static bool IsFloat(this DType type) => type <= DType.Float64;

    /// <summary>The smallest type that holds both: float64 over float32 over int32 over bool.</summary>
    public static DType Promote(DType a, DType b) => Rank(a) >= Rank(b) ? a : b;

    /// <summary>The type whose elements are <typeparamref name="T"/>: float, double, int or bool.</summary>
    /// <exception cref="ArgumentException">Another type.</exception>
    public static DType Of<T>() where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return DType.Float32;
        if (typeof(T) == typeof(double))
            return DType.Float64;
        if (typeof(T) == typeof(int))
            return DType.Int32;
        if (typeof(T) == typeof(bool))
            return DType.Bool;
        throw new ArgumentException($"Tensors hold float, double, int or bool, not {typeof(T).Name}. Convert first.");
    }

    private static int Rank(DType type) => type switch
    {
        DType.Float64 => 3,
        DType.Float32 => 2,
        DType.Int32 => 1,
        _ => 0,
    };
}
