using System.Numerics;
using System.Runtime.Intrinsics;

namespace Backprop;

/// <content>Products of matrices and of stacks of matrices.</content>
internal sealed unsafe partial class CpuDevice
{
    private protected override void DoMatMul(View a, View b, View c)
    {
        bool isSingle = c.DType == DType.Float32;
        if (bits == 256 && isSingle)
            Multiply<Lanes256<float>, Vector256<float>, float>(a, b, c);
        else if (bits == 256)
            Multiply<Lanes256<double>, Vector256<double>, double>(a, b, c);
        else if (isSingle)
            Multiply<Lanes512<float>, Vector512<float>, float>(a, b, c);
        else
            Multiply<Lanes512<double>, Vector512<double>, double>(a, b, c);
    }

    private void Multiply<L, V, T>(View a, View b, View c)
        where L : ILanes<V>
        where V : struct
        where T : unmanaged, INumber<T>
    {
        if (c.Shape.Size == 0)
            return;
        var scratch = (HostStorage)Allocate(Gemm<L, V, T>.ScratchBytes(a.Shape[^1]));
        fixed (byte* aStart = &((HostStorage)a.Storage).Start, bStart = &((HostStorage)b.Storage).Start,
            cStart = &((HostStorage)c.Storage).Start, free = &scratch.Start)
        {
            Matrix<T> x = MatrixOf((T*)aStart, a), y = MatrixOf((T*)bStart, b), z = MatrixOf((T*)cStart, c);
            if (c.Shape.Rank == 2)
                Gemm<L, V, T>.Run(x, y, z, (T*)free);
            else
                EachMatrix<L, V, T>(x, y, z, a, b, c, (T*)free);
        }
        scratch.Release();
    }

    private static void EachMatrix<L, V, T>(
        Matrix<T> x, Matrix<T> y, Matrix<T> z, View a, View b, View c, T* scratch)
        where L : ILanes<V>
        where V : struct
        where T : unmanaged, INumber<T>
    {
        var batch = c.Shape[..^2];
        int[] aStrides = BatchStrides(a, batch), bStrides = BatchStrides(b, batch), cStrides = c.StridesOrRowMajor();
        for (var at = new Odometer(batch, aStrides, bStrides, cStrides); !at.IsAtEnd; at.Next())
            Gemm<L, V, T>.Run(x.From(at.Offsets[0]), y.From(at.Offsets[1]), z.From(at.Offsets[2]), scratch);
    }

    private static int[] BatchStrides(View x, Shape batch) =>
        x.BroadcastTo([.. batch, x.Shape[^2], x.Shape[^1]]).StridesOrRowMajor();

    private static Matrix<T> MatrixOf<T>(T* start, View view) where T : unmanaged
    {
        int rows = view.Shape[^2], columns = view.Shape[^1];
        int down = view.Strides is { } strides ? strides[^2] : columns;
        int right = view.Strides is { } same ? same[^1] : 1;
        // With one column any stride is right, and 1 takes the short ways.
        return new(start + view.Offset, rows, columns, down, columns == 1 ? 1 : right);
    }
}
