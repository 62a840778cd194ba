namespace Backprop;

/// <summary>η = η₀ fⁿ where n milestones have been reached. PyTorch's MultiStepLR.</summary>
/// <param name="factor">f, what the rate is multiplied by at each.</param>
/// <param name="milestones">Times, in any order; one that is named twice counts twice.</param>
public sealed class MilestoneDecay(double factor, params IReadOnlyList<int> milestones) : Schedule
{
    /// <summary>What the rate is multiplied by at each.</summary>
    public double Factor { get; } = Options.Positive(factor, nameof(factor));

    /// <summary>The times.</summary>
    public IReadOnlyList<int> Milestones { get; } = [.. milestones];

    /// <inheritdoc/>
    public override double LearningRate(int time, double start) =>
        start * Math.Pow(Factor, Milestones.Count(milestone => milestone <= time));
}
