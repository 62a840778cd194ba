using System.Numerics;
using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>One matrix in memory: where it begins and how far apart its rows and columns are, in elements.</summary>
internal readonly unsafe struct Matrix<T>(T* start, int rows, int columns, nint down, nint right)
    where T : unmanaged
{
    internal readonly T* Start = start;
    internal readonly int Rows = rows, Columns = columns;
    internal readonly nint Down = down, Right = right;

    internal T* At(nint row, nint column) => Start + row * Down + column * Right;

    internal Matrix<T> From(int element) => new(Start + element, Rows, Columns, Down, Right);

    internal Matrix<T> Part(int row, int column, int rows, int columns) =>
        new(At(row, column), rows, columns, Down, Right);
}

/// <summary>
/// c = a · b, in blocks that stay in the cache: a strip of b as wide as a tile is copied together, and every tile of
/// c below it is summed in registers.
/// </summary>
/// <remarks>The order of every sum depends on the shapes only.</remarks>
internal static unsafe class Gemm<L, V, T>
    where L : ILanes<V>
    where V : struct
    where T : unmanaged, INumber<T>
{
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;

    // A strip of 256 × 16 floats fills half of the first cache, a block of 256 × 256 of a half of the second.
    private const int MostDepth = 256, MostRows = 256;

    /// <summary>Rows of a tile: with two vectors a row, 12 sums and what they need fit 16 registers.</summary>
    private const int TileRows = 6;

    private static int TileColumns => 2 * L.Count;

    /// <summary>Bytes that <see cref="Run"/> needs for its own use.</summary>
    internal static int ScratchBytes(int depth) =>
        (Math.Min(depth, MostDepth) + TileRows) * TileColumns * Unsafe.SizeOf<T>();

    [MethodImpl(Hot)]
    internal static void Run(Matrix<T> a, Matrix<T> b, Matrix<T> c, T* scratch)
    {
        int depth = Even(a.Columns, MostDepth, 1), rows = Even(a.Rows, MostRows, TileRows);
        T* tile = scratch, strip = scratch + TileRows * TileColumns;
        if (a.Columns == 0)
            Clear(c);
        for (int top = 0; top < a.Rows; top += rows)
        {
            int height = Math.Min(rows, a.Rows - top);
            for (int k = 0; k < a.Columns; k += depth)
            {
                // Large products take seconds, small ones have one block.
                if (top > 0 || k > 0)
                    Interruption.ThrowIfRequested();
                int deep = Math.Min(depth, a.Columns - k);
                for (int j = 0; j < b.Columns; j += TileColumns)
                {
                    int width = Math.Min(TileColumns, b.Columns - j);
                    Pack(b.Part(k, j, deep, width), strip);
                    for (int i = 0; i < height; i += TileRows)
                    {
                        int high = Math.Min(TileRows, height - i);
                        var part = c.Part(top + i, j, high, width);
                        bool isWhole = high == TileRows && width == TileColumns && c.Right == 1;
                        Tile(a.Part(top + i, k, high, deep), strip, isWhole ? part.Start : tile,
                            isWhole ? c.Down : TileColumns, isWhole && k > 0);
                        if (!isWhole)
                            Put(tile, part, k > 0);
                    }
                }
            }
        }
    }

    /// <summary>Blocks of one size, a multiple of a unit, rather than full ones and a small rest.</summary>
    private static int Even(int length, int most, int unit)
    {
        int blocks = Math.Max(1, (length + most - 1) / most);
        int even = (length + blocks - 1) / blocks;
        return Math.Max(1, (even + unit - 1) / unit * unit);
    }

    /// <summary>Copies a strip of b together, filled up with zeros to a tile's width.</summary>
    [MethodImpl(Hot)]
    private static void Pack(Matrix<T> b, T* strip)
    {
        int width = TileColumns;
        if (b.Right == 1 && b.Columns == width)
        {
            for (int k = 0; k < b.Rows; k++)
            {
                L.Store(L.Load(b.At(k, 0)), strip + k * width);
                L.Store(L.Load(b.At(k, L.Count)), strip + k * width + L.Count);
            }
            return;
        }
        for (int j = 0; j < width; j++)
        {
            for (int k = 0; k < b.Rows; k++)
                strip[k * width + j] = j < b.Columns ? *b.At(k, j) : T.Zero;
        }
    }

    /// <summary>c = a · strip, or c += a · strip. Rows that a does not have repeat its last one.</summary>
    [MethodImpl(Hot)]
    private static void Tile(Matrix<T> a, T* strip, T* c, nint down, bool adds)
    {
        int last = a.Rows - 1;
        T* a0 = a.Start, a1 = a.At(Math.Min(1, last), 0), a2 = a.At(Math.Min(2, last), 0);
        T* a3 = a.At(Math.Min(3, last), 0), a4 = a.At(Math.Min(4, last), 0), a5 = a.At(Math.Min(5, last), 0);
        V c00 = default, c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
        V c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
        nint right = a.Right, at = 0;
        for (int k = 0; k < a.Columns; k++, at += right, strip += TileColumns)
        {
            V left = L.Load(strip), rest = L.Load(strip + L.Count);
            V x = L.Splat(a0 + at), y = L.Splat(a1 + at);
            (c00, c01) = (L.Fma(x, left, c00), L.Fma(x, rest, c01));
            (c10, c11) = (L.Fma(y, left, c10), L.Fma(y, rest, c11));
            (x, y) = (L.Splat(a2 + at), L.Splat(a3 + at));
            (c20, c21) = (L.Fma(x, left, c20), L.Fma(x, rest, c21));
            (c30, c31) = (L.Fma(y, left, c30), L.Fma(y, rest, c31));
            (x, y) = (L.Splat(a4 + at), L.Splat(a5 + at));
            (c40, c41) = (L.Fma(x, left, c40), L.Fma(x, rest, c41));
            (c50, c51) = (L.Fma(y, left, c50), L.Fma(y, rest, c51));
        }
        PutRow(c, c00, c01, adds);
        PutRow(c + down, c10, c11, adds);
        PutRow(c + 2 * down, c20, c21, adds);
        PutRow(c + 3 * down, c30, c31, adds);
        PutRow(c + 4 * down, c40, c41, adds);
        PutRow(c + 5 * down, c50, c51, adds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutRow(T* c, V left, V rest, bool adds)
    {
        if (adds)
        {
            left = L.Add(left, L.Load(c));
            rest = L.Add(rest, L.Load(c + L.Count));
        }
        L.Store(left, c);
        L.Store(rest, c + L.Count);
    }

    /// <summary>Copies what of a tile lies inside c.</summary>
    [MethodImpl(Hot)]
    private static void Put(T* tile, Matrix<T> c, bool adds)
    {
        for (int i = 0; i < c.Rows; i++)
        {
            if (!adds && c.Right == 1)
            {
                new ReadOnlySpan<T>(tile + i * TileColumns, c.Columns).CopyTo(new Span<T>(c.At(i, 0), c.Columns));
                continue;
            }
            for (int j = 0; j < c.Columns; j++)
            {
                T sum = tile[i * TileColumns + j];
                *c.At(i, j) = adds ? *c.At(i, j) + sum : sum;
            }
        }
    }

    private static void Clear(Matrix<T> c)
    {
        for (int i = 0; i < c.Rows; i++)
        {
            for (int j = 0; j < c.Columns; j++)
                *c.At(i, j) = T.Zero;
        }
    }
}
