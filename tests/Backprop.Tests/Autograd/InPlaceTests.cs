using static Backprop.Functional;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class InPlaceTests
{
    [Fact]
    public void Changing_what_backward_needs_is_caught_with_the_name_of_the_op()
    {
        var x = Tensor.Stack(1, 2).RequireGrad();
        var y = x * x;
        using (NoGrad())
            x.Assign(5);
        string message = MessageOf<InvalidOperationException>(() => y.Sum().Backward());
        Assert.Contains("Backward of Multiply needs input 1 (Float32 [2])", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimizer_step_before_backward_is_caught()
    {
        var layer = new Linear(2, 1);
        var optimizer = new Sgd(layer.Parameters);
        Tensor x = [[1, 2]];
        var loss = layer.Forward(layer.Forward(x).Expand(1, 2)).Sum();
        loss.Backward(keepGraph: true);
        optimizer.Step();
        Assert.Contains("optimizer.Step()", MessageOf<InvalidOperationException>(() => loss.Backward()), StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_a_view_counts_as_changing_the_whole()
    {
        Tensor x = [1, 2], w = Tensor.Ones(2).RequireGrad();
        var y = (x * w).Sum();
        x[0] = 7;
        Assert.Contains("changed in place", MessageOf<InvalidOperationException>(() => y.Backward()), StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_what_backward_does_not_need_is_fine()
    {
        Tensor x = [1, 2], w = Tensor.Ones(2).RequireGrad();
        var y = (x + w).Sum();
        x[0] = 7;
        y.Backward();
        Holds(w.Grad!, [2], 1, 1);
    }

    [Fact]
    public void A_step_by_hand_needs_no_scope_and_forgets_the_gradient()
    {
        Tensor w = Tensor.From([1f, 2f]).RequireGrad();
        for (int step = 0; step < 2; step++)
        {
            w.Square().Sum().Backward();
            w.Update(w - 0.25 * w.Grad!);
            Assert.Null(w.Grad);
        }
        Assert.Equal([0.25, 0.5], w.ToArray<double>());
        Assert.True(w.RequiresGrad);
        Assert.Contains("made by Square", MessageOf<InvalidOperationException>(() => w.Square().Update(w)), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_are_written_only_inside_NoGrad()
    {
        var w = Tensor.Zeros(2).RequireGrad();
        Assert.Contains("using (NoGrad())", MessageOf<InvalidOperationException>(() => w[0] = 1), StringComparison.Ordinal);
        using (NoGrad())
            w[0] = 1;
        Holds(w, [2], 1, 0);
        Assert.True(w.RequiresGrad);
    }

    [Fact]
    public void Results_are_never_written()
    {
        var y = Tensor.Zeros(2).RequireGrad() * 2;
        Assert.Contains("made by Multiply", MessageOf<InvalidOperationException>(() => y[0] = 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_a_recorded_value_would_lose_its_gradient()
    {
        Tensor x = Tensor.Zeros(2), w = 1;
        w.RequireGrad();
        Assert.Contains("would be lost", MessageOf<InvalidOperationException>(() => x[0] = w * 2), StringComparison.Ordinal);
    }

    [Fact]
    public void PlusEquals_makes_a_new_tensor_and_leaves_the_old_one()
    {
        Tensor x = [1, 2];
        var alias = x;
        x += 1;
        Holds(alias, [2], 1, 2);
        Holds(x, [2], 2, 3);
    }
}
