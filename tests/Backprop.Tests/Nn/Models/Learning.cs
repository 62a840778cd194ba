namespace Backprop.Tests.Models;

/// <summary>What tests of learning share: data that is drawn by code, and a plain loop.</summary>
internal static class Learning
{
    /// <summary>Digits as images <c>[count, 1, 28, 28]</c> in 0…1, and their labels.</summary>
    public static TensorDataset Digits(int count, int seed)
    {
        var (images, labels) = GlyphDigits.Draw(count, seed);
        return new TensorDataset(Tensor.From(images, [count, 1, 28, 28]), Tensor.From(labels));
    }

    /// <summary>Trains a classifier with Adam, its rate on half a cosine wave, and returns how many of other examples it
    /// gets right.</summary>
    public static double Accuracy(Module net, TensorDataset train, TensorDataset test, int epochs, double rate, int batch)
    {
        var optimizer = new Adam(net.Parameters) { LearningRate = rate };
        var schedule = new CosineDecay(epochs * train.Batches(batch).Count).Start(optimizer);
        net.Train();
        for (int epoch = 0; epoch < epochs; epoch++)
            foreach (var (x, y) in train.Batches(batch, shuffle: true))
            {
                Step(optimizer, net.Forward(x).CrossEntropy(y));
                schedule.Step();
            }
        return Right(net, test);
    }

    /// <summary>One step of an optimizer.</summary>
    public static void Step(Optimizer optimizer, Tensor loss)
    {
        optimizer.ZeroGrad();
        loss.Backward();
        optimizer.Step();
    }

    /// <summary>The mean over some seeds.</summary>
    public static double Mean(int seeds, Func<double> result) => Enumerable.Range(1, seeds).Average(seed =>
    {
        Tensor.Seed(seed);
        return result();
    });

    private static double Right(Module net, TensorDataset test)
    {
        using var scope = net.Evaluate();
        return Tensor.Equal(net.Forward(test.Inputs).ArgMax(1), test.Targets).To(DType.Float64).Mean().Item();
    }
}
