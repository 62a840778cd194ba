using static Backprop.Functional;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class NoGradTests
{
    [Fact]
    public void Inside_nothing_is_recorded_and_outside_it_is_again()
    {
        Tensor x = 1;
        x.RequireGrad();
        using (NoGrad())
        {
            Assert.False((x * 2).RequiresGrad);
            using (NoGrad())
                Assert.False((x * 2).RequiresGrad);
            Assert.False((x * 2).RequiresGrad);
        }
        Assert.True((x * 2).RequiresGrad);
    }

    [Fact]
    public void An_exception_inside_closes_it()
    {
        Tensor x = 1;
        x.RequireGrad();
        Assert.ThrowsAny<ArgumentException>(() =>
        {
            using (NoGrad())
                x.Reshape(2);
        });
        Assert.True((x * 2).RequiresGrad);
    }

    [Fact]
    public void Another_thread_still_records()
    {
        Tensor x = 1;
        x.RequireGrad();
        using (NoGrad())
        {
            bool recorded = false;
            var thread = new Thread(() => recorded = (x * 2).RequiresGrad);
            thread.Start();
            thread.Join();
            Assert.True(recorded);
        }
    }

    [Fact]
    public void Closing_it_on_another_thread_says_why_that_is_wrong()
    {
        string? message = null;
        var thread = new Thread(scope => message = MessageOf<InvalidOperationException>(((IDisposable)scope!).Dispose));
        using (var scope = NoGrad())
        {
            thread.Start(scope);
            thread.Join();
        }
        Assert.Contains("Do not await", message, StringComparison.Ordinal);
    }
}
