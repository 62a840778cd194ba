namespace Backprop;

/// <summary>
/// First values of parameters, drawn from the source that <see cref="Tensor.Seed"/> starts. Each makes a parameter
/// (<c>Init.HeNormal([256, 784])</c>), or fills those of a net: <c>Init.Apply(net, Init.HeNormal)</c>.
/// </summary>
public static partial class Init
{
    /// <summary>A parameter with one number everywhere.</summary>
    public static Tensor Constant(Shape shape, double value) => Tensor.Full(shape, value).RequireGrad();

    /// <summary>A parameter with 0 everywhere. For biases: weights that are all equal stay equal.</summary>
    public static Tensor Zeros(Shape shape) => Constant(shape, 0);

    /// <summary>A parameter with 1 everywhere.</summary>
    public static Tensor Ones(Shape shape) => Constant(shape, 1);

    /// <summary>A parameter with numbers evenly from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static Tensor Uniform(Shape shape, double low, double high) => Scaled(Tensor.Rand(shape), low, high - low);

    /// <summary>A parameter with numbers of the bell curve.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="deviation">Their standard deviation (not variance).</param>
    public static Tensor Normal(Shape shape, double mean = 0, double deviation = 1) =>
        Scaled(Tensor.Randn(shape), mean, deviation);

    /// <summary>Draws a parameter anew, in place.</summary>
    /// <param name="parameter">What is filled.</param>
    /// <param name="draw">How: <c>Init.Orthogonal</c>, <c>shape => Init.Normal(shape, 0, 0.02)</c>.</param>
    public static void Apply(Tensor parameter, Func<Shape, Tensor> draw)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(draw);
        using var scope = new NoGradScope();
        parameter.Assign(draw(parameter.Shape).Detach());
    }

    /// <summary>Draws all weights of a net anew, those of two axes or more, and sets the biases to 0. Scales and shifts
    /// of normalising layers stay as they are.</summary>
    /// <param name="net">The net.</param>
    /// <param name="draw">How weights are drawn: <c>Init.HeNormal</c>.</param>
    public static void Apply(Module net, Func<Shape, Tensor> draw)
    {
        ArgumentNullException.ThrowIfNull(net);
        // A bias is 0 at first in every normalising layer too.
        foreach (var (name, parameter) in net.NamedParameters)
        {
            if (parameter.Shape.Rank > 1)
                Apply(parameter, draw);
            else if (name.Split('.')[^1].StartsWith("bias", StringComparison.Ordinal))
                Apply(parameter, Zeros);
        }
    }

    private static Tensor Scaled(Tensor x, double start, double scale)
    {
        x.Overwrite(Ops.Programs.Affine, [x], [start, scale]);
        return x.RequireGrad();
    }
}
