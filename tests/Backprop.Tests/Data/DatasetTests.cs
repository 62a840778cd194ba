using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public class DatasetTests
{
    [Fact]
    public void Batches_take_all_examples_in_order_the_last_maybe_smaller()
    {
        var batches = new TensorDataset(Count(5, 2), Count(5)).Batches(2);
        Assert.Equal(3, batches.Count);
        var sizes = new List<int>();
        var targets = new List<double>();
        foreach (var (x, y) in batches)
        {
            sizes.Add(x.Shape[0]);
            targets.AddRange(y.ToArray<double>());
        }
        Assert.Equal([2, 2, 1], sizes);
        Assert.Equal([0, 1, 2, 3, 4], targets);
    }

    [Fact]
    public void Shuffled_batches_keep_rows_together_and_take_each_once()
    {
        Tensor.Seed(2);
        var data = new TensorDataset(Count(20, 2), Count(20));
        double[] Pass()
        {
            var order = new List<double>();
            foreach (var (x, y) in data.Batches(6, shuffle: true))
            {
                Assert.Equal((y * 2).ToArray<double>(), x[.., 0].ToArray<double>());
                order.AddRange(y.ToArray<double>());
            }
            return [.. order];
        }
        double[] first = Pass(), second = Pass();
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (double)i), first.Order());
        Assert.NotEqual(first, second);
        Tensor.Seed(2);
        Assert.Equal(first, Pass());
    }

    [Fact]
    public void Split_gives_two_parts_of_all_examples()
    {
        Tensor.Seed(2);
        var (train, test) = new TensorDataset(Count(10, 1), Count(10)).Split(0.8, shuffle: true);
        Assert.Equal((8, 2), (train.Count, test.Count));
        double[] all = [.. train.Targets.ToArray<double>(), .. test.Targets.ToArray<double>()];
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (double)i), all.Order());
        Assert.ThrowsAny<ArgumentException>(() => train.Split(1));
        Assert.ThrowsAny<ArgumentException>(() => train.Split(0.001));
    }

    [Fact]
    public void Rows_that_do_not_match_say_both_shapes()
    {
        Assert.Contains("[3, 1] and targets [4]", MessageOf<ArgumentException>(() =>
            _ = new TensorDataset(Tensor.Zeros(3, 1), Tensor.Zeros(4))), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => new TensorDataset(1, 1));
        Assert.ThrowsAny<ArgumentException>(() => new TensorDataset(Tensor.Zeros(2), Tensor.Zeros(2)).Batches(0));
    }
}
