namespace Backprop.Display;

/// <summary>One axis of a chart before its size is known.</summary>
/// <param name="Min">The least number on it.</param>
/// <param name="Max">The largest number on it.</param>
/// <param name="IsLog">True: equal factors are equal distances.</param>
/// <param name="Title">Its name, or null.</param>
/// <param name="Categories">Texts that stand for 0, 1, 2 …, or null where the axis shows numbers.</param>
/// <param name="IsFlipped">True: a vertical axis that goes down, as rows of a matrix do.</param>
internal sealed record AxisPlan(
    double Min, double Max, bool IsLog, string? Title, IReadOnlyList<string>? Categories, bool IsFlipped)
{
    /// <summary>False: neither numbers nor lines nor the name are drawn.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>This axis over some pixels.</summary>
    public Scale Over(double from, double to) =>
        IsFlipped ? new Scale(Min, Max, to, from, IsLog) : new Scale(Min, Max, from, to, IsLog);
}
