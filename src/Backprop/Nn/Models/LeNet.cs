namespace Backprop;

/// <summary>LeNet-5 for 28×28 images, with ReLU and max pools as it is built today: 61,706 weights for ten classes.
/// LeCun and others, 1998.</summary>
/// <param name="classes">How many logits it gives.</param>
public sealed class LeNet(int classes = 10) : Module
{
    /// <summary><c>[n, 1, 28, 28]</c> → <c>[n, 6, 28, 28]</c></summary>
    public Conv2d Conv1 { get; } = new(1, 6, kernel: 5, padding: 2);

    /// <summary><c>[n, 6, 14, 14]</c> → <c>[n, 16, 10, 10]</c></summary>
    public Conv2d Conv2 { get; } = new(6, 16, kernel: 5);

    /// <summary>All 400 numbers → 120.</summary>
    public Linear Fc1 { get; } = new(16 * 5 * 5, 120);

    /// <summary>120 → 84.</summary>
    public Linear Fc2 { get; } = new(120, 84);

    /// <summary>84 → classes.</summary>
    public Linear Fc3 { get; } = new(84, classes);

    /// <summary><c>[n, 1, 28, 28]</c>, or <c>[n, 784]</c>, → logits <c>[n, classes]</c>.</summary>
    /// <exception cref="ArgumentException">x is no batch of such images.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank == 2)
            x = x.Reshape(-1, 1, 28, 28);
        x = Conv1.Forward(x).Relu().MaxPool2d(2);
        x = Conv2.Forward(x).Relu().MaxPool2d(2);
        x = Fc1.Forward(x.Flatten()).Relu();
        x = Fc2.Forward(x).Relu();
        return Fc3.Forward(x);
    }
}
