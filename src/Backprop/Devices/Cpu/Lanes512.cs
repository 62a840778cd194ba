using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace Backprop;

/// <summary>512 bits: 16 floats or 8 doubles. What emitted loops call, so everything is inlined.</summary>
internal readonly unsafe partial struct Lanes512<T> : ILanes<Vector512<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static bool IsSingle => typeof(T) == typeof(float);

    public static int Count => Vector512<T>.Count;

    [MethodImpl(Inline)]
    public static Vector512<T> Of(double value) =>
        IsSingle ? Create((float)value).As<float, T>() : Create(value).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector512<T> Add(Vector512<T> a, Vector512<T> b) => a + b;

    [MethodImpl(Inline)]
    public static Vector512<T> Subtract(Vector512<T> a, Vector512<T> b) => a - b;

    [MethodImpl(Inline)]
    public static Vector512<T> Multiply(Vector512<T> a, Vector512<T> b) => a * b;

    [MethodImpl(Inline)]
    public static Vector512<T> Divide(Vector512<T> a, Vector512<T> b) => a / b;

    [MethodImpl(Inline)]
    public static Vector512<T> Negate(Vector512<T> a) => a ^ Of(-0.0);

    [MethodImpl(Inline)]
    public static Vector512<T> Abs(Vector512<T> a) => AndNot(a, Of(-0.0));

    [MethodImpl(Inline)]
    public static Vector512<T> Sqrt(Vector512<T> a) => Vector512.Sqrt(a);

    [MethodImpl(Inline)]
    public static Vector512<T> Fma(Vector512<T> a, Vector512<T> b, Vector512<T> c) => IsSingle
        ? FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector512<T> Floor(Vector512<T> a) => IsSingle
        ? Vector512.Floor(a.AsSingle()).As<float, T>() : Vector512.Floor(a.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector512<T> Round(Vector512<T> a) => IsSingle
        ? Vector512.Round(a.AsSingle()).As<float, T>() : Vector512.Round(a.AsDouble()).As<double, T>();

    // x86's own maximum is a > b ? a : b, which is what is needed here; these lanes run on x86 only.
    [MethodImpl(Inline)]
    public static Vector512<T> LargerOrSecond(Vector512<T> a, Vector512<T> b) => MaxNative(a, b);

    [MethodImpl(Inline)]
    public static Vector512<T> SmallerOrSecond(Vector512<T> a, Vector512<T> b) => MinNative(a, b);

    [MethodImpl(Inline)]
    public static Vector512<T> Max(Vector512<T> a, Vector512<T> b) => Choose(Vector512.Equals(a, a), MaxNative(a, b), a);

    [MethodImpl(Inline)]
    public static Vector512<T> Min(Vector512<T> a, Vector512<T> b) => Choose(Vector512.Equals(a, a), MinNative(a, b), a);

    [MethodImpl(Inline)]
    public static Vector512<T> IsLess(Vector512<T> a, Vector512<T> b) => LessThan(a, b);

    [MethodImpl(Inline)]
    public static Vector512<T> IsEqual(Vector512<T> a, Vector512<T> b) => Vector512.Equals(a, b);

    [MethodImpl(Inline)]
    public static Vector512<T> Greater(Vector512<T> a, Vector512<T> b) => GreaterThan(a, b) & Vector512<T>.One;

    [MethodImpl(Inline)]
    public static Vector512<T> GreaterOrEqual(Vector512<T> a, Vector512<T> b) =>
        GreaterThanOrEqual(a, b) & Vector512<T>.One;

    [MethodImpl(Inline)]
    public static Vector512<T> Equal(Vector512<T> a, Vector512<T> b) => Vector512.Equals(a, b) & Vector512<T>.One;

    [MethodImpl(Inline)]
    public static Vector512<T> Choose(Vector512<T> mask, Vector512<T> yes, Vector512<T> no) =>
        ConditionalSelect(mask, yes, no);

    [MethodImpl(Inline)]
    public static Vector512<T> Select(Vector512<T> condition, Vector512<T> yes, Vector512<T> no) =>
        Choose(Vector512.Equals(condition, Vector512<T>.Zero), no, yes);

    [MethodImpl(Inline)]
    public static Vector512<T> SelectGreater(Vector512<T> a, Vector512<T> b, Vector512<T> yes, Vector512<T> no) =>
        Choose(GreaterThan(a, b), yes, no);

    [MethodImpl(Inline)]
    public static Vector512<T> SelectGreaterOrEqual(Vector512<T> a, Vector512<T> b, Vector512<T> yes, Vector512<T> no) =>
        Choose(GreaterThanOrEqual(a, b), yes, no);

    [MethodImpl(Inline)]
    public static Vector512<T> SelectEqual(Vector512<T> a, Vector512<T> b, Vector512<T> yes, Vector512<T> no) =>
        Choose(Vector512.Equals(a, b), yes, no);

    [MethodImpl(Inline)]
    public static Vector512<T> CopySign(Vector512<T> a, Vector512<T> b) => Choose(Of(-0.0), b, a);

    // In two steps, because 2ⁿ alone may be out of range where a · 2ⁿ is not.
    [MethodImpl(Inline)]
    public static Vector512<T> Scale(Vector512<T> a, Vector512<T> n)
    {
        var half = Floor(n * Of(0.5));
        return a * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(Inline)]
    public static Vector512<T> Exponent(Vector512<T> a) => IsSingle
        ? ((a.AsInt32() >>> 23 | Create(0x4B000000)).AsSingle() - Create(8388608f + 127)).As<float, T>()
        : ((a.AsInt64() >>> 52 | Create(0x4330000000000000)).AsDouble() - Create(4503599627370496.0 + 1023)).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector512<T> Mantissa(Vector512<T> a) => IsSingle
        ? (a.AsInt32() & Create(0x007FFFFF) | Create(0x3F800000)).As<int, T>()
        : (a.AsInt64() & Create(0x000FFFFFFFFFFFFF) | Create(0x3FF0000000000000)).As<long, T>();

    [MethodImpl(Inline)]
    public static Vector512<T> Sin(Vector512<T> a) => IsSingle
        ? Vector512.Sin(a.AsSingle()).As<float, T>() : Vector512.Sin(a.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector512<T> Cos(Vector512<T> a) => IsSingle
        ? Vector512.Cos(a.AsSingle()).As<float, T>() : Vector512.Cos(a.AsDouble()).As<double, T>();

    /// <summary>One by one: exact powers of vectors need twice the precision.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<T> Pow(Vector512<T> a, Vector512<T> b)
    {
        for (int i = 0; i < Count; i++)
            a = a.WithElement(i, T.Pow(a[i], b[i]));
        return a;
    }

    /// <summary>The places begin, begin + 1, ….</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> Column(nint begin) => Vector512<T>.Indices + Of(begin);

    /// <summary>The sum of all lanes, in each lane.</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> SumAll(Vector512<T> a) => Create(Sum(a));

    /// <summary>The largest of all lanes, in each lane; NaN if one is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<T> MaxAll(Vector512<T> a)
    {
        var most = a[0];
        for (int i = 1; i < Count; i++)
            most = most > a[i] || T.IsNaN(most) ? most : a[i];
        return Create(most);
    }

    /// <summary>All bits set in the first lanes.</summary>
    [MethodImpl(Inline)]
    internal static Vector512<T> First(nint count) => LessThan(Vector512<T>.Indices, Of(count));

    // Adding 1.5 · 2²³ (2⁵²) leaves the whole number in the lowest bits.
    [MethodImpl(Inline)]
    private static Vector512<T> PowerOfTwo(Vector512<T> n) => IsSingle
        ? ((n.AsSingle() + Create(12582912f)).AsInt32() + Create(127) << 23).As<int, T>()
        : ((n.AsDouble() + Create(6755399441055744.0)).AsInt64() + Create(1023L) << 52).As<long, T>();
}
