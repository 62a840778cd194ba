using Backprop.Ops;

namespace Backprop.Tests;

/// <summary>At least one case for every op. A new op adds its line here; a test fails until it does.</summary>
internal static class OpCases
{
    private static readonly Activation Mish = Activation.Define("mish", x => x * Functional.Tanh(Functional.Log(1 + Functional.Exp(x))));
    private static readonly Tensor Labels = Tensor.From([2, 0, 1]);
    private static readonly Tensor Column = Tensor.From([1, 0, 2, 2], [4, 1]);

    internal static IEnumerable<OpCase> All => [.. Elementwise, .. Functions, .. Units, .. Structure, .. Reductions, .. Losses, .. Images];

    private static OpCase[] Elementwise =>
    [
        new("add", x => x[0] + x[1], Wide(), Wide(1)),
        new("add broadcast", x => x[0] + x[1], Wide(), Row()),
        new("subtract", x => x[0] - x[1], Wide(), Tall()),
        new("multiply", x => x[0] * x[1], Wide(), Wide(1)),
        new("multiply broadcast both ways", x => x[0] * x[1], Tall(), Row()),
        new("multiply by a literal", x => 3 * x[0] - 1, Wide()),
        new("multiply with itself", x => x[0] * x[0] * x[0], Wide()),
        new("divide", x => x[0] / x[1], Wide(), Positive()),
        new("divide strided", x => x[0].T / x[1], Wide(), Positive().T.Clone()),
        new("power", x => x[0].Pow(x[1]), Positive(), Wide()),
        new("power of a number", x => x[0].Pow(2.5) + x[0].Pow(-2) + x[0].Pow(4), Positive()),
        new("negate", x => -x[0], Wide()),
        new("abs", x => x[0].Abs(), Wide()),
        new("square", x => x[0].Square(), Wide()),
        new("maximum", x => Tensor.Maximum(x[0], x[1]), Wide(), Wide(1)),
        new("minimum", x => Tensor.Minimum(x[0], x[1]), Wide(), Row()),
        new("clamp", x => x[0].Clamp(-0.55, 0.65), Wide()),
        new("where", x => Tensor.Where(x[0] > 0, x[0] * 2, x[1] * x[1]), Wide(), Row()),
        new("formula of one's own", x => Swish.Apply(x[0]), Wide()),
        new("formula of two", x => Ratio.Apply(x[0], x[1]), Wide(), Positive()),
        new("cast", x => x[0].To(DType.Float32).To(DType.Float64), Tensor.From([1.0, 2, 4], dtype: DType.Float64))
            { Twice = false, Tolerance = 0.02 },
    ];

    private static OpCase[] Functions =>
    [
        new("exp", x => x[0].Exp(), Wide()),
        new("log", x => x[0].Log(), Positive()),
        new("sqrt", x => x[0].Sqrt(), Positive()),
        new("sin", x => x[0].Sin(), Wide()),
        new("cos", x => x[0].Cos(), Wide()),
        new("tanh", x => x[0].Tanh(), Wide()),
        new("tanh of a transposed view", x => x[0].T.Tanh(), Wide()),
        new("sigmoid", x => x[0].Sigmoid(), Wide()),
        new("relu", x => x[0].Relu(), Wide()),
        new("softmax", x => x[0].Softmax(), Wide()),
        new("softmax along the first axis", x => x[0].Softmax(0), Wide()),
        new("log softmax", x => x[0].LogSoftmax(), Wide()),
        new("masked softmax", x => x[0].MaskedSoftmax(Tensor.From([true, true, false, true])), Wide()),
        new("clone", x => x[0].Clone() * x[0], Wide()),
    ];

    private static OpCase[] Units =>
    [
        new("threshold", x => x[0].Threshold(0.07, -0.3), Wide()),
        new("hard tanh", x => x[0].HardTanh(-0.55, 0.65), Wide()),
        new("leaky relu", x => x[0].LeakyRelu(0.2), Wide()),
        new("prelu", x => x[0].Prelu(x[1]), Wide(), Tensor.From([0.25], dtype: DType.Float64)),
        new("elu", x => x[0].Elu(0.7), Wide()),
        new("selu", x => x[0].Selu(), Wide()),
        new("silu", x => x[0].Silu(), Wide()),
        new("gelu", x => x[0].Gelu(), Wide()),
        new("gelu, tanh form", x => x[0].Gelu(tanh: true), Wide()),
        new("softplus", x => x[0].Softplus(1.5), Wide()),
        new("log sigmoid", x => x[0].LogSigmoid(), Wide()),
        new("own activation", x => Mish.Forward(x[0]), Wide()),
    ];

