using System.Text;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Hands outputs on in small batches: text that arrives within 20 ms becomes one output, so that ten thousand printed
/// lines are a few dozen updates. Order is kept. Who adds faster than the listeners take has to wait.
/// </summary>
internal sealed class OutputBatcher : IDisposable
{
    private const int MostTextWaiting = 1 << 20;
    private const int MostItemsWaiting = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly object gate = new();
    private List<Item> waiting = [];
    private int textWaiting;
    private bool hurry;
    private bool completed;

    public OutputBatcher() => new Thread(Deliver) { IsBackground = true, Name = "outputs" }.Start();

    private bool IsFull => textWaiting >= MostTextWaiting || waiting.Count >= MostItemsWaiting;

    /// <summary>Adds an output for a target; the targets are called one at a time.</summary>
    public void Add(OutputTarget target, Output output)
    {
        lock (gate)
        {
            while (IsFull && !completed)
                Monitor.Wait(gate);
            if (completed)
                return;
            bool wasEmpty = waiting.Count == 0;
            Append(target, output);
            if (wasEmpty || IsFull)
                Monitor.PulseAll(gate);
        }
    }

    /// <summary>Completes when all that was added before has been handed on.</summary>
    public Task FlushAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (completed)
                return Task.CompletedTask;
            waiting.Add(new Item(done));
            hurry = true;
            Monitor.PulseAll(gate);
        }
        return done.Task;
    }

    /// <summary>Hands on what is left, and takes no more.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            completed = true;
            Monitor.PulseAll(gate);
        }
    }

    private void Append(OutputTarget target, Output output)
    {
        if (output is not StreamOutput stream)
        {
            waiting.Add(new Item(target, output));
            return;
        }
        textWaiting += stream.Text.Length;
        if (waiting is [.., var last] && last.Continues(target, stream.IsError))
            last.Text!.Append(stream.Text);
        else
            waiting.Add(new Item(target, stream));
    }

    private void Deliver()
    {
        while (NextBatch() is { } batch)
            batch.ForEach(item => item.Deliver());
    }

    private List<Item>? NextBatch()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !completed)
                Monitor.Wait(gate);
            if (waiting.Count == 0)
                return null;
            long until = Environment.TickCount64 + (long)Pause.TotalMilliseconds;
            while (!IsFull && !completed && !hurry && until > Environment.TickCount64)
                Monitor.Wait(gate, (int)Math.Max(1, until - Environment.TickCount64));
            List<Item> batch = waiting;
            (waiting, textWaiting, hurry) = ([], 0, false);
            Monitor.PulseAll(gate);
            return batch;
        }
    }

    // Text grows in a builder while it waits; all else is an output already, or marks a place.
    private sealed class Item
    {
        private readonly OutputTarget? target;
        private readonly Output? output;
        private readonly TaskCompletionSource? mark;

        public Item(TaskCompletionSource mark) => this.mark = mark;

        public Item(OutputTarget target, Output output)
        {
            (this.target, this.output) = (target, output);
            Text = output is StreamOutput stream ? new StringBuilder(stream.Text) : null;
        }

        public StringBuilder? Text { get; }

        private bool IsError => output is StreamOutput { IsError: true };

        public bool Continues(OutputTarget other, bool isError) =>
            Text is not null && target == other && isError == IsError;

        public void Deliver()
        {
            mark?.SetResult();
            target?.Take(Text is null ? output! : new StreamOutput(Text.ToString(), IsError));
        }
    }
}
