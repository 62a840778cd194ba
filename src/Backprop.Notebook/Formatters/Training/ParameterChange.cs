namespace Backprop;

/// <summary>How far one parameter moved.</summary>
/// <param name="Name">Its path in the net: <c>fc1.weight</c>.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Before">The length of all its numbers together before, ‖w‖.</param>
/// <param name="Moved">The length of the change, ‖w′ − w‖.</param>
/// <param name="Largest">The largest change of one number, as an amount.</param>
/// <param name="Flipped">The share of its numbers whose sign changed.</param>
public sealed record ParameterChange(
    string Name, Shape Shape, double Before, double Moved, double Largest, double Flipped)
{
    /// <summary>The change as a share of what was there, ‖w′ − w‖ / ‖w‖; ∞ for what was all zero.</summary>
    public double Relative => Moved == 0 ? 0 : Moved / Before;
}
