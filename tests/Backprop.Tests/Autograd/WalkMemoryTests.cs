using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class WalkMemoryTests
{
    [Fact]
    public void Gradients_on_the_way_give_their_memory_back_and_those_of_leaves_stay()
    {
        var w = Tensor.Ones(64, 64).RequireGrad();
        var h = w * 2;
        var late = new Late();
        var x = late.Apply(h);
        (x * 3).Sum().Backward();
        Assert.True(late.Seen!.Storage.IsReleased);
        Assert.Equal(6, At(w.Grad!, 63, 63));
        Assert.False(w.Storage.IsReleased || h.Storage.IsReleased);
    }

    [Fact]
    public void With_createGraph_nothing_is_given_back()
    {
        var w = Tensor.Ones(64, 64).RequireGrad();
        var late = new Late();
        (late.Apply(w * 2) * 3).Sum().Backward(createGraph: true);
        Assert.False(late.Seen!.Storage.IsReleased);
    }

    [Fact]
    public void A_gradient_that_was_given_to_start_from_is_not_taken_away()
    {
        Tensor dy = Tensor.Ones(32), x = Tensor.Ones(32).RequireGrad();
        (x + 1).Backward(dy);
        Assert.False(dy.Storage.IsReleased);
        Assert.NotSame(dy.Storage, x.Grad!.Storage);
    }

    [Fact]
    public void Many_consumers_of_one_tensor_add_up_without_mixing()
    {
        var x = Tensor.Ones(700).RequireGrad();
        var h = x * 1;
        var sum = h.Sum();
        for (int i = 2; i <= 6; i++)
            sum = sum + (h * i).Sum() + h.Reshape(7, 100).T.Sum();
        sum.Backward();
        Assert.All(x.Grad!.ToArray<float>(), g => Assert.Equal(1 + 2 + 3 + 4 + 5 + 6 + 5, g));
    }

    /// <summary>Passes everything on and remembers the gradient that went through.</summary>
    private sealed record Late : Ops.Op
    {
        internal Tensor? Seen { get; private set; }

        internal Tensor Apply(Tensor x)
        {
            var y = x.Copy();
            Node.Record(this, y, 0, x);
            return y;
        }

        internal override Tensor? Gradient(int input, Tensor dy, Node node)
        {
            Seen = dy;
            return dy * 1;
        }
    }
}
