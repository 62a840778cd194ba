namespace Backprop.Tests;

/// <summary>Take along an axis, and its reverse.</summary>
public abstract partial class DeviceContract
{
    [DeviceTheory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Gather_takes_and_ScatterAdd_gives_back_along_any_axis(int axis, bool wholeRows)
    {
        Shape table = [5, 6, 7];
        int[] lengths = table.ToArray();
        lengths[axis] = 4;
        int[] indexLengths = (int[])lengths.Clone();
        for (int i = axis + 1; wholeRows && i < 3; i++)
            indexLengths[i] = 1;
        Shape values = new(lengths), indices = new(indexLengths);
        var random = new Random(axis);
        int[] at = [.. Enumerable.Range(0, indices.Size).Select(_ => random.Next(table[axis]))];
        double[][] Run(Device device)
        {
            var index = device.Of(indices, at).BroadcastTo(values);
            var x = Whole(device, table, 1);
            var y = device.Empty(values);
            device.Gather(x, axis, index, y);
            device.ScatterAdd(x, axis, index, Whole(device, values, 2));
            return [Doubles(y), Doubles(x)];
        }
        Assert.Equal(Run(Device.Reference), Run(Device));

        // And by the definition, element by element.
        var view = Device.Of(indices, at).BroadcastTo(values);
        int[] spread = view.ToArray<int>();
        float[] numbers = Whole(Device, table, 1).Floats();
        var taken = Device.Empty(values);
        Device.Gather(Whole(Device, table, 1), axis, view, taken);
        float[] expected = [.. Enumerable.Range(0, values.Size).Select(i =>
        {
            int[] place = [i / (lengths[1] * lengths[2]), i / lengths[2] % lengths[1], i % lengths[2]];
            place[axis] = spread[i];
            return numbers[(place[0] * 6 + place[1]) * 7 + place[2]];
        })];
        Assert.Equal(expected, taken.Floats());
    }

    [DeviceFact]
    public void Gather_and_ScatterAdd_work_on_strided_tables()
    {
        var table = Device.Of(new Shape(2, 3), 1.0, 2.0, 3.0, 4.0, 5.0, 6.0).Transposed(0, 1);
        var index = Device.Of(new Shape(2, 1), 2, 0).BroadcastTo([2, 2]);
        var y = Device.Empty([2, 2], DType.Float64);
        Device.Gather(table, 0, index, y);
        Assert.Equal([3.0, 6.0, 1.0, 4.0], y.ToArray<double>());
        Device.ScatterAdd(table, 0, index, y);
        Assert.Equal([2.0, 8.0, 2.0, 5.0, 6.0, 12.0], table.ToArray<double>());
    }

    [DeviceTheory]
    [InlineData(3)]
    [InlineData(-1)]
    public void An_index_that_points_nowhere_is_named_and_nothing_is_written(int bad)
    {
        var table = Device.Of(new Shape(3), 1f, 2f, 3f);
        var index = Device.Of(new Shape(2), 0, bad);
        var y = Device.Of(new Shape(2), 7f, 7f);
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Device.Gather(table, 0, index, y)).Message;
        Assert.StartsWith($"Index {bad} lies outside axis 0 of length 3: it goes from 0 to 2.", message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Device.ScatterAdd(table, 0, index, y));
        Assert.Equal([7f, 7f], y.Floats());
        Assert.Equal([1f, 2f, 3f], table.Floats());
    }

    [DeviceFact]
    public void An_index_of_another_type_or_shape_is_refused()
    {
        var table = Device.Empty([3, 2]);
        Assert.Contains("int32", Assert.Throws<ArgumentException>(() =>
            Device.Gather(table, 0, Device.Empty([1, 2]), Device.Empty([1, 2]))).Message);
        Assert.Contains("all other axes must be equal", Assert.Throws<ArgumentException>(() =>
            Device.Gather(table, 0, Device.Empty([1, 3], DType.Int32), Device.Empty([1, 3]))).Message);
    }
}
