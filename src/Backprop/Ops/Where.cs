using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = yes where the condition holds, else no.</summary>
public sealed record Where : Elementwise
{
    internal static readonly Where Instance = new();

    internal Tensor Apply(Tensor condition, Tensor yes, Tensor no)
    {
        if (condition.DType != DType.Bool)
        {
            throw new ArgumentException(
                $"Where needs a condition of true and false, not {condition.DType}. Compare first, as in x > 0.");
        }
        Tensor.Join(ref yes, ref no);
        return ApplyToAll([condition, yes, no]);
    }

    private protected override int Arity => 3;

    private protected override Domain Domain => Domain.Numbers;

    internal override Formula ForwardFormula => Select(Input(0), Input(1), Input(2));

    internal override Formula BackwardFormula(int input) => input switch
    {
        0 => 0,
        1 => Select(Input(0), Recipe.Dy, 0),
        _ => Select(Input(0), 0, Recipe.Dy),
    };
}
