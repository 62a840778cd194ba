namespace Backprop.Ops;

/// <summary>An elementwise op of two tensors that broadcast.</summary>
public abstract record Binary : Elementwise
{
    /// <summary>y from a and b.</summary>
    protected abstract Formula Forward(Formula a, Formula b);

    /// <summary>∂loss/∂a and ∂loss/∂b from ∂loss/∂y, each as if the other were fixed; 0 if nothing flows
    /// back.</summary>
    protected abstract (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y);

    /// <summary>y, as large as a and b together.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public Tensor Apply(Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return ApplyTo(a, b);
    }

    private protected sealed override int Arity => 2;

    internal sealed override Formula ForwardFormula => Forward(Formula.Input(0), Formula.Input(1));

    internal sealed override Formula BackwardFormula(int input)
    {
        var (a, b) = Backward(Recipe.Dy, Formula.Input(0), Formula.Input(1), Recipe.Y);
        return input == 0 ? a : b;
    }
}
