namespace Backprop;

/// <summary>
/// One box of the notes' decoupled view: it knows its own forward and backward step and nothing of its neighbours.
/// Call <see cref="Forward"/> first; <see cref="Backward"/> uses what it saw.
/// </summary>
public abstract class DecoupledLayer
{
    /// <summary>z_(i+1) from z_i.</summary>
    public abstract double[] Forward(double[] z);

    /// <summary>g_i = ∂L/∂z_i from g_(i+1) = ∂L/∂z_(i+1).</summary>
    public abstract double[] Backward(double[] g);

    /// <summary>A chain of boxes is a box.</summary>
    public static DecoupledLayer Chain(params DecoupledLayer[] boxes) => new ChainOfLayers(boxes);

    private sealed class ChainOfLayers(DecoupledLayer[] boxes) : DecoupledLayer
    {
        public override double[] Forward(double[] z) => boxes.Aggregate(z, (value, box) => box.Forward(value));

        public override double[] Backward(double[] g) => boxes.Reverse().Aggregate(g, (value, box) => box.Backward(value));
    }
}
