namespace Backprop;

/// <summary>
/// A skip connection, y = x + f(x): the layers in it only learn what has to change, and the gradient passes by them as
/// it is. He and others, 2016.
/// </summary>
public sealed class Residual : Module
{
    /// <summary>A connection past some layers:
    /// <c>new Residual([new Linear(64, 64), Relu, new Linear(64, 64)])</c>.</summary>
    /// <param name="body">f.</param>
    /// <param name="projection">What x goes through where f changes the shape, often a 1×1 convolution: y = p(x) +
    /// f(x).</param>
    public Residual(Sequential body, Layer? projection = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
        Projection = projection;
    }

    /// <summary>A connection past one layer.</summary>
    /// <inheritdoc cref="Residual(Sequential, Layer)"/>
    public Residual(Layer body, Layer? projection = null)
        : this(Wrapped(body), projection)
    {
    }

    /// <summary>f.</summary>
    public Sequential Body { get; }

    /// <summary>What x goes through; null for nothing.</summary>
    public Layer? Projection { get; }

    /// <summary>x + f(x).</summary>
    /// <exception cref="ArgumentException">f gives another shape than x (or its projection) has.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor y = Body.Forward(x), skipped = Projection is null ? x : Projection(x);
        if (y.Shape != skipped.Shape)
        {
            throw new ArgumentException($"{this}: the layers make {y.Shape} of x {x.Shape}, and {skipped.Shape} passes "
                + "by them. Give a projection that makes the same shape.");
        }
        return skipped + y;
    }

    private static Sequential Wrapped(Layer body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Module.Behind(body) as Sequential ?? [body];
    }

    /// <summary><c>Residual(Linear(64 → 64) → Relu)</c></summary>
    public override string ToString() => $"Residual({Body})";
}
