using static Backprop.Tests.WorkedNumbers.Float64;

namespace Backprop.Tests.WorkedNumbers;

/// <summary>First weights and normalising, regularising, convolution.</summary>
internal static class Lessons14To16
{
    // First weights are float32.
    private const double InFloat32 = 2e-7;

    private static readonly Lazy<Tensor> Xavier = new(() => Deviation(Init.XavierNormal, [256, 784]));

    private static Tensor Grey =>
        Matrix(new double[,] { { 1, 2, 0, 1 }, { 0, 1, 3, 1 }, { 2, 1, 0, 0 }, { 1, 0, 2, 1 } }).Reshape(1, 1, 4, 4);

    private static Tensor Corner => Matrix(new double[,] { { 1, 0 }, { 0, -1 } }).Reshape(1, 1, 2, 2);

    public static Answers Answers => new()
    {
        { "L14.he", () => Deviation(Init.HeNormal, [128, 784]), InFloat32 },
        { "L14.xavier", () => Xavier.Value, InFloat32 },
        { "L14.xavier.misread", () => Xavier.Value.Square(), 2 * InFloat32 },
        { "L14.xavier.factor", () => Xavier.Value / Xavier.Value.Square(), InFloat32 },
        { "L14.twenty", () => LeftByReluLayers(20), 40 * InFloat32 },
        { "L14.batch_norm.1", () => Normalised()[0] },
        { "L14.batch_norm.2", () => Normalised()[1] },
        { "L14.batch_norm.3", () => Normalised()[2] },
        { "L14.batch_norm.6", () => Normalised()[3] },
        { "L14.clip.0", () => Clipped()[0] },
        { "L14.clip.1", () => Clipped()[1] },
        { "L14.ages.mean", () => ScaledAges().Mean },
        { "L14.ages.deviation", () => ScaledAges().Deviation },

        { "L15.dropout", () => Dropout.Keeping(0.8).Forward(Tensor.Ones([1000], DType.Float64)).Max() },
        { "L15.l2.gradient", () => Slope(w => 0.01 * Penalty.L2(w), 3) },
        { "L15.l2.loss", () => 0.01 * Penalty.L2(Number(3)) },

        { "L16.conv.00", () => Grey.Conv2d(Corner)[0, 0, 0, 0] },
        { "L16.conv.01", () => Grey.Conv2d(Corner)[0, 0, 0, 1] },
        { "L16.conv.02", () => Grey.Conv2d(Corner)[0, 0, 0, 2] },
        { "L16.conv.10", () => Grey.Conv2d(Corner)[0, 0, 1, 0] },
        { "L16.conv.11", () => Grey.Conv2d(Corner)[0, 0, 1, 1] },
        { "L16.conv.12", () => Grey.Conv2d(Corner)[0, 0, 1, 2] },
        { "L16.conv.20", () => Grey.Conv2d(Corner)[0, 0, 2, 0] },
        { "L16.conv.21", () => Grey.Conv2d(Corner)[0, 0, 2, 1] },
        { "L16.conv.22", () => Grey.Conv2d(Corner)[0, 0, 2, 2] },
        { "L16.pool.00", () => Grey.MaxPool2d(2)[0, 0, 0, 0] },
        { "L16.pool.01", () => Grey.MaxPool2d(2)[0, 0, 0, 1] },
        { "L16.pool.10", () => Grey.MaxPool2d(2)[0, 0, 1, 0] },
        { "L16.pool.11", () => Grey.MaxPool2d(2)[0, 0, 1, 1] },
        { "L16.kernel.00", () => KernelGradient()[0, 0, 0, 0] },
        { "L16.kernel.01", () => KernelGradient()[0, 0, 0, 1] },
        { "L16.kernel.10", () => KernelGradient()[0, 0, 1, 0] },
        { "L16.kernel.11", () => KernelGradient()[0, 0, 1, 1] },
        { "L16.weights", () => new Conv2d(3, 16, kernel: 3).Parameters.Sum(p => p.Shape.Size) },
        { "L16.dense", WeightsOfADenseLayer },
    };

    /// <summary>The standard deviation from which first weights are drawn: they are that much larger than the same
    /// draws from the bell curve of deviation 1.</summary>
    private static Tensor Deviation(Func<Shape, Tensor> draw, Shape shape)
    {
        Tensor.Seed(1);
        Tensor weights = draw(shape).Detach().To(DType.Float64);
        Tensor.Seed(1);
        Tensor plain = Init.Normal(shape).Detach().To(DType.Float64);
        return (weights * plain).Sum() / plain.Square().Sum();
    }

    /// <summary>The share of the variance that comes through some ReLU layers with Xavier's weights. He's let all of it
    /// through.</summary>
    private static Tensor LeftByReluLayers(int layers)
    {
        Tensor ratio = Deviation(Init.XavierNormal, [64, 64]) / Deviation(Init.HeNormal, [64, 64]);
        return ratio.Square().Pow(layers);
    }

    private static Tensor Normalised() =>
        new BatchNorm1d(1, epsilon: 0, affine: false).Forward(Vector(1, 2, 3, 6).Unsqueeze(1));

    private static Tensor Clipped()
    {
        Tensor w = Vector(0, 0).RequireGrad();
        w.Grad = Vector(3, 4);
        new[] { w }.ClipGradNorm(1);
        return w.Grad;
    }

    private static Standardizer ScaledAges()
    {
        var scaler = new Standardizer();
        scaler.Fit(Datasets.Insurance.ToTensor("age"));
        return scaler;
    }

    private static Tensor KernelGradient()
    {
        Tensor kernel = Corner.RequireGrad();
        return Tensor.Gradient(Grey.Conv2d(kernel).Sum(), kernel);
    }

    // The layer itself would take 200 MB.
    private static double WeightsOfADenseLayer()
    {
        Tensor image = Tensor.Zeros(1, 3, 32, 32);
        Tensor maps = new Conv2d(3, 16, kernel: 3, padding: 1).Forward(image);
        Shape weight = [maps.Shape.Size, image.Shape.Size];
        return weight.Size;
    }
}
