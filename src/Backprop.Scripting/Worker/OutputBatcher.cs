using System.Text;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Hands outputs on in small batches: text that arrives within 20 ms becomes one output, so that ten thousand printed
/// lines
/// are a few dozen updates. Order is kept. Who adds faster than the listener takes has to wait.
/// </summary>
internal sealed class OutputBatcher
{
    private const int MostTextWaiting = 1 << 20;
    private const int MostItemsWaiting = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly object gate = new();
    private readonly Action<Output> listener;
    private readonly Task delivery;
    private List<Item> waiting = [];
    private int textWaiting;
    private bool completed;
    private bool broken;

    /// <param name="listener">Called for each batch, never twice at a time.</param>
    /// <param name="failed">Called once where the listener throws; what follows is dropped.</param>
    public OutputBatcher(Action<Output> listener, Action failed)
    {
        this.listener = listener;
        delivery = Task.Factory.StartNew(
            () => Deliver(failed), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Add(Output output)
    {
        lock (gate)
        {
            while (IsFull && !broken && !completed)
                Monitor.Wait(gate);
            if (broken || completed)
                return;
            bool wasEmpty = waiting.Count == 0;
            Append(output);
            if (wasEmpty || IsFull)
                Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits until all outputs were handed on. Throws what the listener threw.</summary>
    public Task CompleteAsync()
    {
        lock (gate)
        {
            completed = true;
            Monitor.PulseAll(gate);
        }
        return delivery;
    }

    private bool IsFull => textWaiting >= MostTextWaiting || waiting.Count >= MostItemsWaiting;

    private void Append(Output output)
    {
        if (output is not StreamOutput stream)
        {
            waiting.Add(new Item(output));
            return;
        }
        textWaiting += stream.Text.Length;
        if (waiting is [.., { Text: { } text, IsError: var isError }] && isError == stream.IsError)
            text.Append(stream.Text);
        else
            waiting.Add(new Item(stream));
    }

    private void Deliver(Action failed)
    {
        try
        {
            while (NextBatch() is { } batch)
                batch.ForEach(item => listener(item.Output));
        }
        catch
        {
            lock (gate)
            {
                broken = true;
                Monitor.PulseAll(gate);
            }
            failed();
            throw;
        }
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
            while (!IsFull && !completed && until > Environment.TickCount64)
                Monitor.Wait(gate, (int)Math.Max(1, until - Environment.TickCount64));
            List<Item> batch = waiting;
            (waiting, textWaiting) = ([], 0);
            Monitor.PulseAll(gate);
            return batch;
        }
    }

    // Text grows in a builder while it waits; all else is an output already.
    private sealed class Item(Output output)
    {
        public StringBuilder? Text { get; } = output is StreamOutput stream ? new StringBuilder(stream.Text) : null;

        public bool IsError { get; } = output is StreamOutput { IsError: true };

        public Output Output => Text is null ? output : new StreamOutput(Text.ToString(), IsError);
    }
}
