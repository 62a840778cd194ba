namespace Backprop;

/// <summary>What <see cref="GradCheck"/> found.</summary>
/// <param name="Passed">Whether backward and nudging agree everywhere.</param>
/// <param name="WorstError">The largest difference, relative to the gradient where that is larger than 1.</param>
/// <param name="Message">Where it is and what both say.</param>
public sealed record GradCheckResult(bool Passed, double WorstError, string Message)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
