namespace Backprop;

/// <summary>
/// When to stop a training: <see cref="LossBelow"/>, <see cref="GradientNormBelow"/>, <see cref="NoImprovement"/>,
/// <see cref="MostIterations"/>, or several of them, <c>new LossBelow(1e-6) | new MostIterations(1000)</c>.
/// </summary>
public abstract record StopRule
{
    /// <summary>Looks at where the training stands.</summary>
    /// <returns>Why to stop, as a sentence; null to go on.</returns>
    public abstract string? Check(StoppingPoint now);

    /// <summary>Either of two rules.</summary>
    public static StopRule operator |(StopRule a, StopRule b) => new EitherRule(a, b);

    /// <summary>Either of two rules.</summary>
    public static StopRule BitwiseOr(StopRule a, StopRule b) => a | b;

    // Both are asked, so that a rule that remembers misses nothing.
    private sealed record EitherRule(StopRule A, StopRule B) : StopRule
    {
        public override string? Check(StoppingPoint now)
        {
            string? a = A.Check(now), b = B.Check(now);
            return a ?? b;
        }
    }
}
