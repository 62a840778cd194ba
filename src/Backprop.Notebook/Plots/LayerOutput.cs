using Backprop.Ops;

namespace Backprop;

/// <summary>What came out of one layer of a net, or of one function between layers.</summary>
/// <param name="Name">The layer's path in the net, such as <c>0</c> or <c>encoder.1</c>; empty for the whole.</param>
/// <param name="Kind">What it is: <c>Linear(784 → 128)</c>, <c>Relu</c>.</param>
/// <param name="Layer">The layer; null for a function.</param>
/// <param name="Activation">The elementwise function that made the output, or null.</param>
/// <param name="Input">What that function was given, or what the layer was given first.</param>
/// <param name="Output">What came out.</param>
internal sealed record LayerOutput(
    string Name, string Kind, Module? Layer, Elementwise? Activation, Tensor Input, Tensor Output)
{
    /// <summary>As a drawing calls it: <c>2 Relu</c>.</summary>
    public string Label => Kind == Name || Name.Length == 0 ? Kind : $"{Name} {Kind}";

    /// <summary>The same without what stands in brackets: <c>2 Linear</c>.</summary>
    public string ShortLabel
    {
        get
        {
            int bracket = Label.IndexOf('(', StringComparison.Ordinal);
            return bracket < 0 ? Label : Label[..bracket];
        }
    }

    /// <summary>dy/dx at each input of the activation, by autograd; null where there is none.</summary>
    public double[]? Slopes()
    {
        if (Activation is null)
            return null;
        Tensor x = Input.Detach().RequireGrad();
        Tensor y = Activation is FormulaOp formula ? formula.Apply(x) : ((Unary)Activation).Apply(x);
        y.Sum().Backward();
        return x.Grad is { } gradient ? PlotData.Numbers(gradient) : new double[x.Shape.Size];
    }
}
