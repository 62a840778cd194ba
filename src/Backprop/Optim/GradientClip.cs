using System.Globalization;
using static Backprop.Ops.Formula;

namespace Backprop;

/// <summary>Keeps gradients from growing too large, between backward and step:
/// <c>net.Parameters.ClipGradNorm(1.0)</c>.</summary>
public static class GradientClip
{
    private static readonly Program SquareSums = new(1, 0, RowSum(Input(0) * Input(0)));
    private static readonly Program Scaled = new(1, 1, Scalar(0) * Input(0));
    private static readonly Program Clamped = new(1, 1, Max(-Scalar(0), Min(Scalar(0), Input(0))));

    /// <summary>‖g‖ = √Σg² over the gradients of all parameters together; those without a gradient count as 0.</summary>
    public static double GradNorm(this IEnumerable<Tensor> parameters) =>
        Math.Sqrt(Gradients(parameters).Sum(SumOfSquares));

    /// <summary>
    /// g ← (τ/‖g‖) g where ‖g‖ &gt; τ: all gradients together are shortened to a length, the direction stays
    /// (Pascanu, Mikolov, Bengio 2013).
    /// </summary>
    /// <param name="parameters">Whose gradients; changed in place.</param>
    /// <param name="max">τ, the longest that stays.</param>
    /// <param name="errorIfNotFinite">Whether NaN or ∞ in the gradients throws. Otherwise it spreads to all of them.</param>
    /// <returns>‖g‖ before.</returns>
    /// <remarks>Exactly the formula; PyTorch divides by ‖g‖ + 1e-6 and so ends that much shorter.</remarks>
    /// <exception cref="NotFiniteNumberException">The norm is NaN or ∞. Nothing is changed then.</exception>
    public static double ClipGradNorm(this IEnumerable<Tensor> parameters, double max, bool errorIfNotFinite = true)
    {
        Options.Positive(max, nameof(max));
        var gradients = Gradients(parameters);
        double norm = Math.Sqrt(gradients.Sum(SumOfSquares));
        if (errorIfNotFinite && !double.IsFinite(norm))
        {
            throw new NotFiniteNumberException(string.Create(CultureInfo.InvariantCulture,
                $"The norm of the gradients is {norm}, so there is no direction to keep. Lower the learning rate, or set "
                + $"CheckGradients = true on the optimizer to see which parameter it is."), norm);
        }
        // Not "norm > max": NaN shall reach the gradients where it is not an error.
        if (!(norm <= max))
        {
            foreach (var gradient in gradients)
                gradient.Overwrite(Scaled, [gradient], [max / norm]);
        }
        return norm;
    }

    /// <summary>g ← max(−τ, min(τ, g)) for each number of each gradient, in place. The direction changes.</summary>
    /// <param name="parameters">Whose gradients.</param>
    /// <param name="max">τ, the largest that stays. NaN stays NaN.</param>
    public static void ClipGradValue(this IEnumerable<Tensor> parameters, double max)
    {
        Options.Positive(max, nameof(max));
        foreach (var gradient in Gradients(parameters))
            gradient.Overwrite(Clamped, [gradient], [max]);
    }

    /// <summary>Σg², in float64 so that a float32 gradient of 1e30 does not overflow.</summary>
    internal static double SumOfSquares(Tensor gradient)
    {
        var rows = gradient.Detach();
        if (rows.Shape.Rank == 0)
            rows = rows.Reshape(1);
        var sums = Tensor.Empty(rows.Device, new Shape([.. rows.Shape[..^1], 1]), DType.Float64);
        rows.Device.Map(SquareSums, [sums], [rows]);
        return sums.Sum().Item();
    }

    private static List<Tensor> Gradients(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return [.. parameters.Select(parameter => parameter.Grad).OfType<Tensor>()];
    }
}
