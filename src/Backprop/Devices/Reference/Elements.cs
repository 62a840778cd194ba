using System.Numerics;

namespace Backprop;

/// <summary>Elements of any type, read and written as the float type that is computed in.</summary>
internal static class Elements<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads from, from + step, … of a storage.</summary>
    internal static void Load(View view, int from, int step, Span<T> into)
    {
        var storage = (HostStorage)view.Storage;
        switch (view.DType)
        {
            case DType.Float32:
                Load<float>(storage, from, step, into);
                break;
            case DType.Float64:
                Load<double>(storage, from, step, into);
                break;
            case DType.Int32:
                Load<int>(storage, from, step, into);
                break;
            default:
                Load<byte>(storage, from, step, into);
                break;
        }
    }

    /// <summary>Writes to from, from + step, …: int32 cuts off the fraction, bool says whether it is not 0.</summary>
    internal static void Store(ReadOnlySpan<T> values, View view, int from, int step)
    {
        var storage = (HostStorage)view.Storage;
        switch (view.DType)
        {
            case DType.Float32:
                Store<float>(values, storage, from, step);
                break;
            case DType.Float64:
                Store<double>(values, storage, from, step);
                break;
            case DType.Int32:
                Store<int>(values, storage, from, step);
                break;
            default:
                var bools = storage.Elements<bool>();
                for (int j = 0; j < values.Length; j++)
                    bools[from + j * step] = values[j] != T.Zero;
                break;
        }
    }

    private static void Load<TFrom>(HostStorage storage, int from, int step, Span<T> into)
        where TFrom : unmanaged, INumber<TFrom>
    {
        var elements = storage.Elements<TFrom>();
        for (int j = 0; j < into.Length; j++)
            into[j] = T.CreateTruncating(elements[from + j * step]);
    }

    private static void Store<TTo>(ReadOnlySpan<T> values, HostStorage storage, int from, int step)
        where TTo : unmanaged, INumber<TTo>
    {
        var elements = storage.Elements<TTo>();
        // Saturating: beyond int's range its end, and 0 for NaN.
        for (int j = 0; j < values.Length; j++)
            elements[from + j * step] = TTo.CreateSaturating(values[j]);
    }
}
