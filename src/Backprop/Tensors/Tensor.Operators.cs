using Backprop.Ops;

namespace Backprop;

/// <content>Operators. Shapes broadcast: aligned at the last axis, a length of 1 repeats.</content>
public sealed partial class Tensor
{
    /// <summary>The sum, element by element.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Add.Instance.Apply(a, b);

    /// <summary>The difference, element by element.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Subtract.Instance.Apply(a, b);

    /// <summary>The product, element by element. For matrices see <see cref="MatMul"/>.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Multiply.Instance.Apply(a, b);

    /// <summary>The quotient, element by element; never cut off to whole numbers.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Divide.Instance.Apply(a, b);

    /// <summary>The negative.</summary>
    public static Tensor operator -(Tensor x) => Negate.Instance.Apply(x);

    /// <summary>True where a &gt; b.</summary>
    public static Tensor operator >(Tensor a, Tensor b) => Greater.Instance.Apply(a, b);

    /// <summary>True where a &lt; b.</summary>
    public static Tensor operator <(Tensor a, Tensor b) => Greater.Instance.Apply(b, a);

    /// <summary>True where a ≥ b.</summary>
    public static Tensor operator >=(Tensor a, Tensor b) => GreaterOrEqual.Instance.Apply(a, b);

    /// <summary>True where a ≤ b.</summary>
    public static Tensor operator <=(Tensor a, Tensor b) => GreaterOrEqual.Instance.Apply(b, a);

    /// <summary>True where both are (not 0).</summary>
    public static Tensor operator &(Tensor a, Tensor b) => And.Instance.Apply(a, b);

    /// <summary>True where one or both are (not 0).</summary>
    public static Tensor operator |(Tensor a, Tensor b) => Or.Instance.Apply(a, b);

    /// <summary>True where x is not (where it is 0).</summary>
    public static Tensor operator !(Tensor x) => EqualTo.Instance.Apply(x, 0);

    /// <summary>True where a = b, element by element. (<c>a == b</c> asks whether both are the same object.)</summary>
    public static Tensor Equal(Tensor a, Tensor b) => EqualTo.Instance.Apply(a, b);

    /// <summary>True where a ≠ b, element by element.</summary>
    public static Tensor NotEqual(Tensor a, Tensor b) => NotEqualTo.Instance.Apply(a, b);
}
