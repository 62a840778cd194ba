using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.Intrinsics.Vector512;

namespace Backprop;

/// <content>
/// Loads and stores, as in <see cref="Lanes256{T}"/>. What AVX-512 has no single instruction for, or a machine without
/// it, is done as two halves.
/// </content>
internal readonly unsafe partial struct Lanes512<T>
{
    private static int Half => Vector256<T>.Count;

    [MethodImpl(Inline)]
    public static Vector512<T> Load<TMemory>(TMemory* p, nint at) where TMemory : unmanaged =>
        typeof(TMemory) == typeof(T)
            ? Vector512.Load((T*)p + at)
            : Create(Lanes256<T>.Load(p, at), Lanes256<T>.Load(p, at + Half));

    [MethodImpl(Inline)]
    public static Vector512<T> LoadPart<TMemory>(TMemory* p, nint at, nint left) where TMemory : unmanaged
    {
        if (typeof(TMemory) != typeof(T) || !Avx512F.IsSupported)
            return LoadHalves(p + at, left);
        return IsSingle
            ? Avx512F.MaskLoad((float*)p + at, First(left).AsSingle(), Vector512<float>.Zero).As<float, T>()
            : Avx512F.MaskLoad((double*)p + at, First(left).AsDouble(), Vector512<double>.Zero).As<double, T>();
    }

    /// <summary>One number in each lane.</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> Splat<TMemory>(TMemory* p) where TMemory : unmanaged =>
        typeof(TMemory) == typeof(T) ? Create(*(T*)p) : Create(Lanes256<T>.Splat(p).ToScalar());

    [MethodImpl(Inline)]
    public static void Store<TMemory>(Vector512<T> a, TMemory* p, nint at) where TMemory : unmanaged
    {
        if (typeof(TMemory) == typeof(T))
        {
            a.Store((T*)p + at);
            return;
        }
        Lanes256<T>.Store(a.GetLower(), p, at);
        Lanes256<T>.Store(a.GetUpper(), p, at + Half);
    }

    [MethodImpl(Inline)]
    public static void StorePart<TMemory>(Vector512<T> a, TMemory* p, nint at, nint left) where TMemory : unmanaged
    {
        if (typeof(TMemory) != typeof(T) || !Avx512F.IsSupported)
            StoreHalves(a, p + at, left);
        else if (IsSingle)
            Avx512F.MaskStore((float*)p + at, First(left).AsSingle(), a.AsSingle());
        else
            Avx512F.MaskStore((double*)p + at, First(left).AsDouble(), a.AsDouble());
    }

    /// <summary>The first lane only.</summary>
    [MethodImpl(Inline)]
    public static void StoreOne<TMemory>(Vector512<T> a, TMemory* p) where TMemory : unmanaged =>
        Lanes256<T>.StoreOne(a.GetLower(), p);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> LoadHalves<TMemory>(TMemory* p, nint left) where TMemory : unmanaged => Create(
        Lanes256<T>.LoadPart(p, 0, Math.Min(left, Half)),
        left > Half ? Lanes256<T>.LoadPart(p, Half, left - Half) : default);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreHalves<TMemory>(Vector512<T> a, TMemory* p, nint left) where TMemory : unmanaged
    {
        Lanes256<T>.StorePart(a.GetLower(), p, 0, Math.Min(left, Half));
        if (left > Half)
            Lanes256<T>.StorePart(a.GetUpper(), p, Half, left - Half);
    }
}
