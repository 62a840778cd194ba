namespace Backprop;

/// <summary>
/// y = (x − mean) / √(variance + ε) · weight + bias for each example on its own, over its last axes. Works alike in
/// training and use, and with batches of one. Ba, Kiros and Hinton, 2016.
/// </summary>
public sealed class LayerNorm : Module
{
    /// <summary>Normalises the last axis.</summary>
    /// <param name="features">Its length.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="affine">Whether a scale and a shift are learned.</param>
    public LayerNorm(int features, double epsilon = 1e-5, bool affine = true)
        : this([features], epsilon, affine)
    {
    }

    /// <summary>Normalises the last axes together.</summary>
    /// <param name="shape">Their lengths.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="affine">Whether a scale and a shift are learned.</param>
    /// <exception cref="ArgumentException">No axis, or an empty one.</exception>
    public LayerNorm(Shape shape, double epsilon = 1e-5, bool affine = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (shape.Rank == 0 || shape.Size == 0)
            throw new ArgumentException($"LayerNorm normalises one number or more of each example, not {shape}.");
        Normalised = shape;
        Epsilon = epsilon;
        Weight = affine ? Tensor.Ones(shape).RequireGrad() : null;
        Bias = affine ? Tensor.Zeros(shape).RequireGrad() : null;
    }

    /// <summary>The last axes of x.</summary>
    public Shape Normalised { get; }

    /// <summary>ε, added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>The learned scale, as <see cref="Normalised"/>; null without.</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor? Weight
    {
        get;
        init => field = Fitting.Parameter(nameof(Weight), field, value);
    }

    /// <summary>The learned shift, as <see cref="Normalised"/>; null without.</summary>
    /// <exception cref="ArgumentException">A bias of another shape is set.</exception>
    public Tensor? Bias
    {
        get;
        init => field = Fitting.Parameter(nameof(Bias), field, value);
    }

    /// <summary>Each example with mean 0 and variance 1, scaled and shifted; the shape stays.</summary>
    /// <exception cref="ArgumentException">x ends in other axes.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        int lead = x.Shape.Rank - Normalised.Rank;
        if (lead < 0 || x.Shape[lead..] != Normalised)
        {
            throw new ArgumentException($"{this} takes x that ends in {Normalised}, but x is {x.Shape}. Change the "
                + "layer or reshape x.");
        }
        var rows = Normalised.Rank == 1 ? x : x.Flatten(lead);
        var y = new Ops.Standardise(Epsilon, IsCentred: true).Apply(rows).Y.Reshape(x.Shape);
        if (Weight is not null)
            y *= Weight;
        return Bias is null ? y : y + Bias;
    }

    /// <summary><c>LayerNorm([64])</c></summary>
    public override string ToString() => $"LayerNorm({Normalised})";
}
