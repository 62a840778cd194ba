using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Hands a session's outputs to whoever listens to the running cell, one at a time and in order. What a forgotten thread
/// prints between two cells is kept for the next one, up to a limit, where that thread has to wait.
/// </summary>
internal sealed class CellOutput
{
    private const int MostHeld = 10_000;

    private readonly object gate = new();
    private readonly List<Output> held = [];
    private Action<Output>? listener;
    private bool closed;

    public void Publish(Output output)
    {
        lock (gate)
        {
            while (listener is null && held.Count >= MostHeld && !closed)
                Monitor.Wait(gate);
            if (closed)
                return;
            if (listener is null)
                held.Add(output);
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
            listener = to;
            Monitor.PulseAll(gate);
        }
    }

    public void End()
    {
        lock (gate)
            listener = null;
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
