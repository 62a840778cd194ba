// Outside namespace Backprop, as in a learner's program: there names of functions and of layers live side by side.
using System.Globalization;
using Backprop;
using Backprop.Ops;
using static Backprop.Functional;

namespace Learner;

/// <summary>
/// Programs as lessons write them. That they compile is half of the test. They draw their random numbers alone: with
/// others' draws between theirs, a loss of random data may end higher than it began.
/// </summary>
[Collection(nameof(Backprop.Tests.Seeded))]
public class SnippetTests
{
    [Fact]
    public void Tensors_and_gradients()
    {
        Tensor x = [[1, 2], [3, 4]];
        var w = Tensor.Randn(2, 3).RequireGrad();
        x.MatMul(w).Tanh().Sum().Backward();
        string text = $"{w.Grad} {x[0, ..]} {x[.., ^1]} {x[x > 2]} {1 - x / 2}";
        Assert.EndsWith("[1, 2] [2, 4] [3, 4] [[ 0.5,  0.0],\n [-0.5, -1.0]]", text, StringComparison.Ordinal);
        Assert.Equal([2, 3], w.Grad!.Shape);
    }

    [Fact]
    public void A_net_and_a_loop()
    {
        Tensor.Seed(1);
        Sequential model = [new Linear(784, 128), Relu, new Linear(128, 10)];
        var optimizer = new Sgd(model.Parameters) { LearningRate = 1e-1 };
        var data = new TensorDataset(Tensor.Rand(96, 784), (Tensor.Rand(96) * 10).To(DType.Int32));
        var losses = new List<double>();
        for (int epoch = 1; epoch <= 5; epoch++)
            foreach (var (images, labels) in data.Batches(64, shuffle: true))
            {
                var loss = model.Forward(images).CrossEntropy(labels);
                optimizer.ZeroGrad();
                loss.Backward();
                optimizer.Step();
                losses.Add(loss.Item());
            }
        Assert.Equal(10, losses.Count);
        Assert.True(losses[^1] < losses[0], string.Create(CultureInfo.InvariantCulture, $"{losses[0]} → {losses[^1]}"));
    }

    [Fact]
    public void The_trainer_does_the_same()
    {
        Sequential model = [new Linear(2, 8), Tanh, x => x * 2, new Linear(8, 1), Sigmoid];
        Tensor x = [[0, 0], [0, 1], [1, 0], [1, 1]], y = [[0], [1], [1], [0]];
        var history = new Trainer
        {
            Model = model,
            Optimizer = new Sgd(model.Parameters) { LearningRate = 0.5 },
            Loss = (p, t) => p.BinaryCrossEntropy(t),
            Progress = new Progress<TrainingStep>(_ => { }),
        }.Fit(x, y, epochs: 3);
        Assert.Equal(3, history.Losses.Count);
    }

    [Fact]
    public void A_layer_of_ones_own()
    {
        var block = new Residual(4);
        Assert.Equal(5, block.Parameters.Count);
        Assert.Equal([2, 4], block.Forward(Tensor.Ones(2, 4)).Shape);
    }

    [Fact]
    public void An_op_of_ones_own()
    {
        var result = GradCheck.Of(x => new Swish().Apply(x), Tensor.Linspace(-2, 2, 5));
        Assert.True(result.Passed, result.Message);
    }

    private sealed class Residual(int features) : Module
    {
        public Linear First { get; } = new(features, features);

        public Linear Second { get; } = new(features, features);

        public Tensor Scale { get; } = Tensor.Ones(features).RequireGrad();

        public override Tensor Forward(Tensor x) => x + Scale * Second.Forward(Relu(First.Forward(x)));
    }

    /// <summary>y = x · σ(x)</summary>
    private sealed record Swish : Unary
    {
        protected override Formula Forward(Formula x) => x * Formula.Sigmoid(x);

        protected override Formula Backward(Formula dy, Formula x, Formula y)
        {
            var s = Formula.Sigmoid(x);
            return dy * (s + y * (1 - s));
        }
    }
}
