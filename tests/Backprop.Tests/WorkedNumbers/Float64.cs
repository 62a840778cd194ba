namespace Backprop.Tests.WorkedNumbers;

/// <summary>Short ways to say what a lesson starts from, in float64, so that nine digits can be compared.</summary>
internal static class Float64
{
    public static Tensor Number(double value) => Tensor.Full([], value, DType.Float64);

    public static Tensor Vector(params double[] values) => Tensor.From(values, dtype: DType.Float64);

    public static Tensor Matrix(double[,] values) => Tensor.From(values, DType.Float64);

    /// <summary>Columns of a table, <c>[rows, columns]</c>.</summary>
    public static Tensor Columns(Table table, params string[] names) => table.ToTensor(names).To(DType.Float64);

    /// <summary>A column of a table, <c>[rows]</c>.</summary>
    public static Tensor Column(Table table, string name) => Columns(table, name).Squeeze(1);

    /// <summary>f′(x)</summary>
    public static Tensor Slope(Func<Tensor, Tensor> f, double x)
    {
        Tensor at = Number(x).RequireGrad();
        return Tensor.Gradient(f(at), at);
    }

    /// <summary>Where a straight line is 0: one step of Newton's method from 0.</summary>
    public static Tensor Root(Func<Tensor, Tensor> line) => -line(Number(0)) / Slope(line, 0);
}
