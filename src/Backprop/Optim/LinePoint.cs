namespace Backprop;

/// <summary>What is known at one point of the line x + t d.</summary>
/// <param name="T">How far along.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Gradient">Its gradient, [count].</param>
/// <param name="Slope">The slope of the loss along the line, gradient · d.</param>
internal readonly record struct LinePoint(double T, double Loss, Tensor Gradient, double Slope)
{
    /// <summary>Where the cubic through the losses and slopes of two points is lowest, kept between two bounds.</summary>
    internal static double LowestOfCubic(LinePoint a, LinePoint b, double low, double high)
    {
        if (a.T > b.T)
            (a, b) = (b, a);
        double bend = a.Slope + b.Slope - 3 * (a.Loss - b.Loss) / (a.T - b.T);
        double square = bend * bend - a.Slope * b.Slope;
        if (!(square >= 0))
            return (low + high) / 2;
        double root = Math.Sqrt(square);
        double lowest = b.T - (b.T - a.T) * ((b.Slope + root - bend) / (b.Slope - a.Slope + 2 * root));
        return Math.Min(Math.Max(lowest, low), high);
    }
}
