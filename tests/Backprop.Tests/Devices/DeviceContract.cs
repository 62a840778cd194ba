using Backprop.Ops;
using static Backprop.Ops.Formula;

namespace Backprop.Tests;

/// <summary>What every device promises: one class per device runs all of it.</summary>
public abstract partial class DeviceContract
{
    private static readonly Formula X = Input(0), Y = Input(1);

    protected abstract Device Device { get; }

    private View Map(Formula formula, Shape shape, params View[] ins)
    {
        var y = Device.Empty(shape, ins.Length == 0 ? DType.Float32 : ins[0].DType);
        Device.Map(new Program(ins.Length, 0, formula), [y], ins);
        return y;
    }

    [DeviceFact]
    public void Map_computes_a_formula_for_each_element()
    {
        var x = Device.Of(new Shape(3), 1f, -2f, 3f);
        Assert.Equal([1f, 0f, 3f], Map(Max(X, 0), [3], x).Floats());
    }

    [DeviceFact]
    public void Map_broadcasts_its_inputs()
    {
        var x = Device.Of(new Shape(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
        var row = Device.Of(new Shape(3), 10f, 20f, 30f);
        var column = Device.Of(new Shape(2, 1), 100f, 200f);
        Assert.Equal([11f, 22f, 33f, 14f, 25f, 36f], Map(X + Y, [2, 3], x, row).Floats());
        Assert.Equal([101f, 102f, 103f, 204f, 205f, 206f], Map(X + Y, [2, 3], x, column).Floats());
    }

    [DeviceFact]
    public void Scalars_are_handed_over_at_each_run()
    {
        var x = Device.Of(new Shape(2), 1.0, 2.0);
        var y = Device.Empty([2], DType.Float64);
        var program = new Program(1, 1, X * Scalar(0));
        foreach (double s in (double[])[3, 0.1])
        {
            Device.Map(program, [y], [x], [s]);
            Assert.Equal([s, 2 * s], y.ToArray<double>());
        }
    }

    [DeviceFact]
    public void The_normal_distribution_keeps_its_digits_far_below_0()
    {
        double[] x = [-37, -20, -3, -1, -0.5, 0, 2, 40, -40, double.PositiveInfinity, double.NegativeInfinity];
        // Φ to 17 digits, by mpmath.
        double[] exact =
        [
            5.7255712225245768e-300, 2.7536241186062337e-89, 0.0013498980316300945, 0.15865525393145705,
            0.3085375387259869, 0.5, 0.97724986805182079, 1, 0, 1, 0,
        ];
        Shape shape = [x.Length];
        double[] twice = Map(NormalCdf(X), shape, Device.Of(shape, x)).ToArray<double>();
        float[] single = Map(NormalCdf(X), shape, Device.Of(shape, [.. x.Select(v => (float)v)])).Floats();
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(exact[i], twice[i], exact[i] * 2e-15);
            Assert.Equal((float)exact[i], single[i], (float)exact[i] * 1e-6f);
        }
        Assert.Equal([double.NaN], Map(NormalCdf(X), [1], Device.Of(new Shape(1), double.NaN)).ToArray<double>());
    }

    [DeviceFact]
    public void Softmax_is_a_row_formula()
    {
        var x = Device.Of(new Shape(2, 3), 1f, 2f, 3f, 1000f, 1000f, 1000f);
        var e = Exp(X - RowMax(X));
        float[] y = Map(e / RowSum(e), [2, 3], x).Floats();
        float[] expected = [0.09003057f, 0.24472847f, 0.66524096f, 1f / 3, 1f / 3, 1f / 3];
        Assert.Equal(expected, y, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [DeviceFact]
    public void A_row_sum_may_go_to_a_column_of_single_numbers()
    {
        var x = Device.Of(new Shape(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
        Assert.Equal([6f, 15f], Map(RowSum(X), [2, 1], x).Floats());
    }

    [DeviceFact]
    public void Columns_joins_the_leading_axes()
    {
        var x = Device.Of(new Shape(2, 3), 1f, 5f, 3f, 4f, 2f, 6f);
        var y = Device.Empty([3]);
        Device.Columns(new Program(1, 0, 2 * X), Fold.Sum, y, [x]);
        Assert.Equal([10f, 14f, 18f], y.Floats());
        Device.Columns(new Program(1, 0, X), Fold.Max, y, [x]);
        Assert.Equal([4f, 5f, 6f], y.Floats());
    }

    [DeviceFact]
    public void MatMul_multiplies_matrices_of_any_strides()
    {
        var a = Device.Of(new Shape(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
        var c = Device.Empty([2, 2]);
        Device.MatMul(a, a.Transposed(0, 1), c);
        Assert.Equal([14f, 32f, 32f, 77f], c.Floats());
    }

    [DeviceFact]
    public void Gather_looks_rows_up_by_a_broadcast_index()
    {
        var table = Device.Of(new Shape(3, 2), 1f, 2f, 3f, 4f, 5f, 6f);
        var index = Device.Of(new Shape(2, 1), 2, 0).BroadcastTo([2, 2]);
        var y = Device.Empty([2, 2]);
        Device.Gather(table, 0, index, y);
        Assert.Equal([5f, 6f, 1f, 2f], y.Floats());
    }

    [DeviceFact]
    public void ScatterAdd_adds_up_what_meets()
    {
        var y = Device.Of(new Shape(3), 1f, 1f, 1f);
        Device.ScatterAdd(y, 0, Device.Of(new Shape(4), 2, 0, 2, 2), Device.Of(new Shape(4), 1f, 2f, 3f, 4f));
        Assert.Equal([3f, 1f, 9f], y.Floats());
    }

    [DeviceFact]
    public void Copy_converts_the_type()
    {
        var y = Device.Empty([3], DType.Int32);
        Device.Copy(Device.Of(new Shape(3), 1.9f, -1.9f, float.NaN), y);
        Assert.Equal([1, -1, 0], y.ToArray<int>());
    }
}
