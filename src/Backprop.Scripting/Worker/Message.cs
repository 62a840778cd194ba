using Backprop.Display;

namespace Backprop.Scripting;

// Worker/: a session in a process of its own. The host's side is WorkerClient, the worker's side WorkerHost,
// and between them go Messages, each in a frame (MessageStream), over a pair of anonymous pipes.

/// <summary>What the host and the worker tell each other.</summary>
internal abstract record Message
{
    /// <summary>Host to worker: run this cell. The next one may follow only after <see cref="Ended"/>.</summary>
    public sealed record Run(Cell Cell) : Message;

    /// <summary>Worker to host: the running cell shows something.</summary>
    public sealed record Shown(Output Output) : Message;

    /// <summary>Worker to host: the cell has ended, all it showed was sent.</summary>
    public sealed record Ended(CellResult Result) : Message;

    /// <summary>
    /// Host to worker: a question about a text that is being typed. It may be asked at any time, and is answered while a
    /// cell runs too.
    /// </summary>
    /// <param name="Id">Comes back with the answer.</param>
    public abstract record Question(int Id) : Message;

    /// <summary>Worker to host: the answer to a question.</summary>
    /// <param name="Id">The question's.</param>
    public abstract record Answer(int Id) : Message;

    /// <summary>Host to worker: what may stand at the cursor?</summary>
    public sealed record Complete(int Id, string Code, int Cursor) : Question(Id);

    /// <summary>Host to worker: what is at the cursor?</summary>
    public sealed record Inspect(int Id, string Code, int Cursor, bool WithSource) : Question(Id);

    /// <summary>Host to worker: is this a whole cell?</summary>
    public sealed record IsComplete(int Id, string Code) : Question(Id);

    /// <summary>Worker to host: what may stand at the cursor.</summary>
    public sealed record Completed(int Id, Completions Completions) : Answer(Id);

    /// <summary>Worker to host: help, or null.</summary>
    public sealed record Inspected(int Id, MimeBundle? Help) : Answer(Id);

    /// <summary>Worker to host: whether it is a whole cell.</summary>
    public sealed record Judged(int Id, Completeness Completeness) : Answer(Id);

    /// <summary>Worker to host: the process ends on its own account, by <c>Environment.Exit</c>.</summary>
    public sealed record Leaving(int ExitCode) : Message;
}
