using static Backprop.Ops.Formula;

namespace Backprop.Tests;

/// <summary>Shapes at their edges, and what is refused.</summary>
public abstract partial class DeviceContract
{
    private static readonly Program Sum = new(1, 0, X);

    [DeviceFact]
    public void A_single_number_has_no_axes_and_works_everywhere()
    {
        var x = Device.Of(default, 3f);
        Assert.Equal([9f], Map(X * X, [], x).Floats());
        Assert.Equal([3f], Map(RowSum(X), [], x).Floats());
        var y = Device.Empty([]);
        Device.Columns(Sum, Fold.Sum, y, [x]);
        Assert.Equal([3f], y.Floats());
    }

    [DeviceFact]
    public void Nothing_maps_to_nothing()
    {
        var x = Device.Empty([0, 3]);
        Assert.Empty(Map(Exp(X), [0, 3], x).Floats());
        Assert.Empty(Map(RowSum(X), [0, 1], x).Floats());
        var y = Device.Empty([0]);
        Device.Copy(Device.Empty([0]), y);
        Device.Random(y, Distribution.Uniform, 1, 1);
        Device.Gather(Device.Empty([4]), 0, Device.Empty([0], DType.Int32), y);
    }

    [DeviceFact]
    public void Rows_without_elements_have_the_sum_0_and_the_maximum_minus_infinity()
    {
        var x = Device.Empty([2, 0]);
        var bias = Device.Of(new Shape(2, 1), 1f, 2f);
        Assert.Equal([1f, 2f], Map(RowSum(X) + Y, [2, 1], x, bias).Floats());
        Assert.Equal([float.NegativeInfinity, float.NegativeInfinity], Map(RowMax(X), [2, 1], x).Floats());
        var y = Device.Empty([3]);
        Device.Columns(Sum, Fold.Sum, y, [Device.Empty([0, 3])]);
        Assert.Equal([0f, 0f, 0f], y.Floats());
    }

    [DeviceFact]
    public void A_product_over_no_elements_is_zero()
    {
        var c = Device.Of(new Shape(2, 2), 9f, 9f, 9f, 9f);
        Device.MatMul(Device.Empty([2, 0]), Device.Empty([0, 2]), c);
        Assert.Equal([0f, 0f, 0f, 0f], c.Floats());
        Device.MatMul(Device.Empty([0, 2]), Device.Empty([2, 2]), Device.Empty([0, 2]));
    }

    [DeviceFact]
    public void A_result_may_be_the_input_itself()
    {
        var x = Device.Of(new Shape(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
        var e = Exp(X - RowMax(X));
        float[] expected = Map(e / RowSum(e), [2, 3], x).Floats();
        Device.Map(new Program(1, 0, e / RowSum(e)), [x], [x]);
        Assert.Equal(expected, x.Floats());
        var turned = x.Transposed(0, 1);
        Device.Map(new Program(1, 0, X + Column), [turned], [turned]);
        Assert.Equal(expected.Select((v, i) => v + i / 3), x.Floats());
    }

    [DeviceFact]
    public void Several_results_come_from_one_pass_and_may_be_inputs()
    {
        var p = Device.Of(new Shape(3), 1f, 2f, 3f);
        var m = Device.Of(new Shape(3), 10f, 20f, 30f);
        // m ← m / 2 + p and p ← p − m (the old m).
        Device.Map(new Program(2, 0, Y / 2 + X, X - Y), [m, p], [p, m]);
        Assert.Equal([6f, 12f, 18f], m.Floats());
        Assert.Equal([-9f, -18f, -27f], p.Floats());
    }

    [DeviceFact]
    public void Long_float_sums_keep_five_digits()
    {
        const int count = 1_000_003;
        float[] numbers = [.. Enumerable.Range(0, count).Select(i => 0.1f + i % 7)];
        double exact = numbers.Sum(v => (double)v);
        var x = Device.Of(new Shape(count), numbers);
        var total = Device.Empty([]);
        Device.Columns(Sum, Fold.Sum, total, [x]);
        Assert.InRange(total.Floats()[0] / exact, 1 - 1e-5, 1 + 1e-5);
        Assert.InRange(Map(RowSum(X), [1], x).Floats()[0] / exact, 1 - 1e-5, 1 + 1e-5);
        var columns = Device.Empty([1]);
        Device.Columns(Sum, Fold.Sum, columns, [Device.Of(new Shape(count, 1), numbers)]);
        Assert.InRange(columns.Floats()[0] / exact, 1 - 1e-5, 1 + 1e-5);
    }

    [DeviceFact]
    public void NaN_is_the_maximum_of_a_row_and_of_a_column_wherever_it_stands()
    {
        for (int place = 0; place < 37; place++)
        {
            float[] numbers = [.. Enumerable.Range(0, 37).Select(i => i == place ? float.NaN : i)];
            Assert.Equal([float.NaN], Map(RowMax(X), [1, 1], Device.Of(new Shape(1, 37), numbers)).Floats());
            var y = Device.Empty([1]);
            Device.Columns(Sum, Fold.Max, y, [Device.Of(new Shape(37, 1), numbers)]);
            Assert.Equal([float.NaN], y.Floats());
        }
    }

    [DeviceFact]
    public void Another_device_is_named()
    {
        var other = ReferenceEquals(Device, Device.Reference) ? Device.Cpu : Device.Reference;
        if (ReferenceEquals(other, Device))
            return;
        var x = other.Empty([2]);
        Assert.Contains($"on {other} met a computation on {Device}",
            Assert.Throws<ArgumentException>(() => Map(X, [2], x)).Message);
    }

    [DeviceFact]
    public void A_result_that_does_not_fit_the_domain_is_refused()
    {
        var x = Device.Empty([2, 3]);
        Assert.Equal("x0 * x0 gives [2, 3], which does not fit a result of [3].",
            Assert.Throws<ArgumentException>(() => Map(X * X, [3], x)).Message);
        Assert.Contains("does not fit a result of [2, 1]",
            Assert.Throws<ArgumentException>(() => Map(X, [2, 1], x)).Message);
        Assert.Contains("do not broadcast", Assert.Throws<ArgumentException>(() => Map(X, [4], x)).Message);
    }

    [DeviceFact]
    public void Missing_inputs_and_scalars_are_counted()
    {
        var x = Device.Empty([2]);
        Assert.Equal("x0 + x1 needs 2 inputs and got 1.", Assert.Throws<ArgumentException>(() =>
            Device.Map(new Program(2, 0, X + Y), [x], [x])).Message);
        Assert.Equal("x0 * s0 needs 1 scalars and got 0.", Assert.Throws<ArgumentException>(() =>
            Device.Map(new Program(1, 1, X * Scalar(0)), [x], [x])).Message);
        Assert.Contains("uses input 1, but the program has 1",
            Assert.Throws<ArgumentException>(() => new Program(1, 0, Y)).Message);
    }

    [DeviceFact]
    public void Launches_count_every_verb()
    {
        long before = Device.Launches;
        var x = Map(X, [2], Device.Of(new Shape(2), 1f, 2f));
        x.Floats();
        Assert.True(Device.Launches >= before + 3);
    }
}
