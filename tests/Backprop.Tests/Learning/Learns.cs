using System.Globalization;

namespace Backprop.Tests.Learning;

/// <summary>Not only gradients: a model reaches a level on data within a budget of steps, on the mean of several seeds.
/// Budgets are steps and not seconds, so that the tests say the same on every machine; keep each below a few seconds and
/// mark longer ones <c>[Trait("Speed", "Slow")]</c>.</summary>
internal static class Learns
{
    /// <summary>Fails if the mean over seeds 1, 2, 3 … is below a level.</summary>
    /// <param name="level">What is asked for, such as 0.99.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="score">Trains anew with a seed (already given to <see cref="Tensor.Seed"/>) and measures, where large
    /// is good.</param>
    internal static void To(double level, int seeds, Func<int, double> score)
    {
        var scores = new double[seeds];
        for (int seed = 1; seed <= seeds; seed++)
        {
            Tensor.Seed(seed);
            scores[seed - 1] = score(seed);
        }
        string each = string.Join(", ", scores.Select(s => s.ToString("F4", CultureInfo.InvariantCulture)));
        Assert.True(scores.Average() >= level, string.Create(CultureInfo.InvariantCulture,
            $"The mean is {scores.Average():F4}, asked for {level}. Of each seed: {each}."));
    }

    /// <summary>Trains a classifier with Adam for a budget of steps and returns the share of test examples it gets
    /// right.</summary>
    /// <param name="net">Inputs → scores <c>[batch, classes]</c>.</param>
    /// <param name="train">Inputs and int32 labels.</param>
    /// <param name="test">The same, never trained on.</param>
    /// <param name="steps">How many steps, about; whole passes are made.</param>
    /// <param name="batchSize">Examples in a step.</param>
    /// <param name="rate">The largest learning rate; it rises and falls once.</param>
    internal static double Classifier(
        Module net, TensorDataset train, TensorDataset test, int steps, int batchSize = 64, double rate = 1e-2)
    {
        int perPass = (train.Count + batchSize - 1) / batchSize, epochs = Math.Max(1, steps / perPass);
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = rate },
            Loss = (p, t) => p.CrossEntropy(t),
            Schedule = new OneCycle(epochs * perPass),
            SchedulePerStep = true,
            Metrics = [new Accuracy()],
            DetectAnomaly = true,
        };
        trainer.Fit(train, epochs, batchSize);
        return trainer.Measure(test).Metrics["accuracy"];
    }
}
