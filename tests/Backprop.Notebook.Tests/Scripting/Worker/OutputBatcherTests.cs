using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

public sealed class OutputBatcherTests
{
    private readonly List<Output> heard = [];

    [Fact]
    public async Task Text_of_one_stream_is_joined_and_nothing_changes_places()
    {
        using var batcher = new OutputBatcher();
        var target = new OutputTarget(heard.Add, failed: () => { });
        Output[] added = [Text("a"), Text("b"), Error("c"), Error("d"), new ClearOutput(false), Text("e"), Text("f")];
        foreach (Output output in added)
            batcher.Add(target, output);
        await batcher.FlushAsync();
        Assert.Equal("ab cd clear ef", string.Join(' ', Joined()));
    }

    [Fact]
    public async Task Text_of_two_cells_is_not_joined()
    {
        using var batcher = new OutputBatcher();
        var one = new OutputTarget(output => heard.Add(new StreamOutput($"1{((StreamOutput)output).Text}", true)), () => { });
        var two = new OutputTarget(output => heard.Add(new StreamOutput($"2{((StreamOutput)output).Text}", false)), () => { });
        batcher.Add(one, Text("a"));
        batcher.Add(two, Text("b"));
        batcher.Add(one, Text("c"));
        await batcher.FlushAsync();
        Assert.Equal("1a 2b 1c", string.Join(' ', Joined()));
    }

    [Fact]
    public async Task A_single_output_does_not_wait_for_another()
    {
        var arrived = new TaskCompletionSource();
        using var batcher = new OutputBatcher();
        batcher.Add(new OutputTarget(_ => arrived.TrySetResult(), failed: () => { }), Text("a"));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Who_adds_faster_than_the_listener_takes_waits()
    {
        using var release = new ManualResetEventSlim();
        using var batcher = new OutputBatcher();
        var target = new OutputTarget(_ => release.Wait(), failed: () => { });
        int added = 0;
        Task adding = Task.Run(() =>
        {
            for (; added < 1000; added++)
                batcher.Add(target, Text(new string('x', 100_000)));
        });
        Assert.NotSame(adding, await Task.WhenAny(adding, Task.Delay(300)));
        Assert.InRange(added, 0, 50);
        release.Set();
        await adding;
        await batcher.FlushAsync();
    }

    [Fact]
    public async Task A_listener_that_throws_is_not_called_again_and_its_exception_is_told()
    {
        int calls = 0;
        var failed = new TaskCompletionSource();
        using var batcher = new OutputBatcher();
        var target = new OutputTarget(_ => { calls++; throw new IOException("full"); }, failed.SetResult);
        var other = new OutputTarget(heard.Add, () => { });
        batcher.Add(target, Text("a"));
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        for (int i = 0; i < 1000; i++)
            batcher.Add(target, new ClearOutput(false));
        batcher.Add(other, Text("b"));
        await batcher.FlushAsync();
        Assert.Throws<IOException>(target.ThrowIfFailed);
        other.ThrowIfFailed();
        Assert.Equal(1, calls);
        Assert.Equal("b", string.Join(' ', Joined()));
    }

    private static StreamOutput Text(string text) => new(text, IsError: false);

    private static StreamOutput Error(string text) => new(text, IsError: true);

    // Where 20 ms pass between two additions a text may come in two pieces.
    private List<string> Joined()
    {
        var joined = new List<string>();
        Output? last = null;
        foreach (Output output in heard)
        {
            if (output is StreamOutput stream && last is StreamOutput before && before.IsError == stream.IsError)
                joined[^1] += stream.Text;
            else
                joined.Add(output is StreamOutput text ? text.Text : "clear");
            last = output;
        }
        return joined;
    }
}
