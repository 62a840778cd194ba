namespace Backprop;

/// <summary>Batch normalisation of features <c>[batch, channels]</c> or sequences <c>[batch, channels, length]</c>:
/// see <see cref="BatchNorm"/>.</summary>
/// <param name="channels">Length of axis 1.</param>
/// <param name="epsilon">Added to the variance.</param>
/// <param name="momentum">How much the newest batch counts in the running mean and variance.</param>
/// <param name="affine">Whether a scale and a shift are learned.</param>
public sealed class BatchNorm1d(int channels, double epsilon = 1e-5, double momentum = 0.1, bool affine = true)
    : BatchNorm(channels, epsilon, momentum, affine)
{
    private protected override string Axes => "[batch, channels] or [batch, channels, length]";

    private protected override bool Takes(int rank) => rank is 2 or 3;
}
