using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.Intrinsics.Vector256;

namespace Backprop;

/// <summary>What loops over 256 bits (8 floats or 4 doubles) call where .NET has no single instruction.</summary>
/// <remarks>The last vector of a row exists in part: a mask, or the number that is left, says which lanes.</remarks>
internal readonly unsafe struct Lanes256<T> : ILanes<Vector256<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Call = MethodImplOptions.NoInlining;

    public static int Count => Vector256<T>.Count;

    private static bool IsSingle => typeof(T) == typeof(float);

    [MethodImpl(Inline)]
    public static Vector256<T> Load<T1>(T1* p) where T1 : unmanaged => Vector256.Load((T*)p);

    [MethodImpl(Inline)]
    public static void Store<T1>(Vector256<T> a, T1* p) where T1 : unmanaged => a.Store((T*)p);

    [MethodImpl(Inline)]
    public static Vector256<T> Splat<T1>(T1* p) where T1 : unmanaged => Create(*(T*)p);

    [MethodImpl(Inline)]
    public static Vector256<T> Add(Vector256<T> a, Vector256<T> b) => a + b;

    [MethodImpl(Inline)]
    public static Vector256<T> Fma(Vector256<T> a, Vector256<T> b, Vector256<T> c) => IsSingle
        ? FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector256<T> LoadPart(T* p, Vector256<T> mask) => IsSingle
        ? Avx.MaskLoad((float*)p, mask.AsSingle()).As<float, T>()
        : Avx.MaskLoad((double*)p, mask.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static void StorePart(T* p, Vector256<T> mask, Vector256<T> a)
    {
        if (IsSingle)
            Avx.MaskStore((float*)p, mask.AsSingle(), a.AsSingle());
        else
            Avx.MaskStore((double*)p, mask.AsDouble(), a.AsDouble());
    }

    /// <summary>Loads numbers of another type: float to double, int or bool to either.</summary>
    [MethodImpl(Call)]
    public static Vector256<T> Convert<TFrom>(TFrom* p) where TFrom : unmanaged
    {
        if (typeof(TFrom) == typeof(float))
            return Avx.ConvertToVector256Double(Vector128.Load((float*)p)).As<double, T>();
        if (IsSingle)
        {
            var eight = typeof(TFrom) == typeof(int)
                ? Vector256.Load((int*)p) : Avx2.ConvertToVector256Int32(Vector128.CreateScalar(*(long*)p).AsByte());
            return ConvertToSingle(eight).As<float, T>();
        }
        var four = typeof(TFrom) == typeof(int)
            ? Vector128.Load((int*)p) : Sse41.ConvertToVector128Int32(Vector128.CreateScalar(*(int*)p).AsByte());
        return Avx.ConvertToVector256Double(four).As<double, T>();
    }

    [MethodImpl(Call)]
    public static Vector256<T> ConvertPart<TFrom>(TFrom* p, nint left) where TFrom : unmanaged
    {
        Vector256<byte> scratch = default;
        Unsafe.CopyBlockUnaligned(&scratch, p, (uint)(left * sizeof(TFrom)));
        return Convert((TFrom*)&scratch);
    }

    [MethodImpl(Call)]
    public static T ConvertOne<TFrom>(TFrom* p) where TFrom : unmanaged => ConvertPart(p, 1).ToScalar();

    /// <summary>Stores as another type: double to float, either to int (saturating, 0 for NaN) or bool.</summary>
    [MethodImpl(Call)]
    public static void ConvertBack<TTo>(TTo* p, Vector256<T> a) where TTo : unmanaged
    {
        if (typeof(TTo) == typeof(float))
        {
            Avx.ConvertToVector128Single(a.AsDouble()).Store((float*)p);
        }
        else if (typeof(TTo) == typeof(int))
        {
            for (int i = 0; i < Count; i++)
                ((int*)p)[i] = int.CreateSaturating(a[i]);
        }
        else
        {
            uint bits = ~Vector256.Equals(a, Vector256<T>.Zero).ExtractMostSignificantBits();
            for (int i = 0; i < Count; i++)
                ((byte*)p)[i] = (byte)(bits >> i & 1);
        }
    }

    [MethodImpl(Call)]
    public static void ConvertBackPart<TTo>(TTo* p, nint left, Vector256<T> a) where TTo : unmanaged
    {
        Vector256<byte> scratch = default;
        ConvertBack((TTo*)&scratch, a);
        Unsafe.CopyBlockUnaligned(p, &scratch, (uint)(left * sizeof(TTo)));
    }

    /// <summary>The largest of all lanes; NaN if one is.</summary>
    [MethodImpl(Call)]
    public static T MaxAll(Vector256<T> a)
    {
        var most = a[0];
        for (int i = 1; i < Count; i++)
            most = most > a[i] || T.IsNaN(most) ? most : a[i];
        return most;
    }

    /// <summary>One by one: exact powers of vectors would need twice the precision.</summary>
    [MethodImpl(Call)]
    public static Vector256<T> Pow(Vector256<T> a, Vector256<T> b)
    {
        for (int i = 0; i < Count; i++)
            a = a.WithElement(i, T.Pow(a[i], b[i]));
        return a;
    }
}
