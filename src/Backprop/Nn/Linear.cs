namespace Backprop;

/// <summary>y = x Wᵀ + b: every output is a weighted sum of all inputs. [..., inputs] → [..., outputs].</summary>
public sealed class Linear : Module
{
    /// <summary>A layer with random weights and biases, evenly from −1/√inputs to 1/√inputs.</summary>
    /// <param name="inputs">Features of an example.</param>
    /// <param name="outputs">Results of an example.</param>
    /// <param name="bias">Whether something is added that does not depend on x.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public Linear(int inputs, int outputs, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        double bound = 1 / Math.Sqrt(inputs);
        Weight = Init.Uniform([outputs, inputs], -bound, bound);
        Bias = bias ? Init.Uniform([outputs], -bound, bound) : null;
    }

    /// <summary>W, [outputs, inputs]. Of one's own: <c>new Linear(2, 1) { Weight = [[1, -1]] }</c>.</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor Weight
    {
        get;
        init => field = Fitting.Parameter(nameof(Weight), field, value);
    }

    /// <summary>b, [outputs]; null without.</summary>
    /// <exception cref="ArgumentException">A bias of another shape is set.</exception>
    public Tensor? Bias
    {
        get;
        init => field = Fitting.Parameter(nameof(Bias), field, value);
    }

    /// <summary>[..., inputs] → [..., outputs]</summary>
    /// <exception cref="ArgumentException">x has another number of features.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        int inputs = Weight.Shape[1], given = x.Shape.Rank == 0 ? 1 : x.Shape[^1];
        if (x.Shape.Rank == 0 || given != inputs)
        {
            throw new ArgumentException($"{this} takes {inputs} features, but x {x.Shape} gives {given}. Change the "
                + $"layer to new Linear({given}, {Weight.Shape[0]}), or reshape x.");
        }
        var y = x.MatMul(Weight.T);
        return Bias is null ? y : y + Bias;
    }

    /// <summary><c>Linear(784 → 128)</c></summary>
    public override string ToString() => $"Linear({Weight.Shape[1]} → {Weight.Shape[0]})";
}
