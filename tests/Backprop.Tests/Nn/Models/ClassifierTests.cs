using static Backprop.Tests.Models.Learning;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Models;

[Collection(nameof(Seeded))]
public class ClassifierTests
{
    [Fact]
    public void A_perceptron_is_linear_layers_with_activations_between_them()
    {
        var net = new Mlp([784, 128, 10]);
        Assert.Equal("Mlp(Linear(784 → 128) → Relu → Linear(128 → 10))", net.ToString());
        Assert.Equal([3, 10], net.Forward(Tensor.Zeros(3, 1, 28, 28)).Shape);
        Assert.Equal("layers.0.weight", net.NamedParameters[0].Name);
        Assert.Contains("two widths", MessageOf<ArgumentException>(() => _ = new Mlp([784])), StringComparison.Ordinal);
    }

    [Fact]
    public void LeNet_has_61706_weights_under_the_usual_names()
    {
        var net = new LeNet();
        Assert.Equal(61_706, net.Parameters.Sum(p => p.Shape.Size));
        Assert.Equal(["conv1.weight", "conv1.bias", "conv2.weight"], net.NamedParameters.Take(3).Select(p => p.Name));
        Assert.Equal([2, 10], net.Forward(Tensor.Zeros(2, 1, 28, 28)).Shape);
        Assert.Equal([2, 10], net.Forward(Tensor.Zeros(2, 784)).Shape);
        Assert.ThrowsAny<ArgumentException>(() => net.Forward(Tensor.Zeros(2, 1, 32, 32)));
    }

    [Theory]
    [InlineData(1, 28, 28)]
    [InlineData(3, 32, 32)]
    [InlineData(3, 9, 7)]
    public void Deep_nets_take_images_of_any_size(int channels, int height, int width)
    {
        var x = Noise([2, channels, height, width], dtype: DType.Float32);
        Module[] nets = [new ResNet(channels, classes: 5, width: 4, blocks: 2), new DenseNet(channels, classes: 5, growth: 2, depth: 2)];
        foreach (var net in nets)
        {
            var y = net.Forward(x);
            Assert.Equal([2, 5], y.Shape);
            y.Square().Sum().Backward();
            Assert.All(net.NamedParameters, p => Assert.True(p.Value.Grad is not null, p.Name));
            Assert.NotEmpty(net.NamedBuffers);
        }
    }

    [Fact]
    public void A_residual_net_has_as_many_layers_as_said()
    {
        // 6 · blocks + 2, and two projections.
        Assert.Equal(14 + 2, new ResNet(blocks: 2).Parameters.Count(p => p.Shape.Rank > 1));
    }

    [Fact]
    public void A_perceptron_learns_digits_quickly() =>
        Reaches(0.75, seeds: 1, () => new Mlp([784, 128, 10]), digits: 3000, epochs: 5, rate: 3e-3, batch: 32);

    [Fact]
    public void LeNet_learns_digits_quickly() =>
        Reaches(0.75, seeds: 1, () => new LeNet(), digits: 2000, epochs: 2, rate: 3e-3, batch: 32);

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_perceptron_reaches_97_percent_of_digits_on_the_mean_of_three_seeds() =>
        Reaches(0.97, seeds: 3, () => new Mlp([784, 256, 10]), digits: 15_000, epochs: 6, rate: 3e-3, batch: 64);

    [Fact]
    [Trait("Speed", "Slow")]
    public void LeNet_reaches_99_percent_of_digits_on_the_mean_of_two_seeds() =>
        Reaches(0.99, seeds: 2, () => new LeNet(), digits: 6000, epochs: 5, rate: 3e-3, batch: 64);

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_residual_net_reaches_95_percent_of_digits() =>
        Reaches(0.95, seeds: 1, () => new ResNet(width: 8), digits: 2000, epochs: 2, rate: 5e-3, batch: 32);

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_densely_connected_net_reaches_90_percent_of_digits() =>
        Reaches(0.90, seeds: 1, () => new DenseNet(), digits: 2000, epochs: 3, rate: 5e-3, batch: 32);

    [Fact]
    public void Word_windows_are_told_apart_by_the_word_and_its_neighbours()
    {
        Tensor.Seed(1);
        var net = new WordWindowClassifier(vocabulary: 40);
        var (x, y) = Windows(2000, seed: 1);
        var (other, truth) = Windows(500, seed: 2);
        var optimizer = new Adam(net.Parameters) { LearningRate = 0.01 };
        for (int epoch = 0; epoch < 8; epoch++)
            foreach (var (windows, places) in new TensorDataset(x, y).Batches(50, shuffle: true))
                Step(optimizer, net.Forward(windows).BinaryCrossEntropyWithLogits(places));
        double right = Tensor.Equal(net.Forward(other) > 0, truth > 0.5).To(DType.Float64).Mean().Item();
        Assert.InRange(right, 0.95, 1);
        Assert.Contains("[batch, 5]", MessageOf<ArgumentException>(() => net.Forward(Tensor.Zeros([3, 4], DType.Int32))), StringComparison.Ordinal);
    }

    private static void Reaches(
        double level, int seeds, Func<Module> make, int digits, int epochs, double rate, int batch)
    {
        TensorDataset train = Digits(digits, 1), test = Digits(1000, 2);
        Assert.InRange(Mean(seeds, () => Accuracy(make(), train, test, epochs, rate, batch)), level, 1);
    }

    // Words 30 to 39 may be places or people ("Paris"): places are those behind word 0 or 1 ("in", "near").
    private static (Tensor Windows, Tensor Places) Windows(int count, int seed)
    {
        var random = new Random(seed);
        var words = new int[count * 5];
        var places = new float[count];
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < 5; k++)
                words[5 * i + k] = random.Next(40);
            if (random.Next(3) > 0)
                words[5 * i + 2] = random.Next(30, 40);
            if (random.Next(2) == 0)
                words[5 * i + 1] = random.Next(2);
            places[i] = words[5 * i + 2] >= 30 && words[5 * i + 1] < 2 ? 1 : 0;
        }
        return (Tensor.From(words, [count, 5]), Tensor.From(places, [count, 1]));
    }
}
