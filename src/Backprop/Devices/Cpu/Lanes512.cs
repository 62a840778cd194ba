using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.Intrinsics.Vector512;

namespace Backprop;

/// <summary>The same for 512 bits (16 floats or 8 doubles); what is rare is done as two halves.</summary>
internal readonly unsafe struct Lanes512<T> : ILanes<Vector512<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Call = MethodImplOptions.NoInlining;

    public static int Count => Vector512<T>.Count;

    private static int Half => Vector256<T>.Count;

    private static bool IsSingle => typeof(T) == typeof(float);

    [MethodImpl(Inline)]
    public static Vector512<T> Load<T1>(T1* p) where T1 : unmanaged => Vector512.Load((T*)p);

    [MethodImpl(Inline)]
    public static void Store<T1>(Vector512<T> a, T1* p) where T1 : unmanaged => a.Store((T*)p);

    [MethodImpl(Inline)]
    public static Vector512<T> Splat<T1>(T1* p) where T1 : unmanaged => Create(*(T*)p);

    [MethodImpl(Inline)]
    public static Vector512<T> Add(Vector512<T> a, Vector512<T> b) => a + b;

    [MethodImpl(Inline)]
    public static Vector512<T> Fma(Vector512<T> a, Vector512<T> b, Vector512<T> c) => IsSingle
        ? FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    [MethodImpl(Inline)]
    public static Vector512<T> LoadPart(T* p, Vector512<T> mask)
    {
        if (!Avx512F.IsSupported)
            return LoadHalves(p, mask);
        return IsSingle
            ? Avx512F.MaskLoad((float*)p, mask.AsSingle(), Vector512<float>.Zero).As<float, T>()
            : Avx512F.MaskLoad((double*)p, mask.AsDouble(), Vector512<double>.Zero).As<double, T>();
    }

    [MethodImpl(Inline)]
    public static void StorePart(T* p, Vector512<T> mask, Vector512<T> a)
    {
        if (!Avx512F.IsSupported)
            StoreHalves(p, mask, a);
        else if (IsSingle)
            Avx512F.MaskStore((float*)p, mask.AsSingle(), a.AsSingle());
        else
            Avx512F.MaskStore((double*)p, mask.AsDouble(), a.AsDouble());
    }

    [MethodImpl(Call)]
    public static Vector512<T> Convert<TFrom>(TFrom* p) where TFrom : unmanaged =>
        Create(Lanes256<T>.Convert(p), Lanes256<T>.Convert(p + Half));

    [MethodImpl(Call)]
    public static Vector512<T> ConvertPart<TFrom>(TFrom* p, nint left) where TFrom : unmanaged => Create(
        Lanes256<T>.ConvertPart(p, Math.Min(left, Half)),
        Lanes256<T>.ConvertPart(p + Half, Math.Max(left - Half, 0)));

    [MethodImpl(Call)]
    public static T ConvertOne<TFrom>(TFrom* p) where TFrom : unmanaged => Lanes256<T>.ConvertOne(p);

    [MethodImpl(Call)]
    public static void ConvertBack<TTo>(TTo* p, Vector512<T> a) where TTo : unmanaged
    {
        Lanes256<T>.ConvertBack(p, a.GetLower());
        Lanes256<T>.ConvertBack(p + Half, a.GetUpper());
    }

    [MethodImpl(Call)]
    public static void ConvertBackPart<TTo>(TTo* p, nint left, Vector512<T> a) where TTo : unmanaged
    {
        Lanes256<T>.ConvertBackPart(p, Math.Min(left, Half), a.GetLower());
        Lanes256<T>.ConvertBackPart(p + Half, Math.Max(left - Half, 0), a.GetUpper());
    }

    [MethodImpl(Call)]
    public static T MaxAll(Vector512<T> a)
    {
        T lower = Lanes256<T>.MaxAll(a.GetLower()), upper = Lanes256<T>.MaxAll(a.GetUpper());
        return lower > upper || T.IsNaN(lower) ? lower : upper;
    }

    [MethodImpl(Call)]
    public static Vector512<T> Pow(Vector512<T> a, Vector512<T> b) => Create(
        Lanes256<T>.Pow(a.GetLower(), b.GetLower()), Lanes256<T>.Pow(a.GetUpper(), b.GetUpper()));

    // Only where this width is tested without AVX-512.
    [MethodImpl(Call)]
    private static Vector512<T> LoadHalves(T* p, Vector512<T> mask) => Create(
        Lanes256<T>.LoadPart(p, mask.GetLower()), Lanes256<T>.LoadPart(p + Half, mask.GetUpper()));

    [MethodImpl(Call)]
    private static void StoreHalves(T* p, Vector512<T> mask, Vector512<T> a)
    {
        Lanes256<T>.StorePart(p, mask.GetLower(), a.GetLower());
        Lanes256<T>.StorePart(p + Half, mask.GetUpper(), a.GetUpper());
    }
}
