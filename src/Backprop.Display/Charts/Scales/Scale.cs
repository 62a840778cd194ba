namespace Backprop.Display;

/// <summary>From numbers to pixels along one axis.</summary>
/// <param name="Min">The number at <paramref name="From"/>.</param>
/// <param name="Max">The number at <paramref name="To"/>; above <paramref name="Min"/>.</param>
/// <param name="From">In pixels.</param>
/// <param name="To">In pixels; below <paramref name="From"/> on an axis that goes up.</param>
/// <param name="IsLog">True: equal factors are equal distances.</param>
internal sealed record Scale(double Min, double Max, double From, double To, bool IsLog)
{
    /// <summary>True where the number can be drawn: finite, and positive on a log axis.</summary>
    public bool Takes(double value) => double.IsFinite(value) && (!IsLog || value > 0);

    /// <summary>True where the number lies on the axis.</summary>
    public bool Contains(double value) => value >= Min && value <= Max;

    /// <summary>
    /// The pixel of a number; on a log axis its start for what is not positive. Far outside the axis it stops at a
    /// finite distance, so that paths stay valid.
    /// </summary>
    public double At(double value) => From + (Math.Clamp(Share(value), -20, 20) * (To - From));

    /// <summary>The number at a share of the axis, from 0 to 1.</summary>
    public double ValueAt(double share) =>
        IsLog ? Min * Math.Pow(Max / Min, share) : (Min * (1 - share)) + (Max * share);

    /// <summary>Round numbers on this axis.</summary>
    /// <param name="spacing">The least distance between two of them, in pixels.</param>
    public Ticks TicksEvery(double spacing)
    {
        int most = Math.Max(2, (int)(Math.Abs(To - From) / spacing) + 1);
        Ticks ticks = TicksOf(most);
        // One number alone tells no distances.
        for (int more = most + 1; ticks.Values.Count < 2 && more <= most + 3; more++)
            ticks = TicksOf(more);
        return ticks;
    }

    /// <summary>At most so many round numbers on this axis.</summary>
    public Ticks TicksOf(int most) =>
        IsLog ? Ticks.Logarithmic(Min, Max, most) : Ticks.Linear(Min, Max, most);

    // In halves, since the difference of two huge numbers overflows.
    private double Share(double value) =>
        IsLog && value <= 0 ? 0
            : IsLog ? Math.Log(value / Min) / Math.Log(Max / Min)
            : ((value / 2) - (Min / 2)) / ((Max / 2) - (Min / 2));
}
