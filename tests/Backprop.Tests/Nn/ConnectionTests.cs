using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class ConnectionTests
{
    [Fact]
    public void A_skip_connection_adds_what_passes_by()
    {
        Tensor x = [[1, 2]];
        Holds(new Residual(y => y * 10).Forward(x), [1, 2], 11, 22);
        Holds(new Residual(y => y * 10, projection: y => -y).Forward(x), [1, 2], 9, 18);
        Assert.Equal("Residual(Linear(2 → 2) → Tanh)", new Residual([new Linear(2, 2), Functional.Tanh]).ToString());
    }

    [Fact]
    public void With_zero_weights_it_passes_x_and_its_gradient_as_they_are()
    {
        var layer = new Residual(new Linear(3, 3) { Weight = Tensor.Zeros(3, 3), Bias = Tensor.Zeros(3) });
        var x = Noise([2, 3], dtype: DType.Float32).RequireGrad();
        var y = layer.Forward(x);
        Assert.Equal(x.ToArray<float>(), y.ToArray<float>());
        y.Sum().Backward();
        Holds(x.Grad!, [2, 3], 1, 1, 1, 1, 1, 1);
    }

    [Fact]
    public void Its_parts_are_named_and_found()
    {
        var layer = new Residual([new Linear(2, 3), new BatchNorm1d(3)], projection: new Linear(2, 3, bias: false));
        Assert.Equal(["body.0.weight", "body.0.bias", "body.1.weight", "body.1.bias", "projection.weight"],
            layer.NamedParameters.Select(p => p.Name));
        Assert.Equal(3, layer.NamedBuffers.Count);
    }

    [Fact]
    public void Shapes_that_do_not_add_ask_for_a_projection() => Assert.Contains("Give a projection",
        MessageOf<ArgumentException>(() => new Residual(new Linear(2, 1)).Forward(Tensor.Zeros(4, 2))), StringComparison.Ordinal);

    [Fact]
    public void A_dense_connection_puts_results_beside_x()
    {
        Tensor x = [[1, 2]];
        Holds(new DenseConnection([y => y * 10]).Forward(x), [1, 4], 1, 2, 10, 20);
        Assert.Equal([2, 5, 4, 4], new DenseConnection([new Conv2d(3, 2, kernel: 3, padding: 1)]).Forward(Tensor.Zeros(2, 3, 4, 4)).Shape);
    }

    [Fact]
    public void Words_are_looked_up_and_their_rows_learn()
    {
        var layer = new Embedding(3, 2) { Weight = [[1, 2], [3, 4], [5, 6]] };
        var y = layer.Forward(Tensor.From([2, 0, 2], [1, 3]));
        Holds(y, [1, 3, 2], 5, 6, 1, 2, 5, 6);
        y.Sum().Backward();
        Holds(layer.Weight.Grad!, [3, 2], 1, 1, 0, 0, 2, 2);
        Assert.Equal("Embedding(3 → 2)", layer.ToString());
        Assert.Equal([0, 5, 2], layer.Forward(Tensor.Zeros([0, 5], DType.Int32)).Shape);
    }

    [Fact]
    public void The_padding_word_starts_at_zero_and_does_not_learn()
    {
        var layer = new Embedding(3, 2, padding: 1);
        Holds(layer.Weight[1], [2], 0, 0);
        layer.Forward(Tensor.From([1, 1, 2])).Sum().Backward();
        Holds(layer.Weight.Grad!, [3, 2], 0, 0, 0, 0, 1, 1);
    }

    [Fact]
    public void Words_that_are_none_are_refused()
    {
        var layer = new Embedding(3, 2);
        Assert.Contains("x.To(DType.Int32)", MessageOf<ArgumentException>(() => layer.Forward(Tensor.Zeros(2))), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => layer.Forward(Tensor.From([3])));
        Assert.ThrowsAny<ArgumentException>(() => layer.Forward(Tensor.From([-1])));
        Assert.ThrowsAny<ArgumentException>(() => new Embedding(3, 2, padding: 3));
    }

    [Fact]
    public void A_function_written_inside_a_module_is_not_taken_for_the_module()
    {
        var net = new WithOwnFunction();
        Holds(net.Forward(Tensor.Ones(1)), [1], 6);
        Assert.Equal(["Function"], net.Net.Layers.Select(layer => layer.ToString()));
    }

    private sealed class WithOwnFunction : Module
    {
        private readonly double factor = 6;

        public WithOwnFunction() => Net = [x => x * factor];

        public Sequential Net { get; }

        public override Tensor Forward(Tensor x) => Net.Forward(x);
    }
}