    private static OpCase[] Structure =>
    [
        new("reshape", x => x[0].Reshape(2, -1) * 2, Wide()),
        new("reshape of a view", x => x[0].T.Reshape(-1).Square(), Wide()),
        new("permute", x => x[0].Permute(2, 0, 1).Square(), Cube()),
        new("transpose", x => x[0].Transpose(0, 1) * x[1], Wide(), Wide().T.Clone()),
        new("squeeze and unsqueeze", x => x[0].Unsqueeze(1).Squeeze(1).Exp(), Wide()),
        new("expand", x => x[0].Expand(2, 3, 4).Square(), Row()),
        new("index", x => x[0][1].Square(), Wide()),
        new("slice", x => x[0][.., 1..3].Square(), Wide()),
        new("slice with steps", x => x[0][Slice.Every(2), Slice.Every(3)].Square(), Wide()),
        new("embed (gradient of a slice)", x => x[0][^1, ..2] * x[0][0, 2..], Wide()),
        new("pad", x => x[0].Pad((1, 2), value: 0.7).Exp(), Wide()),
        new("pad a view along one axis", x => x[0].T.Pad(axis: 0, before: 2, after: 1).Square(), Wide()),
        new("mask", x => x[0][x[0] > 0].Square(), Wide()),
        new("rows", x => x[0][Labels].Square(), Wide()),
        new("rows twice", x => x[0][Tensor.From([0, 0, 2])].Square(), Wide()),
        new("gather", x => x[0].Gather(1, Tensor.From([0, 3, 2], [3, 1])).Square(), Wide()),
        new("gather along the first axis", x => x[0].Gather(0, Column.T).Square(), Wide()),
        new("scatter (gradient of gather)", x => x[0].Gather(0, Column).Sum() * x[0].Sum(), Tall(4)),
        new("concat", x => Tensor.Concat([x[0], x[1], x[0]], 1).Square(), Wide(), Tall()),
        new("concat of five", x => Tensor.Concat([x[0], x[0], x[1], x[0], x[1]]).Exp(), Row(), Row(1)),
        new("stack", x => Tensor.Stack([x[0], x[1]], 1).Square(), Row(), Row(1)),
        new("split", x => { var p = x[0].Split(3, 1); return p[0].Sum(1) * p[1].Squeeze(1); }, Wide()),
        new("a row of the tensor as a literal", x => { Tensor m = [x[0], 2 * x[1]]; return m.Square(); }, Row(), Row(1)),
        new("matmul", x => x[0].MatMul(x[1]), Wide(), Wide(1).T.Clone()),
        new("matmul of views", x => x[0].T.MatMul(x[1]), Wide(), Wide(1)),
        new("matmul of vectors", x => x[0].MatMul(x[1]), Row(), Row(1)),
        new("matmul matrix by vector", x => x[0].MatMul(x[1]), Wide(), Row()),
        new("matmul vector by matrix", x => x[0].MatMul(x[1]), Row(), Wide().T.Clone()),
        new("matmul batched", x => x[0].MatMul(x[1]), Cube(), Cube().Transpose(1, 2).Clone()),
        new("matmul of a batch by one matrix", x => x[0].MatMul(x[1]), Cube(), Wide().T.Clone()),
        new("matmul of one matrix by a batch", x => x[0].MatMul(x[1]), Wide().T.Clone(), Cube()),
        new("matmul broadcast batch", x => x[0].MatMul(x[1]), Cube().Unsqueeze(0), Cube().Unsqueeze(1).Transpose(2, 3)),
    ];

    private static OpCase[] Reductions =>
    [
        new("sum", x => x[0].Sum() * x[0].Sum(), Wide()),
        new("sum of columns", x => x[0].Sum(0).Square(), Wide()),
        new("sum of rows", x => x[0].Sum(1, keepDim: true).Square(), Wide()),
        new("sum in the middle", x => x[0].Sum(1).Square(), Cube()),
        new("sum along two axes", x => x[0].Sum([0, 2]).Square(), Cube()),
        new("sum of a view", x => x[0].T.Sum(0).Square(), Wide()),
        new("mean", x => x[0].Mean().Square(), Wide()),
        new("mean of columns", x => x[0].Mean(0).Square(), Wide()),
        new("mean along two axes", x => x[0].Mean([0, 1], keepDim: true).Square(), Cube()),
        new("max", x => x[0].Max().Square(), Wide()),
        new("max of columns", x => x[0].Max(0).Square(), Wide()),
        new("max of rows", x => x[0].Max(-1, keepDim: true).Square(), Wide()),
        new("min of rows", x => x[0].Min(-1).Square(), Wide()),
        new("variance", x => x[0].Var(), Wide()),
        new("standard deviation of columns", x => x[0].Std(0, unbiased: false), Wide()),
    ];

