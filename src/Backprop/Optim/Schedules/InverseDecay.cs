namespace Backprop;

/// <summary>η = η₀ / (1 + kt). (PyTorch has it as lr_decay of AdaGrad.)</summary>
/// <param name="k">How fast, per step of time; 0 or more.</param>
public sealed class InverseDecay(double k) : Schedule
{
    /// <summary>How fast, per step of time.</summary>
    public double K { get; } = Options.NotNegative(k, nameof(k));

    /// <inheritdoc/>
    public override double LearningRate(int time, double start) => start / (1 + K * time);
}
