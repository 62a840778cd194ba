namespace Backprop.Tests;

/// <summary>A calculation in which an op occurs, with inputs on which it is smooth.</summary>
public sealed record OpCase(string Name, Func<Tensor[], Tensor> Function, params Tensor[] Inputs)
{
    /// <summary>False where the gradient itself has kinks or none is defined.</summary>
    public bool Twice { get; init; } = true;

    /// <summary>Larger where the op itself rounds.</summary>
    public double Tolerance { get; init; } = 1e-6;

    public override string ToString() => Name;
}
