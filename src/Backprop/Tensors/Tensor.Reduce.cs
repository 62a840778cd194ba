using Backprop.Ops;

namespace Backprop;

/// <content>Joining elements: all of them, or along axes. An axis of −1 is the last.</content>
public sealed partial class Tensor
{
    /// <summary>The sum of all elements.</summary>
    public Tensor Sum() => new Sum(AxisSet.All(Shape), false).Apply(this);

    /// <summary>The sum along one axis, which goes or stays with length 1.</summary>
    public Tensor Sum(int axis, bool keepDim = false) => new Sum(AxisSet.Of(Shape, axis), keepDim).Apply(this);

    /// <summary>The sum along several axes: <c>x.Sum([0, 2])</c>.</summary>
    public Tensor Sum(ReadOnlySpan<int> axes, bool keepDim = false) =>
        new Sum(AxisSet.Of(Shape, axes), keepDim).Apply(this);

    /// <summary>The mean of all elements; NaN of none.</summary>
    public Tensor Mean() => new Mean(AxisSet.All(Shape), false).Apply(this);

    /// <summary>The mean along one axis.</summary>
    public Tensor Mean(int axis, bool keepDim = false) => new Mean(AxisSet.Of(Shape, axis), keepDim).Apply(this);

    /// <summary>The mean along several axes.</summary>
    public Tensor Mean(ReadOnlySpan<int> axes, bool keepDim = false) =>
        new Mean(AxisSet.Of(Shape, axes), keepDim).Apply(this);

    /// <summary>The largest element; NaN if one is.</summary>
    public Tensor Max() => new Max(AxisSet.All(Shape), false).Apply(this);

    /// <summary>The largest along one axis.</summary>
    public Tensor Max(int axis, bool keepDim = false) => new Max(AxisSet.Of(Shape, axis), keepDim).Apply(this);

    /// <summary>The largest along several axes.</summary>
    public Tensor Max(ReadOnlySpan<int> axes, bool keepDim = false) =>
        new Max(AxisSet.Of(Shape, axes), keepDim).Apply(this);

    /// <summary>The smallest element; NaN if one is.</summary>
    public Tensor Min() => -(-this).Max();

    /// <summary>The smallest along one axis.</summary>
    public Tensor Min(int axis, bool keepDim = false) => -(-this).Max(axis, keepDim);

    /// <summary>The smallest along several axes.</summary>
    public Tensor Min(ReadOnlySpan<int> axes, bool keepDim = false) => -(-this).Max(axes, keepDim);

    /// <summary>The place of the largest element, counted in row-major order; the first of several. int32.</summary>
    public Tensor ArgMax() => Reducer.Arg(this, AxisSet.All(Shape), false, smallest: false);

    /// <summary>The place of the largest along one axis; the first of several. int32.</summary>
    public Tensor ArgMax(int axis, bool keepDim = false) =>
        Reducer.Arg(this, AxisSet.Of(Shape, axis), keepDim, smallest: false);

    /// <summary>The place of the smallest element. int32.</summary>
    public Tensor ArgMin() => Reducer.Arg(this, AxisSet.All(Shape), false, smallest: true);

    /// <summary>The place of the smallest along one axis. int32.</summary>
    public Tensor ArgMin(int axis, bool keepDim = false) =>
        Reducer.Arg(this, AxisSet.Of(Shape, axis), keepDim, smallest: true);

    /// <summary>The variance of all elements: the squared distances to the mean, summed and divided by n − 1 (an
    /// estimate from a sample), or by n if not <paramref name="unbiased"/> (of exactly these numbers).</summary>
    public Tensor Var(bool unbiased = true) => Variance(AxisSet.All(Shape), false, unbiased);

    /// <summary>The variance along one axis.</summary>
    public Tensor Var(int axis, bool keepDim = false, bool unbiased = true) =>
        Variance(AxisSet.Of(Shape, axis), keepDim, unbiased);

    /// <summary>The variance along several axes.</summary>
    public Tensor Var(ReadOnlySpan<int> axes, bool keepDim = false, bool unbiased = true) =>
        Variance(AxisSet.Of(Shape, axes), keepDim, unbiased);

    /// <summary>The standard deviation of all elements: the root of <see cref="Var(bool)"/>.</summary>
    public Tensor Std(bool unbiased = true) => Var(unbiased).Sqrt();

    /// <summary>The standard deviation along one axis.</summary>
    public Tensor Std(int axis, bool keepDim = false, bool unbiased = true) => Var(axis, keepDim, unbiased).Sqrt();

    /// <summary>The standard deviation along several axes.</summary>
    public Tensor Std(ReadOnlySpan<int> axes, bool keepDim = false, bool unbiased = true) =>
        Var(axes, keepDim, unbiased).Sqrt();

    /// <summary>Sums what was repeated when a tensor of that shape was broadcast to this one.</summary>
    internal Tensor SumTo(Shape shape)
    {
        if (shape == Shape)
            return this;
        var repeated = AxisSet.Repeated(shape, Shape);
        var sum = new Sum(repeated, true).Apply(this);
        return sum.Shape == shape ? sum : sum.Reshape(shape);
    }

    private Tensor Variance(AxisSet axes, bool keepDim, bool unbiased)
    {
        int count = axes.Count(Shape);
        var distance = this - new Mean(axes, true).Apply(this);
        return new Sum(axes, keepDim).Apply(distance.Square()) / (unbiased ? count - 1 : count);
    }
}
