namespace Backprop;

/// <content>Random numbers.</content>
public sealed partial class Tensor
{
    /// <summary>Starts the random numbers of this process at a known place, so that a run repeats bit for bit: what
    /// <see cref="Rand(Shape)"/> and <see cref="Randn(Shape)"/> draw, first weights, the order of batches.</summary>
    /// <remarks>Without it each process draws other numbers. Threads that draw at the same time share one source, so
    /// their order decides who gets which.</remarks>
    public static void Seed(long seed) => RandomState.Seed(unchecked((ulong)seed));

    /// <summary>Random numbers evenly from 0 (included) to 1 (left out).</summary>
    public static Tensor Rand(params Shape shape) => Drawn(Distribution.Uniform, shape, DType.Float32);

    /// <summary>Random numbers evenly from 0 to 1, of a float type.</summary>
    public static Tensor Rand(Shape shape, DType dtype) => Drawn(Distribution.Uniform, shape, dtype);

    /// <summary>Random numbers of the bell curve: mean 0, standard deviation 1.</summary>
    public static Tensor Randn(params Shape shape) => Drawn(Distribution.Normal, shape, DType.Float32);

    /// <summary>Random numbers of the bell curve, of a float type.</summary>
    public static Tensor Randn(Shape shape, DType dtype) => Drawn(Distribution.Normal, shape, dtype);

    /// <summary>The numbers 0 to <paramref name="count"/> − 1 in random order, as int32.</summary>
    public static Tensor Randperm(int count)
    {
        double[] keys = Rand([count], DType.Float64).ToArray<double>();
        var order = new int[count];
        for (int i = 0; i < count; i++)
            order[i] = i;
        Array.Sort(keys, order);
        return From(order);
    }

    private static Tensor Drawn(Distribution distribution, Shape shape, DType dtype, Device? device = null)
    {
        var y = Empty(device ?? Device.Default, shape, dtype);
        var (seed, counter) = RandomState.Take(Philox.Blocks(dtype, shape.Size));
        y.Device.Random(y, distribution, seed, counter);
        return y;
    }
}
