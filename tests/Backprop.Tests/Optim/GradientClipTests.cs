namespace Backprop.Tests.Optim;

public class GradientClipTests
{
    [Fact]
    public void The_norm_is_that_of_all_gradients_together_and_ignores_who_has_none()
    {
        Tensor idle = Tensor.Zeros(3).RequireGrad();
        Tensor[] parameters = [WithGradient([[1, 2], [3, 4]]), WithGradient(5), idle, WithGradient([])];
        Assert.Equal(Math.Sqrt(55), parameters.GradNorm(), 12);
        Assert.Equal(Math.Sqrt(55), parameters.ClipGradNorm(2), 12);
        Assert.Equal(2, parameters.GradNorm(), 1e-6);
        // The direction stays.
        Assert.Equal(4, parameters[0].Grad![1, 1].Item() / parameters[0].Grad![0, 0].Item(), 1e-5);
    }

    [Fact]
    public void Short_gradients_stay_as_they_are()
    {
        Tensor w = WithGradient([0.1f, -0.2f, 0.3f]);
        new[] { w }.ClipGradNorm(1);
        Assert.Equal([0.1f, -0.2f, 0.3f], w.Grad!.ToArray<float>());
    }

    [Fact]
    public void A_huge_gradient_is_clipped_though_its_square_is_no_float32()
    {
        Tensor w = WithGradient([3e30, 4e30]);
        Assert.Equal(5e30, new[] { w }.ClipGradNorm(1), 1e24);
        Assert.Equal(0.6, w.Grad![0].Item(), 1e-6);
    }

    [Fact]
    public void A_strided_gradient_is_clipped_too()
    {
        Tensor w = Tensor.Zeros(2, 3).RequireGrad();
        w.Grad = Tensor.From([3.0, 0, 0, 0, 4, 0], [3, 2]).T;
        Assert.Equal(5, new[] { w }.ClipGradNorm(1));
        Assert.Equal(1, new[] { w }.GradNorm(), 1e-6);
    }

    [Fact]
    public void Clipping_by_value_cuts_each_number()
    {
        Tensor w = WithGradient([-3, -0.5, 0, 0.5, 3]);
        new[] { w }.ClipGradValue(1);
        Assert.Equal([-1, -0.5f, 0, 0.5f, 1], w.Grad!.ToArray<float>());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_norm_that_is_no_number_is_an_error_and_changes_nothing(double bad)
    {
        Tensor[] parameters = [WithGradient([1, 2]), WithGradient(bad)];
        var error = Assert.Throws<NotFiniteNumberException>(() => parameters.ClipGradNorm(1));
        Assert.Contains("Lower the learning rate", error.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2], parameters[0].Grad!.ToArray<double>());
    }

    [Fact]
    public void On_request_NaN_spreads_as_in_PyTorch()
    {
        Tensor[] parameters = [WithGradient([1, 2]), WithGradient(double.NaN)];
        Assert.True(double.IsNaN(parameters.ClipGradNorm(1, errorIfNotFinite: false)));
        Assert.True(double.IsNaN(parameters[0].Grad![0].Item()));
    }

    [Fact]
    public void A_limit_of_nothing_is_refused()
    {
        Tensor[] parameters = [WithGradient(1)];
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters.ClipGradNorm(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters.ClipGradValue(-1));
    }

    private static Tensor WithGradient(Tensor gradient)
    {
        Tensor parameter = Tensor.Zeros(gradient.Shape).RequireGrad();
        parameter.Grad = gradient;
        return parameter;
    }
}
