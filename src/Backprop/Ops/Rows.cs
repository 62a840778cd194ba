using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = eˣ / Σ eˣ along the last axis, with the largest x subtracted first.</summary>
public sealed record Softmax : Op
{
    internal static readonly Softmax Instance = new();
    private static readonly Formula Powers = Formula.Exp(Input(0) - RowMax(Input(0)));
    private static readonly Program Forward = new(1, 0, Powers / RowSum(Powers));
    private static readonly Program Backward = new(2, 0, Input(1) * (Input(0) - RowSum(Input(0) * Input(1))));

    internal Tensor Apply(Tensor x)
    {
        var y = Tensor.Empty(x.Device, x.Shape, x.DType);
        x.Device.Map(Forward, [y], [x]);
        Node.Record(this, y, Node.KeepOutput, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var y = node.SavedOutput();
        if (GradMode.IsOn)
            return y * (dy - (dy * y).Sum(-1, keepDim: true));
        var dx = Tensor.Empty(dy.Device, dy.Shape, dy.DType);
        dy.Device.Map(Backward, [dx], [dy, y]);
        return dx;
    }
}

/// <summary>y = x − ln Σ eˣ along the last axis.</summary>
public sealed record LogSoftmax : Op
{
    internal static readonly LogSoftmax Instance = new();
    private static readonly Formula Shifted = Input(0) - RowMax(Input(0));
    private static readonly Program Forward = new(1, 0, Shifted - Formula.Log(RowSum(Formula.Exp(Shifted))));
    private static readonly Program Backward = new(2, 0, Input(0) - Formula.Exp(Input(1)) * RowSum(Input(0)));

    internal Tensor Apply(Tensor x)
    {
        var y = Tensor.Empty(x.Device, x.Shape, x.DType);
        x.Device.Map(Forward, [y], [x]);
        Node.Record(this, y, Node.KeepOutput, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var y = node.SavedOutput();
        if (GradMode.IsOn)
            return dy - y.Exp() * dy.Sum(-1, keepDim: true);
        var dx = Tensor.Empty(dy.Device, dy.Shape, dy.DType);
        dy.Device.Map(Backward, [dx], [dy, y]);
        return dx;
    }
}

/// <summary>
/// ln Σ eˣ − x[label] for each row, [n, classes] and labels [n, 1] → [n, 1]. The probabilities are never stored: its
/// gradient softmax(x) − (j = label) is computed from x again.
/// </summary>
public sealed record CrossEntropy : Op
{
    internal static readonly CrossEntropy Instance = new();
    private static readonly Formula Peak = RowMax(Input(0)), Powers = Formula.Exp(Input(0) - Peak);
    private static readonly Formula IsLabel = Equal(Column, Input(1));

    private static readonly Program Forward = new(2, 0,
        Formula.Log(RowSum(Powers)) - RowSum(Select(IsLabel, Input(0) - Peak, 0)));

    private static readonly Program Backward = new(3, 0, Input(2) * (Powers / RowSum(Powers) - IsLabel));

    internal Tensor Apply(Tensor x, Tensor labels)
    {
        var y = Tensor.Empty(x.Device, labels.Shape, x.DType);
        x.Device.Map(Forward, [y], [x, labels]);
        Node.Record(this, y, 3, x, labels);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        Tensor x = node.SavedInput(0), labels = node.SavedInput(1);
        if (GradMode.IsOn)
            return dy * (x.Softmax() - Tensor.Equal(Tensor.Arange(x.Shape[^1]).To(x.Device), labels).To(x.DType));
        var dx = Tensor.Empty(x.Device, x.Shape, x.DType);
        x.Device.Map(Backward, [dx], [x, labels, dy]);
        return dx;
    }
}
