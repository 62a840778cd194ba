using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class MatMulTests
{
    [Fact]
    public void Rows_meet_columns()
    {
        Tensor a = [[1, 2, 3], [4, 5, 6]], b = [[1, 0], [0, 1], [1, 1]];
        Holds(a.MatMul(b), [2, 2], 4, 5, 10, 11);
    }

    [Fact]
    public void Vectors_are_rows_on_the_left_and_columns_on_the_right()
    {
        Tensor v = [1, 2], m = [[1, 2], [3, 4]];
        Holds(v.MatMul(v), [], 5);
        Holds(m.MatMul(v), [2], 5, 11);
        Holds(v.MatMul(m), [2], 7, 10);
        Assert.Equal([5, 3], Count(5, 3, 2).MatMul(v).Shape);
        Assert.Equal([5, 3], v.MatMul(Count(5, 2, 3)).Shape);
    }

    [Fact]
    public void Any_shapes_sizes_and_views_agree_with_double_loops()
    {
        foreach (var (m, k, n) in new[] { (1, 1, 1), (3, 5, 7), (17, 4, 33), (40, 65, 31), (4, 0, 3) })
        {
            Tensor a = Noise([m, k]), b = Noise([k, n], 2);
            double[] exact = Product(a, b);
            IsNear(a.MatMul(b), [m, n], 1e-12, exact);
            IsNear(a.T.Clone().T.MatMul(b), [m, n], 1e-12, exact);
            IsNear(a.MatMul(b.T.Clone().T), [m, n], 1e-12, exact);
            IsNear(a.To(DType.Float32).MatMul(b.To(DType.Float32)), [m, n], 1e-5, exact);
        }
    }

    [Fact]
    public void Leading_axes_broadcast()
    {
        Tensor a = Noise([4, 1, 2, 3]), b = Noise([5, 3, 2], 2);
        var c = a.MatMul(b);
        Assert.Equal([4, 5, 2, 2], c.Shape);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 5; j++)
                IsNear(c[i, j], [2, 2], 1e-13, Product(a[i, 0], b[j]));
        }
        IsNear(b.MatMul(a[0, 0].T.T)[4], [3, 3], 1e-13, Product(b[4], a[0, 0]));
        IsNear(b.Permute(1, 0, 2).MatMul(a[0, 0])[2], [5, 3], 1e-13, Product(b.Permute(1, 0, 2)[2], a[0, 0]));
    }

    [Fact]
    public void Float32_and_float64_and_whole_numbers_meet()
    {
        Assert.Equal(DType.Float64, Tensor.Ones(1, 1).MatMul(Tensor.Ones([1, 1], DType.Float64)).DType);
        Holds(Tensor.From([2], [1, 1]).MatMul(Tensor.From([3], [1, 1])), [1, 1], 6);
    }

    [Fact]
    public void Shapes_that_do_not_multiply_say_what_differs_and_what_might_help()
    {
        string message = MessageOf<ArgumentException>(() => Tensor.Zeros(64, 784).MatMul(Tensor.Zeros(100, 784)));
        Assert.Contains("[64, 784] and [100, 784] do not multiply: 784 ≠ 100", message, StringComparison.Ordinal);
        Assert.Contains(".T?", message, StringComparison.Ordinal);
        Assert.Contains("784 ≠ 10", MessageOf<ArgumentException>(() => Tensor.Zeros(64, 784).MatMul(Tensor.Zeros(10))), StringComparison.Ordinal);
        Assert.Contains("Use *", MessageOf<ArgumentException>(() => Tensor.Zeros(2).MatMul(2)), StringComparison.Ordinal);
    }

    private static double[] Product(Tensor a, Tensor b)
    {
        int m = a.Shape[0], k = a.Shape[1], n = b.Shape[1];
        double[] x = a.ToArray<double>(), y = b.ToArray<double>(), z = new double[m * n];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int p = 0; p < k; p++)
                    z[i * n + j] += x[i * k + p] * y[p * n + j];
            }
        }
        return z;
    }
}
