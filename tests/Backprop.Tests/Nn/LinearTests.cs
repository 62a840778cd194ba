using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class LinearTests
{
    [Fact]
    public void A_layer_with_weights_of_ones_own_computes_by_hand()
    {
        var layer = new Linear(2, 3) { Weight = [[1, 0], [0, 1], [1, 1]], Bias = [0, 10, 20] };
        Tensor x = [[1, 2]];
        Holds(layer.Forward(x), [1, 3], 1, 12, 23);
        Assert.Equal(2, layer.Parameters.Count);
        Assert.Equal([4, 5, 3], layer.Forward(Tensor.Zeros(4, 5, 2)).Shape);
        Assert.Equal([3], layer.Forward(Tensor.Zeros(2)).Shape);
    }

    [Fact]
    public void Xor_with_two_hidden_units_by_hand()
    {
        Sequential net = [new Linear(2, 2) { Weight = [[1, 1], [1, 1]], Bias = [0, -1] }, Functional.Relu,
            new Linear(2, 1) { Weight = [[1, -2]], Bias = [0] }];
        Holds(net.Forward(Tensor.Stack([0, 0], [0, 1], [1, 0], [1, 1])), [4, 1], 0, 1, 1, 0);
    }

    [Fact]
    public void First_weights_lie_evenly_within_one_over_root_inputs()
    {
        var layer = new Linear(400, 300);
        foreach (var parameter in layer.Parameters)
        {
            Assert.True(parameter.Abs().Max().Item() <= 0.05);
            Assert.Equal(0, parameter.Mean().Item(), 0.01);
        }
        Assert.Equal(0.05 / Math.Sqrt(3), layer.Weight.Std().Item(), 0.001);
        Assert.Equal([300, 400], layer.Weight.Shape);
    }

    [Fact]
    public void Without_bias_there_is_one_parameter()
    {
        var layer = new Linear(2, 1, bias: false);
        Assert.Null(layer.Bias);
        Assert.Single(layer.Parameters);
        Holds(layer.Forward(Tensor.Zeros(3, 2)), [3, 1], 0, 0, 0);
    }

    [Fact]
    public void A_wrong_number_of_features_says_what_to_change()
    {
        string message = MessageOf<ArgumentException>(() => new Linear(512, 64).Forward(Tensor.Zeros(32, 784)));
        Assert.Contains("Linear(512 → 64) takes 512 features, but x [32, 784] gives 784", message, StringComparison.Ordinal);
        Assert.Contains("new Linear(784, 64)", message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => new Linear(1, 1).Forward(3));
    }

    [Fact]
    public void Weights_of_another_shape_are_refused()
    {
        Assert.Contains("[1, 2], not [2, 1]", MessageOf<ArgumentException>(() => _ = new Linear(2, 1) { Weight = [[1], [2]] }), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => new Linear(0, 1));
    }

    [Fact]
    public void Weights_of_ones_own_are_copied()
    {
        Tensor mine = [[1, 2]];
        var layer = new Linear(2, 1) { Weight = mine };
        mine[0] = 9;
        Holds(layer.Weight, [1, 2], 1, 2);
    }
}
