using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = eˣ / Σ eˣ along the last axis over the elements that are kept; 0 elsewhere, and everywhere in a row
/// that keeps none.</summary>
public sealed record MaskedSoftmax : Op
{
    internal static readonly MaskedSoftmax Instance = new();
    private static readonly Formula Keep = Input(1), Peak = RowMax(Select(Keep, Input(0), float.MinValue));
    private static readonly Formula Powers = Select(Keep, Formula.Exp(Input(0) - Peak), 0);

    // The largest that is kept gives 1, so the sum is 1 or more, or 0 where none is kept.
    private static readonly Program Forward = new(2, 0, Powers / Formula.Max(RowSum(Powers), 0.5));
    private static readonly Program Backward = new(2, 0, Input(1) * (Input(0) - RowSum(Input(0) * Input(1))));

    internal Tensor Apply(Tensor x, Tensor keep)
    {
        var y = Tensor.Empty(x.Device, x.Shape, x.DType);
        x.Device.Map(Forward, [y], [x, keep]);
        Node.Record(this, y, Node.KeepOutput, x, keep);
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