    private static OpCase[] Losses =>
    [
        new("mae", x => x[0].Mae(x[1]), Wide(), Wide(1)),
        new("huber", x => x[0].Huber(x[1], 0.4), Wide(), Wide(1)),
        new("hinge", x => x[0].Hinge(x[1]), Wide(), Wide(1)),
        new("divergence", x => x[0].KlDivergence(x[1]), Wide(), Positive()),
        new("cross-entropy with smoothing", x => x[0].CrossEntropy(Labels, 0.1), Wide()),
        new("nll", x => x[0].Nll(Labels), Wide()),
        new("mse", x => x[0].Mse(x[1]), Wide(), Wide(1)),
        new("binary cross-entropy", x => x[0].BinaryCrossEntropy(x[1]), Wide().Sigmoid(), Wide(1).Sigmoid()),
        new("binary cross-entropy with logits", x => x[0].BinaryCrossEntropyWithLogits(x[1]), Wide(), Wide(1).Sigmoid()),
        new("cross-entropy", x => x[0].CrossEntropy(Labels), Wide()),
        new("cross-entropy with probabilities", x => x[0].CrossEntropy(x[1].Softmax()), Wide(), Wide(1)),
        new("cross-entropy of a sequence", x => x[0].CrossEntropy(Tensor.From([0, 1, 2, 3, 3, 1], [2, 3])), Cube()),
    ];

    private static OpCase[] Images =>
    [
        new("convolution", x => x[0].Conv2d(x[1], x[2]), Picture(), Kernels(3, 2), Spread([3], 0.3, -0.2, 2)),
        new("convolution, padded, with steps and gaps",
            x => x[0].Conv2d(x[1], stride: (2, 1), padding: (1, 2), dilation: (1, 2)), Picture(), Kernels(2, 2)),
        new("convolution by groups", x => x[0].Conv2d(x[1], groups: 2), Picture(), Kernels(4, 1)),
        new("convolution of a view", x => x[0].Transpose(2, 3).Conv2d(x[1].Transpose(2, 3), padding: 1),
            Picture(), Kernels(3, 2)),
        new("convolution along one axis", x => x[0].Conv1d(x[1], stride: 2, padding: 1), Cube(), Spread([2, 3, 3], 0.13, -1.1, 7)),
        new("transposed convolution", x => x[0].ConvTranspose2d(x[1], x[2], stride: 2, padding: 1, outputPadding: (1, 0)),
            Picture(), Kernels(2, 3), Spread([3], 0.3, -0.2, 2)),
        new("transposed convolution by groups", x => x[0].ConvTranspose2d(x[1], dilation: 2, groups: 2), Picture(), Kernels(2, 1)),
        new("max pool", x => x[0].MaxPool2d(2).Square(), Picture()),
        new("max pool, windows that overlap", x => x[0].MaxPool2d((3, 2), stride: 1, padding: 1).Square(), Picture()),
        new("max pool along one axis", x => x[0].MaxPool1d(2, stride: 1).Square(), Cube()),
        new("average pool", x => x[0].AvgPool2d(2, stride: 1, padding: 1, countPadding: false).Square(), Picture()),
        new("adaptive average pool", x => x[0].AdaptiveAvgPool2d((3, 2)).Square(), Picture()),
        new("flatten", x => x[0].Flatten().Square(), Cube()),
        new("standardised rows", x => new Standardise(0.01, true).Apply(x[0]).Y * x[1], Wide(), Wide(1)),
        new("standardised rows, not centred", x => new Standardise(0.01, false).Apply(x[0]).Y * x[1], Wide(), Wide(1)),
    ];

    private static FormulaOp Swish { get; } = new(Formula.Input(0) * Formula.Sigmoid(Formula.Input(0)), 1);

    private static FormulaOp Ratio { get; } = new(Formula.Exp(Formula.Input(0)) / (1 + Formula.Input(1)), 2);

    /// <summary>[3, 4], positive and negative, away from 0 and from each other.</summary>
    private static Tensor Wide(int variant = 0) => Spread([3, 4], 0.23, -1.17 + 0.31 * variant, 5 + 2 * variant);

    private static Tensor Row(int variant = 0) => Spread([4], 0.41, -0.72 + 0.26 * variant, 3);

    private static Tensor Tall(int rows = 3) => Spread([rows, 1], 0.57, -0.91, 2);

    private static Tensor Cube() => Spread([2, 3, 4], 0.11, -1.2, 7);

    /// <summary>Two images of two channels.</summary>
    private static Tensor Picture() => Spread([2, 2, 4, 5], 0.031, -1.2, 29);

    private static Tensor Kernels(int first, int second) => Spread([first, second, 3, 2], 0.17, -1.3, 5);

    private static Tensor Positive() => Spread([3, 4], 0.19, 0.3, 5);

    /// <summary>Even steps in mixed order, so that neighbours differ in size and sign.</summary>
    private static Tensor Spread(Shape shape, double step, double start, int stride)
    {
        var values = new double[shape.Size];
        for (int i = 0; i < values.Length; i++)
            values[i] = start + step * (i * stride % values.Length);
        return Tensor.From(values, shape, DType.Float64);
    }
}
