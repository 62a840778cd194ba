using System.Numerics;
using Backprop.Ops;

namespace Backprop;

/// <summary>Runs a program row by row: each part of its formulas fills a row of numbers.</summary>
/// <typeparam name="T">What it computes in: float or double. Sums over rows are kept in double.</typeparam>
internal static class Interpreter<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Without row formulas nothing ties a row together, so a long one is cut to keep the parts in the cache.
    private const int Piece = 1024;

    internal static void Map(
        Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        var rows = new Rows(program, domain, outs, ins);
        int piece = program.HasRows ? rows.Length : Math.Min(rows.Length, Piece);
        var values = new Dictionary<Formula, T[]>();
        for (; !rows.At.IsAtEnd; rows.At.Next())
        {
            for (int start = 0; start < rows.Length; start += piece)
            {
                int count = Math.Min(piece, rows.Length - start);
                foreach (var part in program.Parts)
                    Evaluate(part, values, piece, count, start, rows, ins, scalars);
                for (int k = 0; k < outs.Length; k++)
                {
                    var row = values[program.Roots[k]].AsSpan(0, count);
                    Elements<T>.Store(row, outs[k], rows.Offset(k, start), rows.Step(k));
                }
            }
        }
    }

    internal static void Columns(Program program, Fold kind, Shape domain, View y, ReadOnlySpan<View> ins,
        ReadOnlySpan<double> scalars)
    {
        // The formula for every element first, then the rows of that are joined.
        var device = (ReferenceDevice)y.Device;
        var type = DTypes.Of<T>();
        var all = new View(device.Allocate((long)domain.Size * type.Size()), domain, type);
        Map(program, domain, [all], ins, scalars);
        var values = ((HostStorage)all.Storage).Elements<T>();
        int width = y.Shape.Size;
        var joined = new double[width];
        Array.Fill(joined, kind == Fold.Sum ? 0 : double.NegativeInfinity);
        for (int i = 0; i < domain.Size; i++)
        {
            double x = double.CreateTruncating(values[i]);
            ref double into = ref joined[i % width];
            into = kind == Fold.Sum ? into + x : Larger(into, x);
        }
        var at = new Odometer(y.Shape, y.StridesOrRowMajor());
        for (int j = 0; j < width; j++, at.Next())
            Elements<T>.Store([T.CreateTruncating(joined[j])], y, y.Offset + at.Offsets[0], 1);
        GC.KeepAlive(all);
    }

    private static void Evaluate(Formula f, Dictionary<Formula, T[]> values, int piece, int count, int start, Rows rows,
        ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        if (!values.TryGetValue(f, out var array))
            values[f] = array = new T[piece];
        var y = array.AsSpan(0, count);
        switch (f.Kind)
        {
            case FormulaKind.Input:
                int operand = rows.Results + f.Index;
                Elements<T>.Load(ins[f.Index], rows.Offset(operand, start), rows.Step(operand), y);
                break;
            case FormulaKind.Scalar:
                y.Fill(T.CreateTruncating(scalars[f.Index]));
                break;
            case FormulaKind.Constant:
                y.Fill(T.CreateTruncating(f.Value));
                break;
            case FormulaKind.Column:
                for (int j = 0; j < y.Length; j++)
                    y[j] = T.CreateTruncating(start + j);
                break;
            case FormulaKind.RowSum:
                double sum = 0;
                foreach (var x in values[f.A!].AsSpan(0, count))
                    sum += double.CreateTruncating(x);
                y.Fill(T.CreateTruncating(sum));
                break;
            case FormulaKind.RowMax:
                var most = T.NegativeInfinity;
                foreach (var x in values[f.A!].AsSpan(0, count))
                    most = Larger(most, x);
                y.Fill(most);
                break;
            default:
                var a = values[f.A!].AsSpan(0, count);
                var b = f.B is null ? a : values[f.B].AsSpan(0, count);
                var c = f.C is null ? a : values[f.C].AsSpan(0, count);
                var function = ScalarFunctions<T>.Of(f.Kind);
                for (int j = 0; j < y.Length; j++)
                    y[j] = function(a[j], b[j], c[j]);
                break;
        }
    }

    private static TNumber Larger<TNumber>(TNumber a, TNumber b) where TNumber : INumber<TNumber> =>
        a > b || TNumber.IsNaN(a) ? a : b;

    /// <summary>The domain as rows, and where each operand's rows begin: results first, then inputs.</summary>
    private sealed class Rows
    {
        private readonly int[] firsts;
        private readonly int[] steps;

        internal Rows(Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins)
        {
            Shape atLeastOneAxis = domain.Rank == 0 ? [1] : domain;
            Results = program.Roots.Length;
            Length = atLeastOneAxis[^1];
            firsts = new int[outs.Length + ins.Length];
            steps = new int[firsts.Length];
            var outer = new int[firsts.Length][];
            for (int k = 0; k < firsts.Length; k++)
            {
                var view = k < outs.Length ? outs[k] : ins[k - outs.Length];
                int[] strides = view.BroadcastTo(atLeastOneAxis).StridesOrRowMajor();
                firsts[k] = view.Offset;
                steps[k] = strides[^1];
                outer[k] = strides[..^1];
            }
            At = new Odometer(atLeastOneAxis[..^1], outer);
        }

        internal Odometer At { get; }

        internal int Length { get; }

        internal int Results { get; }

        internal int Step(int operand) => steps[operand];

        internal int Offset(int operand, int column) => firsts[operand] + At.Offsets[operand] + column * steps[operand];
    }
}
