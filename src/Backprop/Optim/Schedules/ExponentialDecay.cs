namespace Backprop;

/// <summary>η = η₀ e^(−kt). (PyTorch's ExponentialLR multiplies by γ each time: k = −ln γ, or a <see cref="StepDecay"/>
/// every 1.)</summary>
/// <param name="k">How fast, per step of time; 0 or more.</param>
public sealed class ExponentialDecay(double k) : Schedule
{
    /// <summary>How fast, per step of time.</summary>
    public double K { get; } = Options.NotNegative(k, nameof(k));

    /// <inheritdoc/>
    public override double LearningRate(int time, double start) => start * Math.Exp(-K * time);
}
