using static Backprop.Ops.Formula;

namespace Backprop.Tests;

/// <summary>Random numbers, reading and writing.</summary>
public abstract partial class DeviceContract
{
    private View Random(Shape shape, DType type, Distribution distribution, ulong seed = 7, ulong counter = 0)
    {
        var y = Device.Empty(shape, type);
        Device.Random(y, distribution, seed, counter);
        return y;
    }

    [DeviceFact]
    public void Uniform_floats_are_the_upper_24_bits_of_the_words_in_order()
    {
        var (a, b, c, d) = Philox.Block(7, 3);
        float[] expected = [(a >> 8) * 0x1000000.Inverse(), (b >> 8) * 0x1000000.Inverse(),
            (c >> 8) * 0x1000000.Inverse(), (d >> 8) * 0x1000000.Inverse()];
        Assert.Equal(expected, Random([4], DType.Float32, Distribution.Uniform, counter: 3).Floats());
    }

    [DeviceFact]
    public void A_stream_goes_on_where_the_counter_says()
    {
        float[] all = Random([3, 5], DType.Float32, Distribution.Normal).Floats();
        ulong used = Philox.Blocks(DType.Float32, 8);
        Assert.Equal(all[8..], Random([7], DType.Float32, Distribution.Normal, counter: used).Floats());
        double[] doubles = Random([9], DType.Float64, Distribution.Uniform).ToArray<double>();
        used = Philox.Blocks(DType.Float64, 6);
        Assert.Equal(doubles[6..], Random([3], DType.Float64, Distribution.Uniform, counter: used).ToArray<double>());
    }

    [DeviceFact]
    public void A_strided_view_draws_in_row_major_order()
    {
        float[] expected = Random([3, 2], DType.Float32, Distribution.Normal).Floats();
        var turned = Device.Empty([2, 3]).Transposed(0, 1);
        Device.Random(turned, Distribution.Normal, 7, 0);
        Assert.Equal(expected, turned.Floats());
    }

    [DeviceTheory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Normal_numbers_have_the_bell_curves_moments(DType type)
    {
        var y = Device.Empty([100_000], DType.Float64);
        Device.Copy(Random([100_000], type, Distribution.Normal), y);
        double[] x = y.ToArray<double>();
        Assert.InRange(x.Average(), -0.015, 0.015);
        Assert.InRange(x.Average(v => v * v), 0.98, 1.02);
        Assert.InRange(x.Average(v => v * v * v * v), 2.9, 3.1);
        Assert.All(x, v => Assert.InRange(v, -7, 7));
    }

    [DeviceFact]
    public void Uniform_numbers_lie_in_the_half_open_unit_interval()
    {
        float[] x = Random([100_000], DType.Float32, Distribution.Uniform).Floats();
        Assert.All(x, v => Assert.InRange(v, 0, MathF.BitDecrement(1)));
        Assert.InRange(x.Average(), 0.495, 0.505);
        Assert.NotEqual(x, Random([100_000], DType.Float32, Distribution.Uniform, seed: 8).Floats());
    }

    [DeviceFact]
    public void Whole_numbers_are_not_drawn()
    {
        var y = Device.Empty([2], DType.Int32);
        Assert.Contains("float32 or float64", Assert.Throws<ArgumentException>(() =>
            Device.Random(y, Distribution.Uniform, 1, 0)).Message);
    }

    [DeviceFact]
    public void Reading_and_writing_a_strided_view_goes_row_by_row()
    {
        var y = Device.Of(new Shape(2, 3), 0f, 0f, 0f, 0f, 0f, 0f);
        Device.Write<float>([1, 2, 3, 4, 5, 6], y.Transposed(0, 1));
        Assert.Equal([1f, 3f, 5f, 2f, 4f, 6f], y.Floats());
        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], y.Transposed(0, 1).Floats());
        Assert.Equal([3f, 4f], y.Sliced(1, 1, 1).Floats());
    }

    [DeviceFact]
    public void The_hosts_type_and_length_must_be_the_views()
    {
        var y = Device.Empty([2]);
        Assert.Equal("A view of Float32 does not hold Double. Convert it first.",
            Assert.Throws<ArgumentException>(() => Device.Write<double>([1, 2], y)).Message);
        Assert.Contains("has 2 elements", Assert.Throws<ArgumentException>(() => Device.Write<float>([1], y)).Message);
    }

    [DeviceFact]
    public void Copy_turns_stacks_of_matrices_and_keeps_what_lies_between()
    {
        int[] numbers = [.. Enumerable.Range(0, 2 * 37 * 41)];
        var x = Device.Of(new Shape(2, 37, 41), numbers);
        var y = Device.Empty([41, 37, 2], DType.Int32);
        Device.Copy(x.Transposed(0, 2), y);
        Assert.Equal(numbers, y.Transposed(0, 2).ToArray<int>());
        var wide = Device.Of(new Shape(2, 4), 9, 9, 9, 9, 9, 9, 9, 9);
        Device.Copy(Device.Of(new Shape(2, 1), 1, 2), wide.Sliced(1, 1, 2));
        Assert.Equal([9, 1, 1, 9, 9, 2, 2, 9], wide.ToArray<int>());
    }

    [DeviceTheory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    [InlineData(DType.Int32)]
    [InlineData(DType.Bool)]
    public void Copy_converts_from_every_type(DType from)
    {
        var x = Device.Empty([11], from);
        Device.Copy(Device.Of(new Shape(11), [.. Enumerable.Range(0, 11).Select(i => i % 3 == 0 ? 0 : 1.0)]), x);
        var bools = Device.Empty([11], DType.Bool);
        Device.Copy(x, bools);
        var ints = Device.Empty([11], DType.Int32);
        Device.Copy(x, ints);
        Assert.Equal(Enumerable.Range(0, 11).Select(i => i % 3 != 0), bools.ToArray<bool>());
        Assert.Equal(Enumerable.Range(0, 11).Select(i => i % 3 == 0 ? 0 : 1), ints.ToArray<int>());
    }

    [DeviceFact]
    public void Large_whole_numbers_keep_their_digits_among_themselves()
    {
        int large = (1 << 30) + 1;
        var x = Device.Of(new Shape(2), large, -large);
        var y = Device.Empty([2], DType.Int32);
        Device.Map(new Program(1, 0, Input(0) + 1), [y], [x]);
        Assert.Equal([large + 1, -large + 1], y.ToArray<int>());
        Device.Map(new Program(1, 0, Input(0) * 4), [y], [x]);
        Assert.Equal([int.MaxValue, int.MinValue], y.ToArray<int>());
    }
}

internal static class Fractions
{
    internal static float Inverse(this int n) => 1f / n;
}
