using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace Backprop;

/// <summary>256 bits: 8 floats or 4 doubles. What emitted loops call, so everything is inlined.</summary>
internal readonly unsafe partial struct Lanes256<T> : ILanes<Vector256<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static bool IsSingle => typeof(T) == typeof(float);

    public static int Count => Vector256<T>.Count;

    [MethodImpl(Inline)]
    public static Vector256<T> Of(double value) =>
        IsSingle ? Create((float)value).As<float, T>() : Create(value).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector256<T> Add(Vector256<T> a, Vector256<T> b) => a + b;

    [MethodImpl(Inline)]
    public static Vector256<T> Subtract(Vector256<T> a, Vector256<T> b) => a - b;

    [MethodImpl(Inline)]
    public static Vector256<T> Multiply(Vector256<T> a, Vector256<T> b) => a * b;

    [MethodImpl(Inline)]
    public static Vector256<T> Divide(Vector256<T> a, Vector256<T> b) => a / b;

    [MethodImpl(Inline)]
    public static Vector256<T> Negate(Vector256<T> a) => a ^ Of(-0.0);

    [MethodImpl(Inline)]
    public static Vector256<T> Abs(Vector256<T> a) => AndNot(a, Of(-0.0));

    [MethodImpl(Inline)]
    public static Vector256<T> Sqrt(Vector256<T> a) => Vector256.Sqrt(a);

    [MethodImpl(Inline)]
    public static Vector256<T> Fma(Vector256<T> a, Vector256<T> b, Vector256<T> c) => IsSingle
        ? FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector256<T> Floor(Vector256<T> a) => IsSingle
        ? Vector256.Floor(a.AsSingle()).As<float, T>() : Vector256.Floor(a.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector256<T> Round(Vector256<T> a) => IsSingle
        ? Vector256.Round(a.AsSingle()).As<float, T>() : Vector256.Round(a.AsDouble()).As<double, T>();

    // x86's own maximum is a > b ? a : b, which is what is needed here; these lanes run on x86 only.
    [MethodImpl(Inline)]
    public static Vector256<T> LargerOrSecond(Vector256<T> a, Vector256<T> b) => MaxNative(a, b);

    [MethodImpl(Inline)]
    public static Vector256<T> SmallerOrSecond(Vector256<T> a, Vector256<T> b) => MinNative(a, b);

    [MethodImpl(Inline)]
    public static Vector256<T> Max(Vector256<T> a, Vector256<T> b) => Choose(Vector256.Equals(a, a), MaxNative(a, b), a);

    [MethodImpl(Inline)]
    public static Vector256<T> Min(Vector256<T> a, Vector256<T> b) => Choose(Vector256.Equals(a, a), MinNative(a, b), a);

    [MethodImpl(Inline)]
    public static Vector256<T> IsLess(Vector256<T> a, Vector256<T> b) => LessThan(a, b);

    [MethodImpl(Inline)]
    public static Vector256<T> IsEqual(Vector256<T> a, Vector256<T> b) => Vector256.Equals(a, b);

    [MethodImpl(Inline)]
    public static Vector256<T> Greater(Vector256<T> a, Vector256<T> b) => GreaterThan(a, b) & Vector256<T>.One;

    [MethodImpl(Inline)]
    public static Vector256<T> GreaterOrEqual(Vector256<T> a, Vector256<T> b) =>
        GreaterThanOrEqual(a, b) & Vector256<T>.One;

    [MethodImpl(Inline)]
    public static Vector256<T> Equal(Vector256<T> a, Vector256<T> b) => Vector256.Equals(a, b) & Vector256<T>.One;

    [MethodImpl(Inline)]
    public static Vector256<T> Choose(Vector256<T> mask, Vector256<T> yes, Vector256<T> no) =>
        ConditionalSelect(mask, yes, no);

    [MethodImpl(Inline)]
    public static Vector256<T> Select(Vector256<T> condition, Vector256<T> yes, Vector256<T> no) =>
        Choose(Vector256.Equals(condition, Vector256<T>.Zero), no, yes);

    [MethodImpl(Inline)]
    public static Vector256<T> SelectGreater(Vector256<T> a, Vector256<T> b, Vector256<T> yes, Vector256<T> no) =>
        Choose(GreaterThan(a, b), yes, no);

    [MethodImpl(Inline)]
    public static Vector256<T> SelectGreaterOrEqual(Vector256<T> a, Vector256<T> b, Vector256<T> yes, Vector256<T> no) =>
        Choose(GreaterThanOrEqual(a, b), yes, no);

    [MethodImpl(Inline)]
    public static Vector256<T> SelectEqual(Vector256<T> a, Vector256<T> b, Vector256<T> yes, Vector256<T> no) =>
        Choose(Vector256.Equals(a, b), yes, no);

    [MethodImpl(Inline)]
    public static Vector256<T> CopySign(Vector256<T> a, Vector256<T> b) => Choose(Of(-0.0), b, a);

    // In two steps, because 2ⁿ alone may be out of range where a · 2ⁿ is not.
    [MethodImpl(Inline)]
    public static Vector256<T> Scale(Vector256<T> a, Vector256<T> n)
    {
        var half = Floor(n * Of(0.5));
        return a * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(Inline)]
    public static Vector256<T> Exponent(Vector256<T> a) => IsSingle
        ? ((a.AsInt32() >>> 23 | Create(0x4B000000)).AsSingle() - Create(8388608f + 127)).As<float, T>()
        : ((a.AsInt64() >>> 52 | Create(0x4330000000000000)).AsDouble() - Create(4503599627370496.0 + 1023)).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector256<T> Mantissa(Vector256<T> a) => IsSingle
        ? (a.AsInt32() & Create(0x007FFFFF) | Create(0x3F800000)).As<int, T>()
        : (a.AsInt64() & Create(0x000FFFFFFFFFFFFF) | Create(0x3FF0000000000000)).As<long, T>();

    [MethodImpl(Inline)]
    public static Vector256<T> Sin(Vector256<T> a) => IsSingle
        ? Vector256.Sin(a.AsSingle()).As<float, T>() : Vector256.Sin(a.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector256<T> Cos(Vector256<T> a) => IsSingle
        ? Vector256.Cos(a.AsSingle()).As<float, T>() : Vector256.Cos(a.AsDouble()).As<double, T>();

    /// <summary>One by one: exact powers of vectors need twice the precision.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<T> Pow(Vector256<T> a, Vector256<T> b)
    {
        for (int i = 0; i < Count; i++)
            a = a.WithElement(i, T.Pow(a[i], b[i]));
        return a;
    }

    /// <summary>The places begin, begin + 1, ….</summary>
    [MethodImpl(Inline)]
    public static Vector256<T> Column(nint begin) => Vector256<T>.Indices + Of(begin);

    /// <summary>The sum of all lanes, in each lane.</summary>
    [MethodImpl(Inline)]
    public static Vector256<T> SumAll(Vector256<T> a) => Create(Sum(a));

    /// <summary>The largest of all lanes, in each lane; NaN if one is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<T> MaxAll(Vector256<T> a)
    {
        var most = a[0];
        for (int i = 1; i < Count; i++)
            most = most > a[i] || T.IsNaN(most) ? most : a[i];
        return Create(most);
    }

    /// <summary>All bits set in the first lanes.</summary>
    [MethodImpl(Inline)]
    internal static Vector256<T> First(nint count) => LessThan(Vector256<T>.Indices, Of(count));

    // Adding 1.5 · 2²³ (2⁵²) leaves the whole number in the lowest bits.
    [MethodImpl(Inline)]
    private static Vector256<T> PowerOfTwo(Vector256<T> n) => IsSingle
        ? ((n.AsSingle() + Create(12582912f)).AsInt32() + Create(127) << 23).As<int, T>()
        : ((n.AsDouble() + Create(6755399441055744.0)).AsInt64() + Create(1023L) << 52).As<long, T>();
}
