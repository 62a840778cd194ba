using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class AugmentTests
{
    [Fact]
    public void A_shift_moves_the_image_and_lets_zeros_in()
    {
        Tensor image = Count(1, 1, 3, 3) + 1;
        double[][] seen = [.. Enumerable.Range(0, 200)
            .Select(seed => Augment.Shift(1)(image, new System.Random(seed)).ToArray<double>())];
        Assert.Equal(9, seen.Select(s => string.Join(' ', s)).Distinct().Count());
        Assert.Contains(seen, s => s.SequenceEqual([0, 0, 0, 1, 2, 3, 4, 5, 6]));
        Assert.Contains(seen, s => s.SequenceEqual([5, 6, 0, 8, 9, 0, 0, 0, 0]));
        Holds(Augment.Shift(0)(image, new System.Random(1)), [1, 1, 3, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    [Fact]
    public void Each_image_of_a_batch_moves_by_itself_with_all_its_channels()
    {
        Tensor images = Tensor.Ones(64, 2, 5, 5);
        Tensor moved = Augment.Shift(2)(images, new System.Random(3));
        Assert.Equal(moved[.., 0].ToArray<double>(), moved[.., 1].ToArray<double>());
        double[] sums = [.. moved.Sum([1, 2, 3]).ToArray<double>().Distinct()];
        Assert.True(sums.Length > 3);
    }

    [Fact]
    public void A_flip_mirrors_left_to_right()
    {
        Tensor image = Count(1, 2, 3);
        Holds(Augment.Flip(1)(image, new System.Random(1)), [1, 2, 3], 2, 1, 0, 5, 4, 3);
        Holds(Augment.Flip(0)(image, new System.Random(1)), [1, 2, 3], 0, 1, 2, 3, 4, 5);
    }

    [Fact]
    public void Noise_has_the_deviation_asked_for_and_keeps_the_type()
    {
        Tensor noisy = Augment.Noise(0.5)(Tensor.Zeros([100, 100], DType.Float64), new System.Random(1));
        Assert.Equal(DType.Float64, noisy.DType);
        Assert.Equal(0, noisy.Mean().Item(), 0.02);
        Assert.Equal(0.5, noisy.Std().Item(), 0.02);
    }

    [Fact]
    public void Rows_that_are_no_images_are_refused() =>
        Complaint.Says<ArgumentException>("Reshape", () => Augment.Shift(1)(Tensor.Zeros(4, 784), new System.Random(1)));
}
