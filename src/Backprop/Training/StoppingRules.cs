using System.Globalization;

namespace Backprop;

/// <summary>Stops when the loss is small enough: L &lt; ε.</summary>
/// <param name="Threshold">ε.</param>
public sealed record LossBelow(double Threshold) : StopRule
{
    /// <inheritdoc/>
    public override string? Check(StoppingPoint now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Loss < Threshold
            ? string.Create(CultureInfo.InvariantCulture, $"The loss {now.Loss:G4} is below {Threshold:G4}.")
            : null;
    }
}

/// <summary>Stops when the ground is level: ‖∂L/∂w‖ &lt; ε.</summary>
/// <param name="Threshold">ε.</param>
public sealed record GradientNormBelow(double Threshold) : StopRule
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The norm was not measured.</exception>
    public override string? Check(StoppingPoint now)
    {
        ArgumentNullException.ThrowIfNull(now);
        double norm = now.GradientNorm ?? throw new ArgumentException(
            "GradientNormBelow needs the norm of the gradients: hand over net.Parameters.GradNorm().");
        return norm < Threshold
            ? string.Create(CultureInfo.InvariantCulture, $"The gradient's norm {norm:G4} is below {Threshold:G4}.")
            : null;
    }
}

/// <summary>Stops after a number of steps or passes.</summary>
/// <param name="Count">How many.</param>
public sealed record MostIterations(int Count) : StopRule
{
    /// <inheritdoc/>
    public override string? Check(StoppingPoint now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Iteration >= Count
            ? string.Create(CultureInfo.InvariantCulture, $"{now.Iteration} iterations are done, of at most {Count}.")
            : null;
    }
}
