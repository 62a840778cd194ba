using System.Globalization;
using Backprop.Ops;

namespace Backprop;

/// <content>Making tensors from nothing.</content>
public sealed partial class Tensor
{
    /// <summary>Zeros: <c>Tensor.Zeros(2, 3)</c> or <c>Tensor.Zeros([2, 3])</c>.</summary>
    public static Tensor Zeros(params Shape shape) => Full(shape, 0);

    /// <summary>Zeros of a type.</summary>
    public static Tensor Zeros(Shape shape, DType dtype) => Full(shape, 0, dtype);

    /// <summary>Ones: <c>Tensor.Ones(2, 3)</c>.</summary>
    public static Tensor Ones(params Shape shape) => Full(shape, 1);

    /// <summary>Ones of a type.</summary>
    public static Tensor Ones(Shape shape, DType dtype) => Full(shape, 1, dtype);

    /// <summary>The same number everywhere: <c>Tensor.Full([2, 3], 0.5)</c>.</summary>
    public static Tensor Full(Shape shape, double value, DType dtype = DType.Float32) =>
        Filled(Device.Default, shape, dtype, value);

    /// <summary>0, 1, 2, … below <paramref name="end"/>.</summary>
    public static Tensor Arange(double end) => Arange(0, end);

    /// <summary>Numbers from <paramref name="start"/> in steps, below <paramref name="end"/> (above it if the step is
    /// negative).</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from the end.</exception>
    public static Tensor Arange(double start, double end, double step = 1, DType dtype = DType.Float32)
    {
        double count = Math.Ceiling((end - start) / step);
        if (step == 0 || count < 0 || double.IsNaN(count))
            throw new ArgumentException($"Steps of {Text(step)} do not lead from {Text(start)} to {Text(end)}.");
        return Ramp(start, step, checked((int)count), dtype);
    }

    /// <summary>Numbers at even distances from <paramref name="start"/> to <paramref name="end"/>, both
    /// included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 numbers.</exception>
    public static Tensor Linspace(double start, double end, int count, DType dtype = DType.Float32)
    {
        if (count < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"From start to end takes 2 numbers or more, not "
                + $"{count}.");
        }
        var y = Ramp(start, (end - start) / (count - 1), count, dtype);
        // The last product may miss the end by a rounding.
        Narrow.Along(y.Shape, 0, count - 1, 1).Cut(y).Fill(end);
        return y;
    }

    /// <summary>The unit matrix [<paramref name="size"/>, <paramref name="size"/>].</summary>
    public static Tensor Eye(int size, DType dtype = DType.Float32) =>
        Arange(0, size, dtype: DType.Int32).OneHot(size).To(dtype);

    /// <summary>A tensor from an array: float, double (as float32 unless <paramref name="dtype"/> says float64),
    /// int (int32) or bool.</summary>
    /// <param name="values">The elements in row-major order.</param>
    /// <param name="shape">The shape; one axis as long as the array if left out.</param>
    /// <param name="dtype">The type; what fits the array if left out.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public static Tensor From<T>(T[] values, Shape? shape = null, DType? dtype = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        return From((ReadOnlySpan<T>)values, shape ?? [values.Length], dtype);
    }

    /// <summary>A matrix from a two-dimensional array.</summary>
    public static Tensor From<T>(T[,] values, DType? dtype = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        var flat = new T[values.Length];
        int at = 0;
        foreach (var value in values)
            flat[at++] = value;
        return From((ReadOnlySpan<T>)flat, [values.GetLength(0), values.GetLength(1)], dtype);
    }

    /// <summary>One row each: <c>Tensor.Stack(a, b)</c>, and what <c>[[1, 2], [3, 4]]</c> calls.</summary>
    /// <exception cref="ArgumentException">The parts differ in shape, or there is none.</exception>
    public static Tensor Stack(params ReadOnlySpan<Tensor> rows)
    {
        if (rows.Length == 0)
            return Zeros(0);
        return TryStackNumbers(rows) ?? Stack(rows, 0);
    }

    internal static Tensor Filled(Device device, Shape shape, DType dtype, double value)
    {
        var y = Empty(device, shape, dtype);
        y.Fill(value);
        return y;
    }

    private static Tensor From<T>(ReadOnlySpan<T> values, Shape shape, DType? dtype)
        where T : unmanaged
    {
        if (shape.Size != values.Length)
        {
            throw new ArgumentException($"Shape {shape} takes {shape.Size} numbers, but the array has "
                + $"{values.Length}.");
        }
        var own = DTypes.Of<T>();
        var y = Empty(Device.Default, shape, own);
        y.Device.Write(values, y);
        return y.To(dtype ?? (own == DType.Float64 ? DType.Float32 : own));
    }

    private static Tensor Ramp(double start, double step, int count, DType dtype)
    {
        var y = Empty(Device.Default, [count], dtype);
        // In float64, so that long ramps in float32 have no more than one rounding.
        var exact = dtype == DType.Float64 ? y : Empty(y.Device, y.Shape, DType.Float64);
        y.Device.Map(Programs.Ramp, [exact], [], [start, step]);
        return exact.To(dtype);
    }

    private void Fill(double value) => Device.Map(Programs.Fill, [this], [], [value]);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
