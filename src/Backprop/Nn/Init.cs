namespace Backprop;

/// <summary>First values of parameters, drawn from the source that <see cref="Tensor.Seed"/> starts.</summary>
public static class Init
{
    /// <summary>A parameter with numbers evenly from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static Tensor Uniform(Shape shape, double low, double high)
    {
        var x = Tensor.Rand(shape);
        x.Overwrite(Ops.Programs.Affine, [x], [low, high - low]);
        return x.RequireGrad();
    }
}
