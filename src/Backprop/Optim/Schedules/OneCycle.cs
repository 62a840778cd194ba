namespace Backprop;

/// <summary>
/// Up to the largest rate and down to almost nothing within one training, stepped after each batch (Smith and Topin
/// 2018). η₀ is the largest rate: it begins at η₀ / <see cref="StartDivisor"/> and ends at that divided by
/// <see cref="EndDivisor"/>, where it stays.
/// </summary>
/// <remarks>As PyTorch's OneCycleLR, which is given the largest rate as max_lr and does not move momentum here.</remarks>
/// <param name="steps">How long the whole cycle is; 2 or more.</param>
public sealed class OneCycle(int steps) : Schedule
{
    /// <summary>How long the whole cycle is.</summary>
    public int Steps { get; } = steps >= 2 ? steps : throw new ArgumentOutOfRangeException(
        nameof(steps), "A cycle goes up and down, so it takes 2 steps or more.");

    /// <summary>The share of the cycle in which the rate rises.</summary>
    public double Rise { get; init => field = Options.BelowOne(value); } = 0.3;

    /// <summary>How many times smaller than the largest the first rate is.</summary>
    public double StartDivisor { get; init => field = Options.Positive(value); } = 25;

    /// <summary>How many times smaller than the first the last rate is.</summary>
    public double EndDivisor { get; init => field = Options.Positive(value); } = 1e4;

    /// <summary>Whether it goes in straight lines instead of half waves of a cosine.</summary>
    public bool IsLinear { get; init; }

    /// <summary>Whether it comes down as slowly as it rose, to the first rate, before it dies out. Needs a
    /// <see cref="Rise"/> of at most a half.</summary>
    public bool HasThreePhases { get; init; }

    /// <inheritdoc/>
    public override double LearningRate(int time, double start)
    {
        double first = start / StartDivisor, last = first / EndDivisor;
        double top = Rise * Steps - 1, end = Steps - 1;
        if (time < top)
            return Between(first, start, time / top);
        if (!HasThreePhases)
            return Between(start, last, (time - top) / (end - top));
        double foot = 2 * top;
        return time < foot
            ? Between(start, first, (time - top) / (foot - top))
            : Between(first, last, (time - foot) / (end - foot));
    }

    private double Between(double from, double to, double share)
    {
        share = Math.Clamp(share, 0, 1);
        return from + (to - from) * (IsLinear ? share : (1 - Math.Cos(Math.PI * share)) / 2);
    }
}
