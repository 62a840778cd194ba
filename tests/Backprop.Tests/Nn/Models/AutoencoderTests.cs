using static Backprop.Tests.Models.Learning;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Models;

[Collection(nameof(Seeded))]
public class AutoencoderTests
{
    /// <summary>Images of 600 digits as rows; their pixels have a mean squared distance of about 0.056 from their
    /// mean image.</summary>
    private static readonly Tensor Images = Digits(600, 1).Inputs.Flatten();

    [Fact]
    public void It_rebuilds_digits_much_better_than_their_mean_does()
    {
        Tensor.Seed(1);
        var net = new Autoencoder(Encoder(new Identity()), Decoder());
        Train(net, epochs: 30);
        double mean = (Images - Images.Mean(0)).Square().Mean().Item();
        Assert.InRange(net.Loss(Images).Item(), 0, 0.6 * mean);
        Assert.Equal([600, 12], net.Encode(Images).Shape);
        Assert.Equal(net.Loss(Images).Item(), net.Errors(Images).Mean().Item(), 1e-5);
    }

    [Fact]
    public void What_is_unlike_all_that_was_learned_is_rebuilt_worse()
    {
        Tensor.Seed(1);
        var net = new Autoencoder(Encoder(new Identity()), Decoder());
        Train(net, epochs: 25);
        // The same ink, with the pixels of each image in another order.
        var strange = Images.T[Tensor.Randperm(784)].T;
        Tensor usual = net.Errors(Images), unusual = net.Errors(strange);
        // How often one of them has the larger error: the area under the curve of an anomaly detector.
        double area = (unusual.Unsqueeze(1) > usual).To(DType.Float64).Mean().Item();
        Assert.InRange(area, 0.9, 1);
    }

    [Fact]
    public void A_denoising_one_takes_noise_away()
    {
        Tensor.Seed(2);
        var net = new DenoisingAutoencoder(Encoder(new Identity()), Decoder(), noise: 0.4);
        Train(net, epochs: 15);
        var noisy = net.Corrupt(Images);
        Assert.Equal(0.16, noisy.Mse(Images).Item(), 0.005);
        Assert.InRange(net.Forward(noisy).Mse(Images).Item(), 0, 0.06);
    }

    [Fact]
    public void A_sparse_ones_units_are_as_quiet_as_asked()
    {
        Tensor.Seed(3);
        var net = new SparseAutoencoder(Encoder(Functional.Sigmoid), Decoder(), activity: 0.1, strength: 0.05);
        Train(net, epochs: 15);
        double[] activity = net.Encode(Images).Mean(0).ToArray<double>();
        Assert.All(activity, a => Assert.InRange(a, 0.05, 0.2));
    }

    [Fact]
    public void A_contractive_ones_code_moves_less_with_the_image()
    {
        Tensor.Seed(4);
        var plain = new Autoencoder(Encoder(Functional.Sigmoid), Decoder());
        Tensor.Seed(4);
        var contractive = new ContractiveAutoencoder(Encoder(Functional.Sigmoid), Decoder(), strength: 0.1);
        Train(plain, epochs: 2);
        Train(contractive, epochs: 2);
        Assert.True(Moves(contractive) < 0.7 * Moves(plain), $"{Moves(contractive)} {Moves(plain)}");

        static double Moves(Autoencoder net)
        {
            var x = Images[..100].Clone().RequireGrad();
            return Penalty.Contractive(net.Encode(x), x).Item();
        }
    }

    [Fact]
    public void The_contractive_loss_has_the_gradient_that_nudging_finds()
    {
        var x = Noise([3, 4]);
        Tensor w = Noise([2, 4], 2), v = Noise([4, 2], 3);
        var result = GradCheck.OfAll(p => new ContractiveAutoencoder([y => y.MatMul(p[0].T), Functional.Tanh], [y => y.MatMul(p[1].T)], 0.3).Loss(x), w, v);
        Assert.True(result.Passed, result.Message);
    }

    [Fact]
    public void A_variational_ones_codes_fill_the_bell_curve_and_rebuild()
    {
        Tensor.Seed(5);
        var net = new VariationalAutoencoder([new Linear(784, 64), Functional.Relu], 64, 4,
            [new Linear(4, 64), Functional.Relu, new Linear(64, 784), Functional.Sigmoid]);
        double start = net.Loss(Images).Item();
        Train(net, epochs: 20);
        double end = net.Loss(Images).Item();
        Assert.True(end < 0.45 * start, $"{start} → {end}");
        var codes = net.Encode(Images);
        Assert.InRange(codes.Mean(0).Abs().Max().Item(), 0, 0.5);
        Assert.InRange(codes.Std().Item(), 0.2, 1.3);
        var made = net.Sample(8);
        Assert.Equal([8, 784], made.Shape);
        Assert.Equal(["encoder.0.weight", "mean.weight", "log_variance.weight"],
            net.NamedParameters.Select(p => p.Name).Where(n => n is "encoder.0.weight" or "mean.weight" or "log_variance.weight"));
    }

    [Fact]
    public void The_divergence_from_the_bell_curve_is_that_of_the_formula()
    {
        Assert.Equal(0, VariationalAutoencoder.Divergence(Tensor.Zeros(3, 2), Tensor.Zeros(3, 2)).Item());
        // ½ (1 + e − 1 − 1) for each of two numbers.
        Assert.Equal(Math.E - 1, VariationalAutoencoder.Divergence(Tensor.Ones(3, 2), Tensor.Ones(3, 2)).Item(), 1e-6);
    }

    private static Sequential Encoder(Layer last) => [new Linear(784, 64), Functional.Relu, new Linear(64, 12), last];

    private static Sequential Decoder() => [new Linear(12, 64), Functional.Relu, new Linear(64, 784), Functional.Sigmoid];

    private static void Train(Autoencoder net, int epochs)
    {
        var optimizer = new Adam(net.Parameters) { LearningRate = 3e-3 };
        for (int epoch = 0; epoch < epochs; epoch++)
            foreach (var x in Images[Tensor.Randperm(600)].Split(50))
                Step(optimizer, net.Loss(x));
    }
}
