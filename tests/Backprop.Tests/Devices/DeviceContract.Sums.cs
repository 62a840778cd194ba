using static Backprop.Ops.Formula;

namespace Backprop.Tests;

/// <summary>Column reductions and matrix products against the reference, over shapes and strides.</summary>
public abstract partial class DeviceContract
{
    /// <summary>Small whole numbers: their sums are exact in float32, so all orders of adding agree.</summary>
    private static double[] WholeNumbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-4, 5))];
    }

    private static View Whole(Device device, Shape shape, int seed, DType type = DType.Float32)
    {
        var y = device.Empty(shape, type);
        device.Copy(device.Of(shape, WholeNumbers(shape.Size, seed)), y);
        return y;
    }

    private static double[] Doubles(View view)
    {
        var y = view.Device.Empty(view.Shape, DType.Float64);
        view.Device.Copy(view, y);
        return y.ToArray<double>();
    }

    public static TheoryData<int[], int> ColumnShapes => new()
    {
        { [7], 0 }, { [5000], 0 }, { [1, 5], 1 }, { [3, 33], 1 }, { [700, 10], 1 }, { [300, 64], 1 },
        { [4, 5, 6], 1 }, { [4, 5, 6], 2 }, { [4, 5, 6], 0 }, { [2, 3, 4, 5], 2 }, { [3, 1, 1], 1 }, { [6, 1], 1 },
    };

    [DeviceTheory]
    [MemberData(nameof(ColumnShapes))]
    public void Columns_agree_with_the_reference_for_any_strides(int[] lengths, int trailing)
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64, DType.Int32])
        {
            foreach (bool turned in (bool[])[false, true])
            {
                double[] Run(Device device, Fold kind, DType resultType)
                {
                    var shape = new Shape(lengths);
                    var x = turned && shape.Rank > 1
                        ? Whole(device, Turned(shape), 1, type).Transposed(0, shape.Rank - 1)
                        : Whole(device, shape, 1, type);
                    var row = Whole(device, shape.Rank > 0 ? [shape[^1]] : [], 2);
                    var y = device.Empty(shape[(shape.Rank - trailing)..], resultType);
                    device.Columns(new Program(2, 1, X * Y + Scalar(0)), kind, y, [x, row], [2]);
                    return Doubles(y);
                }
                foreach (var resultType in (DType[])[DType.Float32, DType.Int32])
                {
                    Assert.Equal(Run(Device.Reference, Fold.Sum, resultType), Run(Device, Fold.Sum, resultType));
                    Assert.Equal(Run(Device.Reference, Fold.Max, resultType), Run(Device, Fold.Max, resultType));
                }
            }
        }
    }

    private static Shape Turned(Shape shape)
    {
        int[] lengths = shape.ToArray();
        (lengths[0], lengths[^1]) = (lengths[^1], lengths[0]);
        return new Shape(lengths);
    }

    [DeviceFact]
    public void Columns_of_one_number_a_row_and_of_slices_agree_with_the_reference()
    {
        double[] Run(Device device)
        {
            var x = Whole(device, [9, 20], 1).Sliced(1, 3, 6, 2);
            var weight = Whole(device, [9, 1], 2);
            var y = device.Empty([12]).Sliced(0, 0, 6, 2);
            device.Columns(new Program(2, 0, X * Y), Fold.Sum, y, [x, weight]);
            return Doubles(y);
        }
        Assert.Equal(Run(Device.Reference), Run(Device));
    }

    [DeviceFact]
    public void Columns_refuses_row_formulas_and_other_axes()
    {
        var x = Device.Empty([2, 3]);
        Assert.Contains("joins rows", Assert.Throws<ArgumentException>(() =>
            Device.Columns(new Program(1, 0, RowSum(X)), Fold.Sum, Device.Empty([3]), [x])).Message);
        Assert.Equal("Columns of [2, 3] cannot go to [2]: its last axes must be those.",
            Assert.Throws<ArgumentException>(() => Device.Columns(Sum, Fold.Sum, Device.Empty([2]), [x])).Message);
    }

    [DeviceTheory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 300, 5)]
    [InlineData(7, 3, 1)]
    [InlineData(6, 256, 16)]
    [InlineData(13, 70, 33)]
    [InlineData(300, 17, 40)]
    [InlineData(32, 513, 31)]
    public void MatMul_agrees_with_the_reference_for_all_strides(int m, int k, int n)
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            for (int turned = 0; turned < 8; turned++)
            {
                double[] Run(Device device)
                {
                    View Operand(int rows, int columns, int bit) => (turned & bit) == 0
                        ? Whole(device, [rows, columns + bit], bit, type).Sliced(1, 0, columns)
                        : Whole(device, [columns, rows], bit, type).Transposed(0, 1);
                    var c = Operand(m, n, 4);
                    device.MatMul(Operand(m, k, 1), Operand(k, n, 2), c);
                    return Doubles(c);
                }
                Assert.Equal(Run(Device.Reference), Run(Device));
            }
        }
    }

    [DeviceFact]
    public void MatMul_repeats_stacks_of_matrices_by_broadcasting()
    {
        double[] Run(Device device, Shape a, Shape b, Shape c)
        {
            var y = device.Empty(c);
            device.MatMul(Whole(device, a, 1), Whole(device, b, 2), y);
            return Doubles(y);
        }
        foreach (var (a, b, c) in new (Shape, Shape, Shape)[]
        {
            ([4, 2, 3], [4, 3, 5], [4, 2, 5]), ([4, 2, 3], [3, 5], [4, 2, 5]), ([2, 1, 2, 3], [4, 3, 5], [2, 4, 2, 5]),
        })
        {
            Assert.Equal(Run(Device.Reference, a, b, c), Run(Device, a, b, c));
        }
    }

    [DeviceFact]
    public void Matrices_that_do_not_multiply_are_named_with_a_hint()
    {
        var a = Device.Empty([64, 784]);
        string message = Assert.Throws<ArgumentException>(() =>
            Device.MatMul(a, Device.Empty([10, 784]), Device.Empty([64, 10]))).Message;
        Assert.Equal("Shapes [64, 784] and [10, 784] do not multiply: 784 ≠ 10. Did you mean weight.T?", message);
        message = Assert.Throws<ArgumentException>(() =>
            Device.MatMul(a, Device.Empty([784, 10]), Device.Empty([10, 64]))).Message;
        Assert.Equal("The product of [64, 784] and [784, 10] is [64, 10], so it does not fit [10, 64].", message);
        Assert.Contains("two axes", Assert.Throws<ArgumentException>(() =>
            Device.MatMul(a, Device.Empty([784]), Device.Empty([64]))).Message);
        Assert.Contains("convert", Assert.Throws<ArgumentException>(() =>
            Device.MatMul(a, Device.Empty([784, 10], DType.Float64), Device.Empty([64, 10]))).Message);
    }
}
