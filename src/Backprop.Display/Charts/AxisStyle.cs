namespace Backprop.Display;

/// <summary>What a user said about one axis.</summary>
/// <param name="Title">Its name, with the unit.</param>
/// <param name="MinMax">Its limits; null lets the data decide.</param>
/// <param name="Log">True: equal factors are equal distances.</param>
/// <param name="Visible">False: neither numbers nor lines are drawn.</param>
internal sealed record AxisStyle(
    string? Title = null, (double Min, double Max)? MinMax = null, bool Log = false, bool Visible = true)
{
    public static AxisStyle None { get; } = new();

    /// <summary>This style where it says something, the other one elsewhere.</summary>
    public AxisStyle Or(AxisStyle other) =>
        new(Title ?? other.Title, MinMax ?? other.MinMax, Log || other.Log, Visible && other.Visible);
}
