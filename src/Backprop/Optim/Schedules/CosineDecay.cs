namespace Backprop;

/// <summary>
/// η = η_min + (η₀ − η_min)(1 + cos(πt/T))/2: half a wave from η₀ down to η_min. After T it rises again, as PyTorch's
/// CosineAnnealingLR does (Loshchilov and Hutter 2017).
/// </summary>
/// <param name="steps">T, the time it takes; 1 or more.</param>
/// <param name="min">η_min, the rate at its end.</param>
public sealed class CosineDecay(int steps, double min = 0) : Schedule
{
    /// <summary>T, the time it takes.</summary>
    public int Steps { get; } = Options.AtLeastOne(steps, nameof(steps));

    /// <summary>η_min, the rate at its end.</summary>
    public double Min { get; } = Options.NotNegative(min, nameof(min));

    /// <inheritdoc/>
    public override double LearningRate(int time, double start) =>
        Min + (start - Min) * (1 + Math.Cos(Math.PI * time / Steps)) / 2;
}
