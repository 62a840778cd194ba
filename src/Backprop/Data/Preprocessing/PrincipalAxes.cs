using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Backprop;

/// <summary>
/// A step that turns the axes: the first new one points where the data varies most, each next one at right angles where
/// it varies most of what is left. <see cref="Pca"/> turns, <see cref="Whitening"/> turns and scales.
/// </summary>
/// <remarks>The axes are the eigenvectors of the covariance (MathNet). An axis and its opposite are equally good; here
/// its largest entry is positive, so that results repeat.</remarks>
public abstract class PrincipalAxes : Preprocessor
{
    // Two entries that are equal but for rounding must not decide the sign by it.
    private const double NearlyLargest = 1 - 1e-6;

    private readonly int? wanted;
    private Tensor? mean, components, variance;
    private double totalVariance;

    private protected PrincipalAxes(int? components)
    {
        if (components is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(components), $"{components} axes leave nothing. Keep 1 or "
                + "more.");
        }
        wanted = components;
    }

    /// <summary>The mean of each column, float64 <c>[columns]</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    public Tensor Mean => mean ?? throw NotFitted();

    /// <summary>The new axes as rows of length 1, float64 <c>[components, columns]</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    public Tensor Components => components ?? throw NotFitted();

    /// <summary>The variance along each new axis (divided by n − 1), falling, float64 <c>[components]</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    public Tensor ExplainedVariance => variance ?? throw NotFitted();

    /// <summary>The share of the whole variance along each new axis, float64 <c>[components]</c>; 0 if there is no
    /// variance at all.</summary>
    /// <exception cref="InvalidOperationException">It is not fitted.</exception>
    public Tensor ExplainedVarianceRatio => ExplainedVariance / (totalVariance > 0 ? totalVariance : 1);

    internal override int? OutputWidth => components?.Shape[0];

    internal override void Learn(Tensor x)
    {
        int rows = x.Shape[0], columns = x.Shape[1], most = Math.Min(rows, columns), count = wanted ?? most;
        if (rows < 2)
            throw new ArgumentException($"{GetType().Name} learns from 2 rows or more: {x.Shape} has no variance.");
        if (count > most)
        {
            throw new ArgumentException($"{GetType().Name} cannot keep {count} axes: {x.Shape} has at most {most}.");
        }
        var newMean = x.Mean(0);
        var centred = x - newMean;
        double[] covariance = (centred.T.MatMul(centred) / (rows - 1)).ToArray<double>();
        var (axes, variances) = Eigen(covariance, columns);
        mean = newMean;
        components = Tensor.From(axes, [columns, columns], DType.Float64)[..count].Copy().To(x.Device);
        variance = Tensor.From(variances, dtype: DType.Float64)[..count].Copy().To(x.Device);
        totalVariance = variances.Sum();
    }

    internal override void Save(string prefix, Dictionary<string, Tensor> state)
    {
        state[prefix + "mean"] = Mean.Copy();
        state[prefix + "components"] = Components.Copy();
        state[prefix + "variance"] = ExplainedVariance.Copy();
        state[prefix + "total_variance"] = Tensor.Full([], totalVariance, DType.Float64);
    }

    internal override (Action Commit, int Width) Restore(string prefix, SavedState saved, int? width)
    {
        var newMean = saved.Tensor(prefix + "mean", [width ?? -1]);
        var newComponents = saved.Tensor(prefix + "components", [wanted ?? -1, newMean.Shape[0]]);
        var newVariance = saved.Tensor(prefix + "variance", [newComponents.Shape[0]]);
        double total = saved.Number(prefix + "total_variance");
        return (() =>
        {
            (mean, components, variance, totalVariance) = (newMean, newComponents, newVariance, total);
            InputWidth = newMean.Shape[0];
        }, newComponents.Shape[0]);
    }

    /// <summary>The eigenvectors as rows, by falling eigenvalue.</summary>
    private static (double[] Axes, double[] Variances) Eigen(double[] covariance, int columns)
    {
        Evd<double> evd = CreateMatrix.Dense(columns, columns, covariance).Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, columns).OrderByDescending(i => evd.EigenValues[i].Real)];
        var axes = new double[columns * columns];
        for (int row = 0; row < columns; row++)
        {
            double[] axis = evd.EigenVectors.Column(order[row]).ToArray();
            double largest = axis.Max(Math.Abs);
            bool turns = axis.First(entry => Math.Abs(entry) >= largest * NearlyLargest) < 0;
            for (int c = 0; c < columns; c++)
                axes[row * columns + c] = turns ? -axis[c] : axis[c];
        }
        return (axes, [.. order.Select(i => Math.Max(0, evd.EigenValues[i].Real))]);
    }
}
