using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Hands a session's outputs to whoever listens to the running cell, one at a time and in order. What a forgotten
/// thread prints between two cells is kept for the next one, up to a limit, where that thread has to wait; or it goes at
/// once to who listened to its own cell, where hosts can show late output (<see cref="IsLive"/>).
/// </summary>
internal sealed class CellOutput
{
    private const int MostHeld = 1 << 20;
    private const int CostOfDisplay = 16 << 10;

    private readonly object gate = new();
    private readonly List<Output> held = [];
    private Action<Output>? listener;
    private int heldSize;
    private bool closed;

    /// <summary>Whether output between two cells is handed on at once.</summary>
    public bool IsLive { get; set; }

    /// <summary>Takes what the code of one cell shows, during the cell and after it.</summary>
    public Action<Output> SinkFor(Action<Output> cell) => IsLive ? output => Hand(output, cell) : Publish;

    /// <summary>Takes what code shows of which nobody knows the cell.</summary>
    public void Publish(Output output)
    {
        lock (gate)
        {
            while (listener is null && heldSize >= MostHeld && !closed)
                Monitor.Wait(gate);
            if (closed)
                return;
            if (listener is null)
                Hold(output);
            else
                listener(output);
        }
    }

    public void Begin(Action<Output> to)
    {
        lock (gate)
        {
            held.ForEach(to);
            held.Clear();
            heldSize = 0;
            listener = to;
            Monitor.PulseAll(gate);
        }
    }

    public void End()
    {
        lock (gate)
            listener = IsLive ? listener : null;
    }

    private void Hand(Output output, Action<Output> to)
    {
        lock (gate)
        {
            if (!closed)
                to(output);
        }
    }

    private void Hold(Output output)
    {
        held.Add(output);
        heldSize += output is StreamOutput stream ? stream.Text.Length : CostOfDisplay;
    }

    /// <summary>Drops whatever still comes.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
