using static Backprop.Tests.WorkedNumbers.Float64;

namespace Backprop.Tests.WorkedNumbers;

/// <summary>Activations, XOR, softmax and cross-entropy.</summary>
internal static class Lessons04To07
{
    private static readonly Lazy<Tensor> Xor = new(TwoRelus);

    private static Tensor Logits => Matrix(new[,] { { 2, 1, 0.1 } });

    private static Tensor FirstClass => Tensor.From([0]);

    public static Answers Answers => new()
    {
        { "L04.slope.0", () => Slope(Functional.Sigmoid, 0) },
        { "L04.slope.0.ten", () => Slope(TenSigmoids, 0) },
        { "L04.slope.5", () => Slope(Functional.Sigmoid, 5) },
        { "L04.slope.10", () => Slope(Functional.Sigmoid, 10) },
        { "L04.tanh", () => Number(0.7).Tanh() },
        { "L04.tanh.sigmoid", () => 2 * Number(1.4).Sigmoid() - 1 },
        { "L04.limit", () => Number(float.MaxValue).Log() },

        { "L05.leaky", () => Number(-1).LeakyRelu() },
        { "L05.elu", () => Number(-1).Elu() },
        { "L05.swish", () => Number(-1).Swish() },
        { "L05.gelu", () => Number(-1).Gelu() },
        { "L05.gelu.tanh", () => Number(-1).Gelu(tanh: true) },
        { "L05.gelu.1", () => Number(1).Gelu() },
        { "L05.gelu.tanh.1", () => Number(1).Gelu(tanh: true) },
        { "L05.max", () => Tensor.Maximum(2 * Number(1), Number(1)) },

        { "L06.xor.00", () => Xor.Value[0] },
        { "L06.xor.01", () => Xor.Value[1] },
        { "L06.xor.10", () => Xor.Value[2] },
        { "L06.xor.11", () => Xor.Value[3] },
        { "L06.width", () => (Number(784) * 10).Sqrt() },

        { "L07.softmax.0", () => Logits.Softmax()[0, 0] },
        { "L07.softmax.1", () => Logits.Softmax()[0, 1] },
        { "L07.softmax.2", () => Logits.Softmax()[0, 2] },
        { "L07.ce", () => Logits.CrossEntropy(FirstClass) },
        { "L07.gradient.0", () => CrossEntropySlope()[0, 0] },
        { "L07.gradient.1", () => CrossEntropySlope()[0, 1] },
        { "L07.gradient.2", () => CrossEntropySlope()[0, 2] },
        { "L07.surprise", () => Number(0.01).BinaryCrossEntropy(Number(1)) },
        { "L07.untrained", () => Tensor.Zeros([1, 10], DType.Float64).CrossEntropy(FirstClass) },
        { "L07.logit", () => (Number(0.35) / (1 - Number(0.35))).Log() },
    };

    // Each is moved down to 0, where the next is steepest.
    private static Tensor TenSigmoids(Tensor x) =>
        Enumerable.Range(0, 10).Aggregate(x, (h, _) => h.Sigmoid() - 0.5);

    /// <summary>relu(x₁ + x₂) − 2 relu(x₁ + x₂ − 1) of the four rows.</summary>
    private static Tensor TwoRelus()
    {
        Sequential net =
        [
            new Linear(2, 2) { Weight = [[1, 1], [1, 1]], Bias = [0, -1] }, Functional.Relu,
            new Linear(2, 1) { Weight = [[1, -2]], Bias = [0] },
        ];
        return net.Forward(Datasets.Xor.ToTensor("x1", "x2")).Squeeze(1);
    }

    private static Tensor CrossEntropySlope()
    {
        Tensor z = Logits.RequireGrad();
        return Tensor.Gradient(z.CrossEntropy(FirstClass), z);
    }
}
