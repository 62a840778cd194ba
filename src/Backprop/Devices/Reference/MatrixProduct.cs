using System.Numerics;

namespace Backprop;

/// <summary>The schoolbook product, summed in double precision.</summary>
internal static class MatrixProduct<T> where T : unmanaged, INumber<T>
{
    internal static void Run(View a, View b, View c)
    {
        Shape batch = c.Shape[..^2];
        int[] aStrides = Batched(a, batch), bStrides = Batched(b, batch), cStrides = c.StridesOrRowMajor();
        for (var at = new Odometer(batch, aStrides, bStrides, cStrides); !at.IsAtEnd; at.Next())
        {
            One(new(a, aStrides, a.Offset + at.Offsets[0]), new(b, bStrides, b.Offset + at.Offsets[1]),
                new(c, cStrides, c.Offset + at.Offsets[2]));
        }
    }

    private static int[] Batched(View x, Shape batch) =>
        x.BroadcastTo([.. batch, x.Shape[^2], x.Shape[^1]]).StridesOrRowMajor();

    private static void One(Matrix a, Matrix b, Matrix c)
    {
        var sums = new double[c.Columns];
        for (int i = 0; i < c.Rows; i++)
        {
            Array.Clear(sums);
            for (int k = 0; k < a.Columns; k++)
            {
                double left = double.CreateTruncating(a[i, k]);
                for (int j = 0; j < sums.Length; j++)
                    sums[j] += left * double.CreateTruncating(b[k, j]);
            }
            for (int j = 0; j < sums.Length; j++)
                c[i, j] = T.CreateTruncating(sums[j]);
        }
    }

    /// <summary>The last two axes of a view.</summary>
    private readonly ref struct Matrix(View view, int[] strides, int offset)
    {
        private readonly Span<T> elements = ((HostStorage)view.Storage).Elements<T>();
        private readonly int down = strides[^2], right = strides[^1];

        public int Rows => view.Shape[^2];

        public int Columns => view.Shape[^1];

        public ref T this[int i, int j] => ref elements[offset + i * down + j * right];
    }
}
