namespace Backprop.Tests.Learning;

[Collection(nameof(Seeded))]
public class LearningTests
{
    [Fact]
    public void Spirals_are_told_apart_by_a_small_perceptron()
    {
        Learns.To(0.99, seeds: 3, seed =>
        {
            TensorDataset train = Datasets.Spirals(count: 400, seed: seed), test = Datasets.Spirals(count: 400, seed: 100 + seed);
            Sequential net = [new Linear(2, 32), Functional.Tanh, new Linear(32, 32), Functional.Tanh, new Linear(32, 3)];
            return Learns.Classifier(net, train, test, steps: 1000);
        });
    }

    [Fact]
    public void A_line_cannot_tell_them_apart_which_is_why_the_test_above_says_something()
    {
        TensorDataset spirals = Datasets.Spirals(count: 400, seed: 1);
        Tensor.Seed(1);
        Assert.InRange(Learns.Classifier(new Linear(2, 3), spirals, spirals, steps: 300), 0.4, 0.8);
    }
}
