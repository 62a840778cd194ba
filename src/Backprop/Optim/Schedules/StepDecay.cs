namespace Backprop;

/// <summary>η = η₀ fⁿ with n = ⌊t / every⌋: times a factor every few steps. PyTorch's StepLR.</summary>
/// <param name="every">How many steps of time a rate stays; 1 or more.</param>
/// <param name="factor">f, what the rate is multiplied by.</param>
public sealed class StepDecay(int every, double factor = 0.5) : Schedule
{
    /// <summary>How many steps of time a rate stays.</summary>
    public int Every { get; } = Options.AtLeastOne(every, nameof(every));

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; } = Options.Positive(factor, nameof(factor));

    /// <inheritdoc/>
    public override double LearningRate(int time, double start) => start * Math.Pow(Factor, time / Every);
}
