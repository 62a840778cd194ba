using Backprop.Display;

namespace Backprop.Scripting;

// Worker/: a session in a process of its own. The host's side is WorkerClient, the worker's side WorkerHost,
// and between them go Messages, each in a frame (MessageStream), over a pair of anonymous pipes.

/// <summary>What the host and the worker tell each other.</summary>
internal abstract record Message
{
    /// <summary>Host to worker: run this cell. The next one may follow only after <see cref="Ended"/>.</summary>
    public sealed record Run(Cell Cell) : Message;

    /// <summary>Host to worker: the running cell is to stop. After <see cref="Ended"/> it does nothing.</summary>
    public sealed record Interrupt : Message;

    /// <summary>Worker to host: the running cell shows something.</summary>
    public sealed record Shown(Output Output) : Message;

    /// <summary>Worker to host: the cell has ended, all it showed was sent.</summary>
    public sealed record Ended(CellResult Result) : Message;

    /// <summary>Worker to host: the process ends on its own account, by <c>Environment.Exit</c>.</summary>
    public sealed record Leaving(int ExitCode) : Message;
}
