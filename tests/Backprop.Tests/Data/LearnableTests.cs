using static Backprop.Functional;

namespace Backprop.Tests.Data;

/// <summary>The sets are for learning from: they can be learned, and show what they are made to show.</summary>
[Collection(nameof(Seeded))]
[Trait("Speed", "Slow")]
public class LearnableTests
{
    [Fact]
    public void A_small_net_separates_the_spirals_and_a_line_does_not()
    {
        Tensor.Seed(1);
        var (train, test) = Datasets.Spirals(900, seed: 1).Split(0.7);
        Sequential net = [new Linear(2, 32), new Tanh(), new Linear(32, 32), new Tanh(), new Linear(32, 3)];
        Sequential line = [new Linear(2, 3)];
        Assert.InRange(Learn(net, train, test, epochs: 150), 0.99, 1);
        Assert.InRange(Learn(line, train, test, epochs: 20), 0, 0.7);
    }

    [Fact]
    public void AdaGrad_learns_the_rare_words_of_reviews_and_plain_descent_does_not_at_any_rate()
    {
        double Loss(Func<IEnumerable<Tensor>, Optimizer> make)
        {
            Tensor.Seed(2);
            var net = new Linear(Datasets.ReviewWords.Count, 1);
            var optimizer = make(net.Parameters);
            var data = Datasets.Reviews(600, seed: 3);
            var trainer = new Trainer { Model = net, Optimizer = optimizer, Loss = BinaryCrossEntropyWithLogits };
            trainer.Fit(new DataLoader(data, 16, shuffle: true, seed: 4), epochs: 5);
            return trainer.Evaluate(Datasets.Reviews(1000, seed: 5));
        }
        double[] rates = [0.003, 0.01, 0.03, 0.1, 0.3];
        double[] plain = [.. rates.Select(rate => Loss(p => new Sgd(p) { LearningRate = rate }))];
        double[] adaptive = [.. rates.Select(rate => Loss(p => new AdaGrad(p) { LearningRate = rate }))];
        // ln 2 = 0.69 is what saying fifty-fifty costs.
        Assert.True(adaptive.Min() < 0.45 && plain.Min() > 0.65,
            $"AdaGrad {string.Join(' ', adaptive)}, plain {string.Join(' ', plain)}");
    }

    [Fact]
    public void Neighbours_tell_which_unknown_words_name_places()
    {
        Tensor.Seed(3);
        WordWindows places = Datasets.Places();
        Tensor Inputs(TensorDataset data) => data.Inputs.OneHot(places.Vocabulary.Count).Reshape(data.Count, -1);
        Sequential net = [new Linear(5 * places.Vocabulary.Count, 16), new Tanh(), new Linear(16, 1)];
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = 0.01 },
            Loss = BinaryCrossEntropyWithLogits,
        };
        trainer.Fit(Inputs(places.Train), places.Train.Targets, epochs: 30);
        Tensor said = net.Forward(Inputs(places.Test)) > 0, isPlace = places.Test.Targets > 0;
        double right = (said.To(DType.Float32) * isPlace.To(DType.Float32)).Sum().Item();
        double found = right / isPlace.To(DType.Float32).Sum().Item(), precise = right / said.To(DType.Float32).Sum().Item();
        Assert.True(found >= 0.6 && precise >= 0.6, $"found {found:F2}, precise {precise:F2}");
    }

    [Fact]
    public void Digits_are_too_hard_for_a_softmax_regression()
    {
        Tensor.Seed(4);
        TensorDataset train = Datasets.Digits(3000, seed: 1, flat: true), test = Datasets.Digits(1000, seed: 2, flat: true);
        Assert.InRange(Learn([new Linear(784, 10)], train, test, epochs: 8), 0.6, 0.9);
    }

    private static double Learn(Sequential net, TensorDataset train, TensorDataset test, int epochs)
    {
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = 0.01 },
            Loss = CrossEntropy,
        };
        trainer.Fit(new DataLoader(train, 32, shuffle: true, seed: 1), epochs);
        int[] said = net.Forward(test.Inputs).ArgMax(1).ToArray<int>();
        return said.Zip(test.Targets.ToArray<int>()).Average(p => p.First == p.Second ? 1.0 : 0);
    }
}
