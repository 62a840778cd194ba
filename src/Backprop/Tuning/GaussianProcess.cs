using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Backprop;

/// <summary>
/// A guess at a function from some of its values: a mean and a deviation everywhere. How far values reach (a length for
/// each axis) and how noisy they are is chosen so that the values seen are as likely as possible.
/// </summary>
/// <remarks>Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), chapters 2 and 5.</remarks>
internal sealed class GaussianProcess
{
    private static readonly double[] Lengths = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2];
    private static readonly double[] Noises = [1e-6, 1e-4, 1e-2, 0.1];

    private readonly GaussianKernel kernel;
    private readonly double[][] points;
    private readonly Vector<double> values;
    private readonly double mean, scale;
    private double[] lengths;
    private double noise;
    private Fitted fitted;

    /// <summary>A process through values.</summary>
    /// <param name="kernel">How alike neighbours are.</param>
    /// <param name="points">Where, each coordinate about 0 to 1.</param>
    /// <param name="values">What was seen there.</param>
    internal GaussianProcess(GaussianKernel kernel, double[][] points, double[] values)
    {
        this.kernel = kernel;
        this.points = points;
        mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        scale = deviation > 0 ? deviation : 1;
        this.values = CreateVector.DenseOfEnumerable(values.Select(value => (value - mean) / scale));
        lengths = [.. points[0].Select(_ => 0.4)];
        noise = 1e-2;
        fitted = Fit() ?? throw new InvalidOperationException("The kernel matrix is not positive.");
        Choose();
    }

    /// <summary>What the function may be at a point.</summary>
    internal (double Mean, double Deviation) Predict(double[] point)
    {
        var alike = CreateVector.Dense(points.Length, i => Alike(points[i], point));
        double variance = Math.Max(0, 1 - alike.DotProduct(fitted.Cholesky.Solve(alike))) * fitted.Signal;
        return (mean + scale * alike.DotProduct(fitted.Weights), scale * Math.Sqrt(variance));
    }

    /// <summary>One setting after the other takes its best value, twice around.</summary>
    private void Choose()
    {
        for (int round = 0; round < 2; round++)
        {
            foreach (double candidate in Noises)
                Try(() => noise, value => noise = value, candidate);
            for (int axis = 0; axis < lengths.Length; axis++)
            {
                int at = axis;
                foreach (double candidate in Lengths)
                    Try(() => lengths[at], value => lengths[at] = value, candidate);
            }
        }
    }

    private void Try(Func<double> get, Action<double> set, double candidate)
    {
        double before = get();
        set(candidate);
        if (Fit() is { } better && better.Evidence > fitted.Evidence)
            fitted = better;
        else
            set(before);
    }

    /// <summary>Null if rounding made the matrix not positive.</summary>
    private Fitted? Fit()
    {
        int n = points.Length;
        var matrix = CreateMatrix.Dense(n, n, (i, j) => Alike(points[i], points[j]) + (i == j ? noise : 0));
        Cholesky<double> cholesky;
        try
        {
            cholesky = matrix.Cholesky();
        }
        catch (ArgumentException)
        {
            return null;
        }
        var weights = cholesky.Solve(values);
        // The size of the signal that makes the values most likely, in closed form.
        double signal = Math.Max(values.DotProduct(weights) / n, 1e-12);
        // Lengths of about 0.4 are likely before anything is seen.
        double prior = lengths.Sum(length => -Math.Pow(Math.Log(length / 0.4), 2) / 2);
        double evidence = -n / 2.0 * Math.Log(signal) - cholesky.DeterminantLn / 2 + prior;
        return new Fitted(cholesky, weights, signal, evidence);
    }

    private double Alike(double[] a, double[] b)
    {
        double square = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double step = (a[i] - b[i]) / lengths[i];
            square += step * step;
        }
        if (kernel == GaussianKernel.Rbf)
            return Math.Exp(-square / 2);
        double r = Math.Sqrt(5 * square);
        return (1 + r + r * r / 3) * Math.Exp(-r);
    }

    private sealed record Fitted(Cholesky<double> Cholesky, Vector<double> Weights, double Signal, double Evidence);
}
