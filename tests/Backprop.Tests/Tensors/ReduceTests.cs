using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class ReduceTests
{
    public static TheoryData<int> Sets => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Any_set_of_axes_of_any_view_joins_the_right_elements(int set)
    {
        var whole = Noise([4, 3, 5]);
        Tensor[] views = [whole, whole.T, whole.Permute(1, 2, 0), whole[.., 1..], whole[Slice.Every(2), .., ..4], whole[0].Expand(2, 3, 5)];
        int[] axes = [.. Enumerable.Range(0, 3).Where(axis => (set >> axis & 1) != 0)];
        foreach (var x in views)
        {
            var groups = Groups(x, axes);
            IsNear(x.Sum(axes), groups.Shape, 1e-13, [.. groups.Values.Select(g => g.Sum())]);
            IsNear(x.Mean(axes), groups.Shape, 1e-13, [.. groups.Values.Select(g => g.Average())]);
            IsNear(x.Max(axes), groups.Shape, 0, [.. groups.Values.Select(g => g.Max())]);
            IsNear(x.Min(axes), groups.Shape, 0, [.. groups.Values.Select(g => g.Min())]);
            IsNear(x.Var(axes, unbiased: false), groups.Shape, 1e-13, [.. groups.Values.Select(Variance)]);
            Shape kept = [.. Enumerable.Range(0, 3).Select(axis => axes.Contains(axis) ? 1 : x.Shape[axis])];
            Assert.Equal(kept, x.Sum(axes, keepDim: true).Shape);
            Assert.Equal(kept, x.Max(axes, keepDim: true).Shape);
        }
    }

    [Fact]
    public void One_axis_counts_from_either_end()
    {
        Tensor x = [[1, 2], [3, 5]];
        Holds(x.Sum(0), [2], 4, 7);
        Holds(x.Sum(-1), [2], 3, 8);
        Holds(x.Mean(1, keepDim: true), [2, 1], 1.5, 4);
        Holds(x.Max(0), [2], 3, 5);
        Holds(x.Min(1), [2], 1, 3);
        Holds(x.Sum(), [], 11);
        Assert.Contains("no axis 2", MessageOf<ArgumentException>(() => x.Sum(2)), StringComparison.Ordinal);
        Assert.Contains("named twice", MessageOf<ArgumentException>(() => x.Sum([0, -2])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_of_the_largest_is_the_first_of_several()
    {
        Tensor x = [[1, 7, 7], [9, 0, 9]];
        Assert.Equal(DType.Int32, x.ArgMax(1).DType);
        Holds(x.ArgMax(1), [2], 1, 0);
        Holds(x.ArgMax(0), [3], 1, 0, 1);
        Holds(x.ArgMin(0, keepDim: true), [1, 3], 0, 1, 0);
        Holds(x.ArgMax(), [], 3);
        Holds(x.T.ArgMax(), [], 1);
        Holds(x.ArgMin(), [], 4);
        Tensor nan = [1, double.NaN, 3];
        Holds(nan.ArgMax(), [], 1);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Places_beyond_what_float32_counts_are_exact()
    {
        const int place = (1 << 24) + 3;
        var x = Tensor.Zeros(place + 2);
        x[place] = 1;
        Assert.Equal(place, x.ArgMax().Item());
    }

    [Fact]
    public void Truths_and_whole_numbers_are_counted_as_int32()
    {
        Tensor x = [1, 2, 3];
        Assert.Equal(DType.Int32, (x > 1).Sum().DType);
        Holds((x > 1).Sum(), [], 2);
        IsNear((x > 1).Mean(), [], 1e-7, 2.0 / 3);
        Assert.Equal(DType.Int32, Tensor.From([3, 4]).Max().DType);
        Holds(Tensor.From([3, 4]).Mean(), [], 3.5);
    }

    [Fact]
    public void The_sum_of_nothing_is_0_and_its_mean_is_not_a_number()
    {
        Holds(Tensor.Zeros(0).Sum(), [], 0);
        Holds(Tensor.Zeros(2, 0).Sum(1), [2], 0, 0);
        Holds(Tensor.Zeros(0, 2).Sum(0), [2], 0, 0);
        Assert.True(double.IsNaN(Tensor.Zeros(0).Mean().Item()));
        Assert.Contains("no elements", MessageOf<ArgumentException>(() => Tensor.Zeros(0).Max()), StringComparison.Ordinal);
        Assert.Contains("no elements", MessageOf<ArgumentException>(() => Tensor.Zeros(2, 0).ArgMax(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_sum_in_float32_stays_exact_to_six_digits()
    {
        // 0.1 a million times: adding one by one in float32 gives 100958.34.
        foreach (int count in new[] { 1_000_000, 65_536, 65_537, 4096 * 17 + 5 })
        {
            double exact = count * (double)0.1f;
            var x = Tensor.Full([count], 0.1);
            Assert.Equal(exact, x.Sum().Item(), exact * 2e-6);
            Assert.Equal(0.1f, x.Mean().Item(), 2e-7);
        }
    }

    [Fact]
    public void Variance_divides_by_n_minus_1_unless_told()
    {
        Tensor x = [2, 4, 4, 4, 5, 5, 7, 9];
        Assert.Equal(4, x.Var(unbiased: false).Item(), 1e-6);
        Assert.Equal(2, x.Std(unbiased: false).Item(), 1e-6);
        Assert.Equal(32.0 / 7, x.Var().Item(), 1e-6);
        Assert.Equal(Math.Sqrt(32.0 / 7), x.Reshape(2, 4).Reshape(-1, 1).Std(0).Item(), 1e-6);
    }

    [Fact]
    public void NaN_is_the_largest_and_the_sum_if_it_is_among_them()
    {
        Tensor x = [1, double.NaN, 3];
        Assert.True(double.IsNaN(x.Max().Item()) && double.IsNaN(x.Sum().Item()) && double.IsNaN(x.Min().Item()));
    }

    private static double Variance(List<double> values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / values.Count;
    }

    /// <summary>The elements that a reduction joins, by the place they go to, found by walking over all places.</summary>
    private static (Shape Shape, List<List<double>> Values) Groups(Tensor x, int[] axes)
    {
        var groups = new SortedDictionary<int, List<double>>();
        double[] values = x.ToArray<double>();
        int[] rest = [.. Enumerable.Range(0, 3).Except(axes)];
        for (int i = 0; i < values.Length; i++)
        {
            int[] place = [i / (x.Shape[1] * x.Shape[2]), i / x.Shape[2] % x.Shape[1], i % x.Shape[2]];
            int group = rest.Aggregate(0, (at, axis) => at * x.Shape[axis] + place[axis]);
            if (!groups.TryGetValue(group, out var list))
                groups[group] = list = [];
            list.Add(values[i]);
        }
        return ([.. rest.Select(axis => x.Shape[axis])], [.. groups.Values]);
    }
}
