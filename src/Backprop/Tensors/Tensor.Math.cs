using Backprop.Ops;

namespace Backprop;

/// <content>Functions of each element.</content>
public sealed partial class Tensor
{
    /// <summary>eˣ</summary>
    public Tensor Exp() => Ops.Exp.Instance.Apply(this);

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    public Tensor Log() => Ops.Log.Instance.Apply(this);

    /// <summary>√x; NaN below 0.</summary>
    public Tensor Sqrt() => Ops.Sqrt.Instance.Apply(this);

    /// <summary>x²</summary>
    public Tensor Square() => Ops.Square.Instance.Apply(this);

    /// <summary>|x|; its slope at 0 is taken as 0.</summary>
    public Tensor Abs() => Ops.Abs.Instance.Apply(this);

    /// <summary>xⁿ for a number n.</summary>
    public Tensor Pow(double exponent) => exponent switch
    {
        1 => this,
        2 => Square(),
        _ => new PowerOf(exponent).Apply(this),
    };

    /// <summary>x to the power of another tensor, element by element.</summary>
    public Tensor Pow(Tensor exponent) => Power.Instance.Apply(this, exponent);

    /// <summary>The sine of x radians.</summary>
    public Tensor Sin() => Ops.Sin.Instance.Apply(this);

    /// <summary>The cosine of x radians.</summary>
    public Tensor Cos() => Ops.Cos.Instance.Apply(this);

    /// <summary>The hyperbolic tangent, from −1 to 1.</summary>
    public Tensor Tanh() => Ops.Tanh.Instance.Apply(this);

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ), from 0 to 1.</summary>
    public Tensor Sigmoid() => Ops.Sigmoid.Instance.Apply(this);

    /// <summary>max(x, 0); its slope at 0 is taken as 0.</summary>
    public Tensor Relu() => Ops.Relu.Instance.Apply(this);

    /// <summary>x kept between two numbers.</summary>
    /// <exception cref="ArgumentException">The lower one is the larger.</exception>
    public Tensor Clamp(double low = double.NegativeInfinity, double high = double.PositiveInfinity)
    {
        if (!(low <= high))
        {
            throw new ArgumentException($"Clamp goes from low to high, not from {Text(low)} to {Text(high)}. Swap "
                + "them.");
        }
        return new Clamp(low, high).Apply(this);
    }

    /// <summary>The larger of two tensors, element by element.</summary>
    public static Tensor Maximum(Tensor a, Tensor b) => Ops.Maximum.Instance.Apply(a, b);

    /// <summary>The smaller of two tensors, element by element.</summary>
    public static Tensor Minimum(Tensor a, Tensor b) => Ops.Minimum.Instance.Apply(a, b);

    /// <summary><paramref name="yes"/> where the condition is true, else <paramref name="no"/>; all three
    /// broadcast.</summary>
    /// <exception cref="ArgumentException">The condition is not of type bool.</exception>
    public static Tensor Where(Tensor condition, Tensor yes, Tensor no) =>
        Ops.Where.Instance.Apply(condition, yes, no);

    /// <summary>eˣ / Σ eˣ along an axis: positive numbers that sum to 1.</summary>
    public Tensor Softmax(int axis = -1) => AlongLast(axis, Ops.Softmax.Instance.Apply);

    /// <summary>The logarithm of <see cref="Softmax"/>, without going through tiny numbers.</summary>
    public Tensor LogSoftmax(int axis = -1) => AlongLast(axis, Ops.LogSoftmax.Instance.Apply);

    private Tensor AlongLast(int axis, Func<Tensor, Tensor> rows)
    {
        int at = Shape.Axis(axis);
        var x = DType.IsFloat() ? this : To(DType.Float32);
        if (at == Shape.Rank - 1)
            return rows(x);
        return rows(x.Transpose(at, -1)).Transpose(at, -1);
    }
}
