namespace Backprop.Ops;

/// <summary>An op that joins the elements along some axes.</summary>
/// <param name="Axes">Which axes.</param>
/// <param name="KeepDim">Whether they stay with length 1 or go.</param>
public abstract record Reduce(AxisSet Axes, bool KeepDim) : Op
{
    /// <summary>The shape with the joined axes as 1.</summary>
    private protected Tensor Widen(Tensor t, Shape x) => KeepDim ? t : t.Reshape(Axes.Keep(x));
}

/// <summary>The sum along some axes.</summary>
public sealed record Sum(AxisSet Axes, bool KeepDim) : Reduce(Axes, KeepDim)
{
    internal Tensor Apply(Tensor x)
    {
        var y = Reducer.Sum(x, Axes, KeepDim);
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var shape = node.Input(0)!.Shape;
        return Widen(dy, shape).Expand(shape);
    }
}

/// <summary>The mean along some axes.</summary>
public sealed record Mean(AxisSet Axes, bool KeepDim) : Reduce(Axes, KeepDim)
{
    internal Tensor Apply(Tensor x)
    {
        var y = Reducer.Mean(x, Axes, KeepDim);
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var shape = node.Input(0)!.Shape;
        return (Widen(dy, shape) / Axes.Count(shape)).Expand(shape);
    }
}

/// <summary>The largest along some axes. Where several are the largest, each gets an equal share of the
/// gradient.</summary>
public sealed record Max(AxisSet Axes, bool KeepDim) : Reduce(Axes, KeepDim)
{
    internal Tensor Apply(Tensor x)
    {
        var y = Reducer.Max(x, Axes, KeepDim);
        Node.Record(this, y, 1 | Node.KeepOutput, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var x = node.SavedInput(0);
        var winners = Tensor.Equal(x, Widen(node.SavedOutput().Detach(), x.Shape)).To(dy.DType);
        return winners * (Widen(dy, x.Shape) / Reducer.Sum(winners, Axes, keepDim: true));
    }
}
