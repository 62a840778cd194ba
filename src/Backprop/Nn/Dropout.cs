using System.Globalization;

namespace Backprop;

/// <summary>
/// While training, each number is dropped (set to 0) with some probability, another one each time, and the others are
/// scaled up so that the mean stays; when the net is only used, x passes as it is. No unit can rely on another one.
/// Srivastava and others, 2014.
/// </summary>
/// <remarks>Some texts give the probability to keep instead: <c>Dropout.Keeping(0.8)</c> drops 0.2.</remarks>
public sealed class Dropout : Module
{
    /// <summary>A layer that drops.</summary>
    /// <param name="dropProbability">How likely each number is to be dropped, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no probability.</exception>
    public Dropout(double dropProbability = 0.5)
    {
        Tensor.CheckProbability(dropProbability, nameof(dropProbability));
        DropProbability = dropProbability;
    }

    /// <summary>A layer by the probability to keep, as the notes' p has it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no probability.</exception>
    public static Dropout Keeping(double keepProbability)
    {
        Tensor.CheckProbability(keepProbability, nameof(keepProbability));
        return new Dropout(1 - keepProbability);
    }

    /// <summary>How likely each number is to be dropped.</summary>
    public double DropProbability { get; }

    /// <summary>x with some numbers dropped while training; else x.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return IsTraining ? x.Dropout(DropProbability) : x;
    }

    /// <summary><c>Dropout(drops 0.5)</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Dropout(drops {DropProbability:0.####})");
}
