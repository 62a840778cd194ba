namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public class RandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_gives_others()
    {
        float[] Draw(int seed)
        {
            Tensor.Seed(seed);
            return [.. Tensor.Rand(5).ToArray<float>(), .. Tensor.Randn(3, 2).ToArray<float>(), .. new Linear(3, 2).Weight.ToArray<float>()];
        }
        Assert.Equal(Draw(7), Draw(7));
        Assert.NotEqual(Draw(7), Draw(8));
    }

    [Fact]
    public void Successive_draws_differ()
    {
        Tensor.Seed(1);
        Assert.NotEqual(Tensor.Rand(4).ToArray<float>(), Tensor.Rand(4).ToArray<float>());
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Rand_is_even_on_0_to_1_and_randn_has_mean_0_and_deviation_1(DType dtype)
    {
        Tensor.Seed(3);
        var even = Tensor.Rand([100_000], dtype);
        Assert.Equal(0.5, even.Mean().Item(), 0.005);
        Assert.Equal(1 / Math.Sqrt(12), even.Std().Item(), 0.005);
        Assert.True(even.Min().Item() >= 0 && even.Max().Item() < 1);
        var bell = Tensor.Randn([100_000], dtype);
        Assert.Equal(0, bell.Mean().Item(), 0.02);
        Assert.Equal(1, bell.Std().Item(), 0.02);
        Assert.Equal(0.6827, (bell.Abs() < 1).Mean().Item(), 0.01);
    }

    [Fact]
    public void Randperm_holds_each_number_once_in_another_order()
    {
        Tensor.Seed(5);
        int[] order = Tensor.Randperm(50).ToArray<int>();
        Assert.Equal(Enumerable.Range(0, 50), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 50), order);
    }
}
