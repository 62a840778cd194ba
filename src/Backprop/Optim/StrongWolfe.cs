namespace Backprop;

/// <summary>
/// Looks along a line for a step that is good enough by the strong Wolfe conditions: the loss has fallen by a share of
/// what the slope promised, and the slope has become flat. First steps grow until they enclose such a point, then the
/// enclosure shrinks (Nocedal and Wright, Numerical Optimization, 3.5 and 3.6; bounds of the steps as PyTorch has them).
/// </summary>
/// <param name="evaluate">Computes the loss and its gradient at a point of the line.</param>
/// <param name="start">The point t = 0.</param>
/// <param name="narrowest">An enclosure shorter than this is not divided further.</param>
internal sealed class StrongWolfe(Func<double, LinePoint> evaluate, LinePoint start, double narrowest)
{
    private const double Decrease = 1e-4, Flatness = 0.9, Margin = 0.1;
    private const int MostSteps = 25;

    private int steps;

    /// <summary>A point that is good enough, or the best one found.</summary>
    /// <param name="t">The first to try.</param>
    internal LinePoint Search(double t)
    {
        LinePoint before = start, now = evaluate(t);
        for (; steps < MostSteps; steps++)
        {
            if (IsTooHigh(now) || steps > 1 && now.Loss >= before.Loss)
                return Enclosed(before, now);
            if (IsFlat(now))
                return now;
            if (now.Slope >= 0)
                return Enclosed(before, now);
            double next = LinePoint.LowestOfCubic(before, now, now.T + 0.01 * (now.T - before.T), now.T * 10);
            (before, now) = (now, evaluate(next));
        }
        return start.Loss <= now.Loss ? start : now;
    }

    private bool IsTooHigh(LinePoint p) => p.Loss > start.Loss + Decrease * p.T * start.Slope;

    private bool IsFlat(LinePoint p) => Math.Abs(p.Slope) <= -Flatness * start.Slope;

    /// <summary>A good enough point lies between the two.</summary>
    private LinePoint Enclosed(LinePoint a, LinePoint b)
    {
        var (low, high) = a.Loss <= b.Loss ? (a, b) : (b, a);
        bool wasNearEnd = false;
        for (; steps < MostSteps && Math.Abs(high.T - low.T) >= narrowest; steps++)
        {
            var now = evaluate(Between(low, high, ref wasNearEnd));
            if (IsTooHigh(now) || now.Loss >= low.Loss)
            {
                (low, high) = now.Loss < low.Loss ? (now, low) : (low, now);
                continue;
            }
            if (IsFlat(now))
                return now;
            if (now.Slope * (high.T - low.T) >= 0)
                high = low;
            low = now;
        }
        return low;
    }

    /// <summary>Where to look next: where a cubic is lowest, but not at an end twice in a row.</summary>
    private static double Between(LinePoint low, LinePoint high, ref bool wasNearEnd)
    {
        double left = Math.Min(low.T, high.T), right = Math.Max(low.T, high.T), margin = Margin * (right - left);
        double t = LinePoint.LowestOfCubic(low, high, left, right);
        if (Math.Min(right - t, t - left) >= margin)
        {
            wasNearEnd = false;
            return t;
        }
        if (!wasNearEnd && t < right && t > left)
        {
            wasNearEnd = true;
            return t;
        }
        wasNearEnd = false;
        return Math.Abs(t - right) < Math.Abs(t - left) ? right - margin : left + margin;
    }
}
