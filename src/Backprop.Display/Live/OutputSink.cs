namespace Backprop.Display;

// Live/: how what a cell shows leaves it. It knows no front end: a session sets the sink, cells publish to it.

/// <summary>
/// Where outputs go. A session sets one for the code that it runs (<see cref="Use"/>); tasks and threads which that
/// code starts inherit it, so late output still reaches its own cell. Outside a session, displays are printed as text.
/// </summary>
public static class OutputSink
{
    private static readonly AsyncLocal<Action<Output>?> Ambient = new();
    private static Action<Output> standard = ConsoleSink.Write;

    /// <summary>
    /// Takes outputs where no sink was set for the running code. At the start it prints text to the console.
    /// </summary>
    public static Action<Output> Default
    {
        get => Volatile.Read(ref standard);
        set => Volatile.Write(ref standard, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The sink of the running code.</summary>
    public static Action<Output> Current => Ambient.Value ?? Default;

    /// <summary>
    /// Whether an <see cref="UpdateOutput"/> takes the place of what was displayed. Text that goes into a file or a pipe
    /// stays as it is: what is updated often had better print a line now and then.
    /// </summary>
    public static bool ReplacesDisplays => Current != ConsoleSink.Write || ConsoleSink.IsTerminal;

    /// <summary>
    /// Sets the sink for the running code, and for the tasks and threads that it starts, until the result is disposed.
    /// </summary>
    /// <param name="sink">Takes each output. It may be called from several threads at once.</param>
    public static IDisposable Use(Action<Output> sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var restore = new Restore(Ambient.Value);
        Ambient.Value = sink;
        return restore;
    }

    /// <summary>Sends an output to the sink of the running code.</summary>
    public static void Publish(Output output) => Current(output switch
    {
        DisplayOutput display => display with { Data = LiveCharts.Leaving(display.Data) },
        UpdateOutput update => update with { Data = LiveCharts.Leaving(update.Data) },
        _ => output,
    });

    private sealed class Restore(Action<Output>? previous) : IDisposable
    {
        public void Dispose() => Ambient.Value = previous;
    }
}
