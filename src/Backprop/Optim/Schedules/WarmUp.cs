namespace Backprop;

/// <summary>η rises in a straight line from a share of η₀ to η₀ and stays there. PyTorch's LinearLR.</summary>
/// <param name="steps">The time it takes; 1 or more.</param>
/// <param name="from">The share to begin with, from 0 to 1.</param>
public sealed class WarmUp(int steps, double from = 0.1) : Schedule
{
    /// <summary>The time it takes.</summary>
    public int Steps { get; } = Options.AtLeastOne(steps, nameof(steps));

    /// <summary>The share to begin with.</summary>
    public double From { get; } = Options.Share(from, nameof(from));

    /// <inheritdoc/>
    public override double LearningRate(int time, double start) =>
        start * (From + (1 - From) * Math.Min(time, Steps) / Steps);
}
