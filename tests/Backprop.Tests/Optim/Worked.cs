namespace Backprop.Tests.Optim;

/// <summary>The problems of the lessons that optimizers are tried on, in float64.</summary>
internal static class Worked
{
    /// <summary>The notes' five points on y = 0.5 x − 1.5.</summary>
    public static Tensor X { get; } = Tensor.From([2.0, 3, 5, 7, 9], dtype: DType.Float64);

    /// <summary>Their other coordinate.</summary>
    public static Tensor Y { get; } = Tensor.From([-0.5, 0, 1, 2, 3], dtype: DType.Float64);

    /// <summary>The start on the bowl.</summary>
    public static Tensor BowlStart() => Parameter(-4, 1);

    /// <summary>x² + 4y².</summary>
    public static Tensor Bowl(Tensor w) => (Tensor.From([1.0, 4.0], dtype: DType.Float64) * w.Square()).Sum();

    /// <summary>The mean squared error of y = w₀ x + w₁ over the five points.</summary>
    public static Tensor Line(Tensor w) => (w[0] * X + w[1]).Mse(Y);

    /// <summary>A parameter in float64.</summary>
    public static Tensor Parameter(params double[] values) => Tensor.From(values, dtype: DType.Float64).RequireGrad();

    /// <summary>How far the last of some steps goes along a gradient that is always the same.</summary>
    public static double Step(Func<Tensor, Optimizer> make, int count, double gradient = 1)
    {
        Tensor w = Parameter(0);
        Optimizer optimizer = make(w);
        double before = 0;
        for (int i = 0; i < count; i++)
        {
            before = w.Item();
            optimizer.Step(() => gradient * w.Sum());
        }
        return before - w.Item();
    }
}
