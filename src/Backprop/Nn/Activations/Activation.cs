using Backprop.Ops;

namespace Backprop;

/// <summary>
/// An elementwise activation with all that can be known of it: its formula, the derivative that follows from it, and
/// facts for a comparison. It is a layer too, and runs compiled like the built-in ones.
/// </summary>
public sealed class Activation : Module
{
    private static readonly Formula X = Formula.Input(0);
    private readonly FormulaOp op;

    internal Activation(string name, Formula formula, ActivationFacts facts)
    {
        Name = name;
        Formula = formula;
        Facts = facts;
        op = new FormulaOp(formula, 1);
    }

    /// <summary>How tables and drawings call it.</summary>
    public string Name { get; }

    /// <summary>y, with x as input 0.</summary>
    public Formula Formula { get; }

    /// <summary>dy/dx, derived from the formula.</summary>
    public Formula Slope => Formula.Derivative(X);

    /// <summary>What a comparison says of it.</summary>
    public ActivationFacts Facts { get; }

    /// <summary>The formula as TeX, such as <c>\max(x, 0)</c>.</summary>
    public string Tex => FormulaText.Tex(Formula, "x");

    /// <summary>The derivative as TeX.</summary>
    public string SlopeTex => FormulaText.Tex(Slope, "x");

    /// <summary>
    /// An activation of one's own, from its formula: <c>Activation.Define("mish", x => x * Tanh(Log(1 + Exp(x))))</c>. Use
    /// the result as a layer, or call its <see cref="Forward"/>.
    /// </summary>
    /// <param name="name">How tables and drawings call it.</param>
    /// <param name="formula">y from x, in operators and the functions of <see cref="Functional"/>.</param>
    /// <exception cref="ArgumentException">The formula joins elements (a softmax does), or does not depend on x.</exception>
    public static Activation Define(string name, Func<Formula, Formula> formula)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(formula);
        Formula y = formula(X);
        if (y.Parts().Any(part => part.Kind is FormulaKind.RowSum or FormulaKind.RowMax or FormulaKind.Column))
            throw new ArgumentException($"{name} joins the elements of a row; an activation here is computed element by element.", nameof(formula));
        if (!y.Parts().Contains(X))
            throw new ArgumentException($"{name} does not depend on x: its result is always the same.", nameof(formula));
        return new Activation(name, y, ActivationFacts.Measure(y));
    }

    /// <summary>The elementwise activations of the library, in the order in which a course meets them.</summary>
    public static IReadOnlyList<Activation> All => ActivationCatalogue.All;

    /// <summary>y for each element of x, any shape.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return op.Apply(x);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
