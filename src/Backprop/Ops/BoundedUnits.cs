using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = 1 where x &gt; θ, else 0: the threshold neuron. Its slope is 0 wherever it has one, so nothing learns through it.</summary>
/// <param name="Theta">θ.</param>
public sealed record Step(double Theta) : Unary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Select(x > Theta, 1, 0);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => 0;
}

/// <summary>y = x where x &gt; θ, else a fixed value.</summary>
/// <param name="Theta">θ.</param>
/// <param name="Value">What stands for all that is not above θ.</param>
public sealed record Threshold(double Theta, double Value) : Unary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Select(x > Theta, x, Value);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => Select(x > Theta, dy, 0);
}

/// <summary>y = x kept between two numbers; its slope is 1 strictly between them, else 0 (also at the corners).</summary>
/// <param name="Low">The least y.</param>
/// <param name="High">The largest y.</param>
public sealed record HardTanh(double Low, double High) : Unary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Min(Max(x, Low), High);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => Select(x > Low, Select(x < High, dy, 0), 0);
}
