using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.Intrinsics.Vector256;

namespace Backprop;

/// <content>
/// Loads and stores. Places count elements; <c>left</c> says how many lanes of the row's last vector exist. TMemory is
/// what lies in memory: T itself, or a type that is converted on the way.
/// </content>
internal readonly unsafe partial struct Lanes256<T>
{
    [MethodImpl(Inline)]
    public static Vector256<T> Load<TMemory>(TMemory* p, nint at) where TMemory : unmanaged =>
        typeof(TMemory) == typeof(T) ? Vector256.Load((T*)p + at) : LoadOther(p + at);

    [MethodImpl(Inline)]
    public static Vector256<T> LoadPart<TMemory>(TMemory* p, nint at, nint left) where TMemory : unmanaged
    {
        if (typeof(TMemory) != typeof(T))
            return LoadOtherPart(p + at, left);
        return IsSingle
            ? Avx.MaskLoad((float*)p + at, First(left).AsSingle()).As<float, T>()
            : Avx.MaskLoad((double*)p + at, First(left).AsDouble()).As<double, T>();
    }

    /// <summary>One number in each lane.</summary>
    [MethodImpl(Inline)]
    public static Vector256<T> Splat<TMemory>(TMemory* p) where TMemory : unmanaged =>
        typeof(TMemory) == typeof(T) ? Create(*(T*)p) : LoadOtherSplat(p);

    [MethodImpl(Inline)]
    public static void Store<TMemory>(Vector256<T> a, TMemory* p, nint at) where TMemory : unmanaged
    {
        if (typeof(TMemory) == typeof(T))
            a.Store((T*)p + at);
        else
            StoreOther(a, p + at);
    }

    [MethodImpl(Inline)]
    public static void StorePart<TMemory>(Vector256<T> a, TMemory* p, nint at, nint left) where TMemory : unmanaged
    {
        if (typeof(TMemory) != typeof(T))
            StoreOtherPart(a, p + at, left);
        else if (IsSingle)
            Avx.MaskStore((float*)p + at, First(left).AsSingle(), a.AsSingle());
        else
            Avx.MaskStore((double*)p + at, First(left).AsDouble(), a.AsDouble());
    }

    /// <summary>The first lane only.</summary>
    [MethodImpl(Inline)]
    public static void StoreOne<TMemory>(Vector256<T> a, TMemory* p) where TMemory : unmanaged
    {
        if (typeof(TMemory) == typeof(T))
            *(T*)p = a.ToScalar();
        else
            StoreOtherPart(a, p, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<T> LoadOther<TMemory>(TMemory* p) where TMemory : unmanaged
    {
        if (typeof(TMemory) == typeof(float))
            return Avx.ConvertToVector256Double(Vector128.Load((float*)p)).As<double, T>();
        if (IsSingle)
        {
            var whole = typeof(TMemory) == typeof(int)
                ? Vector256.Load((int*)p) : Avx2.ConvertToVector256Int32(Vector128.CreateScalar(*(long*)p).AsByte());
            return ConvertToSingle(whole).As<float, T>();
        }
        var four = typeof(TMemory) == typeof(int)
            ? Vector128.Load((int*)p) : Sse41.ConvertToVector128Int32(Vector128.CreateScalar(*(int*)p).AsByte());
        return Avx.ConvertToVector256Double(four).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<T> LoadOtherPart<TMemory>(TMemory* p, nint left) where TMemory : unmanaged
    {
        Vector256<byte> scratch = default;
        Unsafe.CopyBlockUnaligned(&scratch, p, (uint)(left * sizeof(TMemory)));
        return LoadOther((TMemory*)&scratch);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<T> LoadOtherSplat<TMemory>(TMemory* p) where TMemory : unmanaged =>
        Create(LoadOtherPart(p, 1).ToScalar());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreOther<TMemory>(Vector256<T> a, TMemory* p) where TMemory : unmanaged
    {
        if (typeof(TMemory) == typeof(float))
        {
            Avx.ConvertToVector128Single(a.AsDouble()).Store((float*)p);
        }
        else if (typeof(TMemory) == typeof(int))
        {
            // Saturating, and 0 for NaN, as C#'s own cast.
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreOtherPart<TMemory>(Vector256<T> a, TMemory* p, nint left) where TMemory : unmanaged
    {
        Vector256<byte> scratch = default;
        StoreOther(a, (TMemory*)&scratch);
        Unsafe.CopyBlockUnaligned(p, &scratch, (uint)(left * sizeof(TMemory)));
    }
}
