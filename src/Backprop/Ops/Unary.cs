namespace Backprop.Ops;

/// <summary>An elementwise op of one tensor. An op of one's own derives from here and says two formulas.</summary>
public abstract record Unary : Elementwise
{
    /// <summary>y from x.</summary>
    protected abstract Formula Forward(Formula x);

    /// <summary>∂loss/∂x from ∂loss/∂y; what occurs of x and y is kept until backward.</summary>
    protected abstract Formula Backward(Formula dy, Formula x, Formula y);

    /// <summary>y, as large as x.</summary>
    public Tensor Apply(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return ApplyTo(x);
    }

    private protected sealed override int Arity => 1;

    internal sealed override Formula ForwardFormula => Forward(Formula.Input(0));

    internal sealed override Formula BackwardFormula(int input) => Backward(Recipe.Dy, Formula.Input(0), Recipe.Y);
}
