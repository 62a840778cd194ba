using Backprop.Ops;

namespace Backprop;

/// <content>Dropout.</content>
public sealed partial class Tensor
{
    private static readonly Program Keeps =
        new(1, 2, Formula.Select(Formula.Input(0) >= Formula.Scalar(0), Formula.Scalar(1), 0));

    /// <summary>Each number dropped (0) with a probability p, or else divided by 1 − p, so that the mean stays. Drawn
    /// anew at every call, from the source that <see cref="Seed"/> starts.</summary>
    /// <param name="dropProbability">p, 0 to 1: how likely a number is to be dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is no probability.</exception>
    public Tensor Dropout(double dropProbability)
    {
        CheckProbability(dropProbability, nameof(dropProbability));
        var x = ToFloat();
        if (dropProbability == 0)
            return x;
        // Uniform numbers become the mask in their own memory; multiplying keeps it for backward.
        var mask = Drawn(Distribution.Uniform, Shape, x.DType, Device);
        mask.Overwrite(Keeps, [mask], [dropProbability, 1 / (1 - dropProbability)]);
        return x * mask;
    }

    internal static void CheckProbability(double p, string name)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, $"A probability lies from 0 to 1, and this is {Text(p)}.");
    }
}
