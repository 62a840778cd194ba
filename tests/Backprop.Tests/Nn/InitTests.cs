using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public class InitTests
{
    [Fact]
    public void The_lessons_deviations_come_out()
    {
        Tensor.Seed(1);
        // 5 times what chance does to the deviation of so many numbers.
        Assert.Equal(Number("L14.he"), Init.HeNormal([1000, 784]).Std().Item(), 5 * 0.0505 / Math.Sqrt(2 * 784_000));
        Assert.Equal(Number("L14.xavier"), Init.XavierNormal([256, 784]).Std().Item(), 5 * 0.0439 / Math.Sqrt(2 * 200_704));
    }

    [Fact]
    public void Twenty_relu_layers_keep_the_variance_under_He_and_lose_it_under_Xavier()
    {
        Tensor.Seed(2);
        Assert.InRange(After(20, Init.HeNormal), 0.3, 3);
        // Half of it in each layer: 2⁻²⁰.
        Assert.InRange(After(20, Init.XavierNormal) / Number("L14.twenty"), 0.3, 3);
    }

    [Theory]
    [InlineData(1, 20, 50)]
    [InlineData(1, 50, 20)]
    [InlineData(2.5, 30, 30)]
    public void Orthogonal_weights_have_rows_or_columns_at_right_angles(double gain, int rows, int columns)
    {
        var w = Init.Orthogonal([rows, columns], gain).Detach().To(DType.Float64);
        var product = rows <= columns ? w.MatMul(w.T) : w.T.MatMul(w);
        int size = Math.Min(rows, columns);
        Assert.True((product - gain * gain * Tensor.Eye(size, DType.Float64)).Abs().Max().Item() < 1e-6);
    }

    [Fact]
    public void Orthogonal_counts_all_axes_but_the_first_as_one()
    {
        var w = Init.Orthogonal([4, 2, 3, 3]).Detach().Reshape(4, 18);
        Assert.True((w.MatMul(w.T) - Tensor.Eye(4)).Abs().Max().Item() < 1e-5);
    }

    [Fact]
    public void Half_of_the_orthogonal_matrices_of_one_number_are_negative()
    {
        Tensor.Seed(4);
        Assert.InRange(Enumerable.Range(0, 200).Count(_ => Init.Orthogonal([1, 1]).Item() < 0), 60, 140);
    }

    [Fact]
    public void A_whole_net_is_filled_in_place()
    {
        Sequential net = [new Conv2d(1, 4, kernel: 3), new BatchNorm2d(4), Functional.Flatten, new Linear(16, 3)];
        var weight = net.Parameters[0];
        Init.Apply(net, shape => Init.Constant(shape, 0.25));
        Assert.Same(weight, net.Parameters[0]);
        Assert.All(net.NamedParameters, p => Assert.Equal(
            p.Value.Shape.Rank > 1 ? 0.25 : p.Name == "1.weight" ? 1 : 0, p.Value.Mean().Item()));
        Assert.All(net.Parameters, p => Assert.True(p.RequiresGrad));
    }

    [Fact]
    public void A_parameter_is_filled_in_place_in_its_own_type()
    {
        var w = Tensor.Zeros([3, 3], DType.Float64).RequireGrad();
        Init.Apply(w, Init.Orthogonal);
        Assert.Equal(DType.Float64, w.DType);
        Assert.Equal(3, w.Square().Sum().Item(), 1e-5);
    }

    [Fact]
    public void Plain_ones_are_as_named()
    {
        Holds(Init.Zeros([2]), [2], 0, 0);
        Holds(Init.Ones([2]), [2], 1, 1);
        Holds(Init.Constant([2], 3), [2], 3, 3);
        Tensor.Seed(1);
        var normal = Init.Normal([100_000], mean: 3, deviation: 0.5);
        Assert.Equal(3, normal.Mean().Item(), 0.01);
        Assert.Equal(0.5, normal.Std().Item(), 0.01);
        Assert.True(normal.RequiresGrad);
    }

    [Fact]
    public void A_bias_has_no_fans() =>
        Assert.Contains("Init.Zeros", MessageOf<ArgumentException>(() => Init.HeNormal([128])), StringComparison.Ordinal);

    /// <summary>The mean square of what comes out of some ReLU layers, from numbers with mean square 1.</summary>
    private static double After(int layers, Func<Shape, Tensor> draw)
    {
        var x = Tensor.Randn(64, 256);
        for (int i = 0; i < layers; i++)
            x = x.MatMul(draw([256, 256]).Detach().T).Relu();
        // ReLU gives half of the square that went in; He's gain makes up for it.
        return x.Square().Mean().Item();
    }

    private static double Number(string id) => Parity.Fixture.WorkedNumbers().Single(n => n.Id == id).Value;
}
