using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>
/// y = (x − mean) / √(variance + ε) along the last axis, variance being the mean squared distance; or, not centred,
/// y = x / √(mean of x² + ε). All normalising layers are this on some arrangement of rows.
/// </summary>
/// <param name="Epsilon">ε, so that a row of equal numbers does not divide by 0.</param>
/// <param name="IsCentred">Whether the mean is taken off.</param>
public sealed record Standardise(double Epsilon, bool IsCentred) : Op
{
    // Forward is handed x, the length of a row and ε, and gives y, mean and variance.
    private static readonly Formula Count = Scalar(0), Mean = RowSum(Input(0)) / Count;
    private static readonly Program Centred = Forward(Input(0) - Mean, Mean), Plain = Forward(Input(0), 0);

    // Backward is handed dy, x, mean, variance, the length of a row and ε.
    private static readonly Program FromCentred = Backward(true), FromPlain = Backward(false);

    /// <summary>Rows of any number of axes, and each row's mean and variance: <c>[…, n]</c> → <c>[…, n]</c>,
    /// <c>[…, 1]</c>.</summary>
    internal (Tensor Y, Tensor Mean, Tensor Variance) Apply(Tensor x)
    {
        if (!x.DType.IsFloat())
            x = x.To(DType.Float32);
        Shape column = [.. x.Shape[..^1], 1];
        var y = Tensor.Empty(x.Device, x.Shape, x.DType);
        Tensor mean = Tensor.Empty(x.Device, column, x.DType), variance = Tensor.Empty(x.Device, column, x.DType);
        x.Device.Map(IsCentred ? Centred : Plain, [y, mean, variance], [x], [x.Shape[^1], Epsilon]);
        Node.Record(this, y, 7, (ReadOnlySpan<Tensor>)[x, mean, variance]);
        return (y, mean, variance);
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        Tensor x = node.SavedInput(0), mean = node.SavedInput(1), variance = node.SavedInput(2);
        if (GradMode.IsOn)
            return GradientInTensors(dy, x);
        var dx = Tensor.Empty(x.Device, x.Shape, x.DType);
        x.Device.Map(IsCentred ? FromCentred : FromPlain, [dx], [dy, x, mean, variance], [x.Shape[^1], Epsilon]);
        return dx;
    }

    /// <summary>The same in tensor operations, which can be differentiated again.</summary>
    private Tensor GradientInTensors(Tensor dy, Tensor x)
    {
        var distance = IsCentred ? x - x.Mean(-1, keepDim: true) : x;
        var deviation = (distance.Square().Mean(-1, keepDim: true) + Epsilon).Sqrt();
        var y = distance / deviation;
        var dx = dy - y * (dy * y).Mean(-1, keepDim: true);
        return (IsCentred ? dx - dy.Mean(-1, keepDim: true) : dx) / deviation;
    }

    private static Program Forward(Formula distance, Formula mean)
    {
        var variance = RowSum(distance * distance) / Count;
        return new Program(1, 2, distance / Formula.Sqrt(variance + Scalar(1)), mean, variance);
    }

    private static Program Backward(bool isCentred)
    {
        Formula dy = Input(0), deviation = Formula.Sqrt(Input(3) + Scalar(1));
        var y = (isCentred ? Input(1) - Input(2) : Input(1)) / deviation;
        var dx = dy - y * (RowSum(dy * y) / Count);
        return new Program(4, 2, (isCentred ? dx - RowSum(dy) / Count : dx) / deviation);
    }
}
