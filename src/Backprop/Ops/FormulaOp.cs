namespace Backprop.Ops;

/// <summary>
/// Any formula as an op; its gradients come from <see cref="Formula.Derivative"/>. For gradients of gradients, and for
/// formulas of one's own: <c>new FormulaOp(x * Formula.Sigmoid(x), 1).Apply(tensor)</c> with
/// <c>x = Formula.Input(0)</c>.
/// </summary>
/// <param name="Formula">y, from inputs 0 to <paramref name="Inputs"/> − 1. It joins no rows.</param>
/// <param name="Inputs">How many tensors it takes, at most 8.</param>
public sealed record FormulaOp(Formula Formula, int Inputs) : Elementwise
{
    /// <summary>y, as large as the inputs together.</summary>
    /// <exception cref="ArgumentException">Another number of inputs, or shapes that do not broadcast.</exception>
    public Tensor Apply(params ReadOnlySpan<Tensor> inputs)
    {
        if (inputs.Length != Inputs || Inputs is < 1 or > 8)
        {
            throw new ArgumentException($"The formula {Formula} takes {Inputs} tensors (1 to 8) and got "
                + $"{inputs.Length}.");
        }
        return ApplyToAll(inputs);
    }

    private protected override int Arity => Inputs;

    internal override Formula ForwardFormula => Formula;

    internal override Formula BackwardFormula(int input)
    {
        var slope = Formula.Derivative(Formula.Input(input));
        return slope is { Kind: FormulaKind.Constant, Value: 0 } ? slope : Recipe.Dy * slope;
    }
}
