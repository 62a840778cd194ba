namespace Backprop;

/// <summary>
/// Arithmetic on several numbers at once: what <see cref="Functions{L,V}"/> and the matrix product are written
/// in, once for every width and both float types.
/// </summary>
/// <typeparam name="V">A vector.</typeparam>
internal unsafe interface ILanes<V> where V : struct
{
    /// <summary>True for float, false for double.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>How many numbers a vector holds.</summary>
    static abstract int Count { get; }

    static abstract V Of(double value);

    static abstract V Load<TMemory>(TMemory* p, nint at) where TMemory : unmanaged;

    static abstract void Store<TMemory>(V a, TMemory* p, nint at) where TMemory : unmanaged;

    /// <summary>One number in each lane.</summary>
    static abstract V Splat<TMemory>(TMemory* p) where TMemory : unmanaged;

    static abstract V Add(V a, V b);

    static abstract V Subtract(V a, V b);

    static abstract V Multiply(V a, V b);

    static abstract V Divide(V a, V b);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract V Fma(V a, V b, V c);

    static abstract V Abs(V a);

    /// <summary>The nearest whole number.</summary>
    static abstract V Round(V a);

    /// <summary>The larger; b if one of them is NaN.</summary>
    static abstract V LargerOrSecond(V a, V b);

    /// <summary>The smaller; b if one of them is NaN.</summary>
    static abstract V SmallerOrSecond(V a, V b);

    /// <summary>All bits set where a &lt; b.</summary>
    static abstract V IsLess(V a, V b);

    /// <summary>All bits set where a = b.</summary>
    static abstract V IsEqual(V a, V b);

    static abstract V Choose(V mask, V yes, V no);

    /// <summary>The size of a with the sign of b.</summary>
    static abstract V CopySign(V a, V b);

    /// <summary>a · 2ⁿ for a whole n, also where that is subnormal or overflows.</summary>
    static abstract V Scale(V a, V n);

    /// <summary>e of a = m · 2ᵉ, 1 ≤ m &lt; 2, for a positive normal a.</summary>
    static abstract V Exponent(V a);

    /// <summary>m of a = m · 2ᵉ, 1 ≤ m &lt; 2, for a positive normal a.</summary>
    static abstract V Mantissa(V a);
}
