using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class LossTests
{
    [Fact]
    public void Mse_of_the_first_house_is_the_squared_difference()
    {
        Tensor price = [70], guess = [1202];
        Assert.Equal(1_281_424, guess.Mse(price).Item());
    }

    [Fact]
    public void Cross_entropy_of_the_worked_example()
    {
        Tensor z = [[2, 1, 0.1]];
        z.RequireGrad();
        var loss = z.CrossEntropy(Tensor.From([0]));
        Assert.Equal(0.41703, loss.Item(), 5e-6);
        loss.Backward();
        IsNear(z.Grad!, [1, 3], 5e-5, -0.34100, 0.24243, 0.09856);
    }

    [Fact]
    public void An_untrained_net_of_ten_classes_has_loss_ln_10() =>
        Assert.Equal(Math.Log(10), Tensor.Zeros(5, 10).CrossEntropy(Tensor.From([0, 3, 9, 1, 1])).Item(), 1e-6);

    [Fact]
    public void Cross_entropy_by_classes_and_by_probabilities_agree()
    {
        var z = Noise([6, 4]);
        var labels = Tensor.From([0, 3, 2, 1, 1, 0]);
        double byClass = z.CrossEntropy(labels).Item();
        Assert.Equal(byClass, z.CrossEntropy(labels.OneHot(4).To(DType.Float64)).Item(), 1e-13);
        Assert.Equal(byClass, -z.LogSoftmax().Gather(1, labels.Unsqueeze(1)).Mean().Item(), 1e-13);
    }

    [Fact]
    public void Cross_entropy_stays_finite_for_logits_of_ten_thousand()
    {
        Tensor z = [[1e4, -1e4], [-1e4, 1e4]];
        z.RequireGrad();
        var loss = z.CrossEntropy(Tensor.From([0, 0]));
        Assert.Equal(1e4, loss.Item());
        loss.Backward();
        Holds(z.Grad!, [2, 2], 0, 0, -0.5, 0.5);
    }

    [Fact]
    public void Labels_outside_the_classes_are_named()
    {
        var z = Tensor.Zeros(2, 3);
        Assert.Contains("Label 3 is none of 3 classes", MessageOf<ArgumentException>(() => z.CrossEntropy(Tensor.From([0, 3]))), StringComparison.Ordinal);
        Assert.Contains("Label -1", MessageOf<ArgumentException>(() => z.CrossEntropy(Tensor.From([0, -1]))), StringComparison.Ordinal);
        Assert.Contains("[2]", MessageOf<ArgumentException>(() => z.CrossEntropy(Tensor.From([0, 1, 2]))), StringComparison.Ordinal);
        Assert.Contains(".To(DType.Int32)", MessageOf<ArgumentException>(() => z.CrossEntropy(Tensor.Zeros(2))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e4, 1, 0)]
    [InlineData(1e4, 0, 1e4)]
    [InlineData(-1e4, 1, 1e4)]
    [InlineData(-1e4, 0, 0)]
    [InlineData(0, 1, 0.69314718)]
    [InlineData(2, 0, 2.12692801)]
    public void Log_loss_of_a_logit_is_exact_far_out(double z, double t, double expected)
    {
        foreach (var dtype in new[] { DType.Float32, DType.Float64 })
        {
            var logit = Tensor.Full([1], z, dtype).RequireGrad();
            var loss = logit.BinaryCrossEntropyWithLogits(Tensor.Full([1], t, dtype));
            Assert.Equal(expected, loss.Item(), 1e-6 * Math.Max(1, expected));
            loss.Backward();
            Assert.Equal(1 / (1 + Math.Exp(-z)) - t, logit.Grad!.Item(), 1e-7);
        }
    }

    [Fact]
    public void Log_loss_of_probabilities_agrees_with_that_of_logits_and_stops_at_100()
    {
        Tensor z = Noise([5]), t = Tensor.From([1.0, 0, 1, 0.3, 0], dtype: DType.Float64);
        Assert.Equal(z.BinaryCrossEntropyWithLogits(t).Item(), z.Sigmoid().BinaryCrossEntropy(t).Item(), 1e-14);
        Assert.Equal(100, Tensor.Stack(0, 1).BinaryCrossEntropy(Tensor.Stack(1, 0)).Item());
        Assert.Equal(0, Tensor.Stack(0, 1).BinaryCrossEntropy(Tensor.Stack(0, 1)).Item());
    }

    [Fact]
    public void Targets_of_another_shape_are_refused_even_if_they_broadcast()
    {
        string message = MessageOf<ArgumentException>(() => Tensor.Zeros(4, 1).Mse(Tensor.Zeros(4)));
        Assert.Contains("Predictions [4, 1] and targets [4] differ", message, StringComparison.Ordinal);
        Assert.Contains("target.Reshape(4, 1)", message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros(4, 1).BinaryCrossEntropy(Tensor.Zeros(4)));
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros(4, 1).BinaryCrossEntropyWithLogits(Tensor.Zeros(1, 4)));
    }

    [Fact]
    public void Whole_number_targets_are_welcome()
    {
        Tensor p = [0.5, 0.5];
        Assert.Equal(Math.Log(2), p.BinaryCrossEntropy(Tensor.From([0, 1])).Item(), 1e-6);
        Assert.Equal(0.25, p.Mse(Tensor.From([true, false])).Item());
    }
}
