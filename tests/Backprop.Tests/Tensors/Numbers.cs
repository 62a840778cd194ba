namespace Backprop.Tests;

/// <summary>Short ways to say what a tensor should hold.</summary>
internal static class Numbers
{
    internal static void Holds(Tensor x, Shape shape, params double[] values)
    {
        Assert.Equal(shape, x.Shape);
        Assert.Equal(values, x.ToArray<double>());
    }

    internal static void IsNear(Tensor x, Shape shape, double tolerance, params double[] values)
    {
        Assert.Equal(shape, x.Shape);
        double[] got = x.ToArray<double>();
        Assert.Equal(values.Length, got.Length);
        for (int i = 0; i < got.Length; i++)
            Assert.True(Math.Abs(got[i] - values[i]) <= tolerance * Math.Max(1, Math.Abs(values[i])), $"[{i}] {got[i]} ≠ {values[i]}");
    }

    /// <summary>0, 1, 2, … in that shape.</summary>
    internal static Tensor Count(params int[] shape)
    {
        Shape s = new(shape);
        return Tensor.Arange(s.Size).Reshape(s);
    }

    /// <summary>Random float64 numbers that are the same on every run.</summary>
    internal static Tensor Noise(Shape shape, int seed = 1, DType dtype = DType.Float64)
    {
        var random = new System.Random(seed);
        var values = new double[shape.Size];
        for (int i = 0; i < values.Length; i++)
            values[i] = random.NextDouble() * 4 - 2;
        return Tensor.From(values, shape, dtype);
    }

    /// <summary>The element of a tensor at a place.</summary>
    internal static double At(Tensor x, params int[] place)
    {
        int at = x.Offset;
        int[] strides = x.StridesOrRowMajor();
        for (int i = 0; i < place.Length; i++)
            at += strides[i] * place[i];
        return new Tensor(x.Storage, default, x.DType, null, at).Item();
    }

    internal static string MessageOf<T>(Action action)
        where T : Exception => Assert.ThrowsAny<T>(action).Message;
}
