using Backprop.Display;

namespace Backprop.Scripting;

// Worker/: a session in a process of its own. The host's side is WorkerClient, the worker's side WorkerHost,
// and between them go Messages, each in a frame (MessageStream), over a pair of anonymous pipes.

/// <summary>What the host and the worker tell each other.</summary>
internal abstract record Message
{
    /// <summary>Host to worker: run this cell. The next one may follow only after <see cref="Ended"/>.</summary>
    /// <param name="Cell">The cell.</param>
    /// <param name="Number">By which <see cref="Source"/> tells its outputs from those of others.</param>
    /// <param name="IsLive">Whether what it shows after its end is to be sent at once.</param>
    public sealed record Run(Cell Cell, int Number = 0, bool IsLive = false) : Message;

    /// <summary>Host to worker: what the person typed, or null where there is nobody to ask.</summary>
    public sealed record InputGiven(int Question, string? Text) : Message;

    /// <summary>Worker to host: what is shown from now on comes from the code of this cell.</summary>
    public sealed record Source(int RunNumber) : Message;

    /// <summary>Worker to host: a cell wants a line from the keyboard, and waits for <see cref="InputGiven"/>.</summary>
    public sealed record InputWanted(int Question, InputQuestion Asked) : Message;

    /// <summary>Host to worker: the running cell is to stop. After <see cref="Ended"/> it does nothing.</summary>
    public sealed record Interrupt : Message;

    /// <summary>Worker to host: the running cell shows something.</summary>
    public sealed record Shown(Output Output) : Message;

    /// <summary>Worker to host: the cell has ended, all it showed was sent.</summary>
    public sealed record Ended(CellResult Result) : Message;

    /// <summary>
    /// Host to worker: a question about a text that is being typed. It may be asked at any time, and is answered while
    /// a cell runs too.
    /// </summary>
    /// <param name="Id">Comes back with the answer.</param>
    public abstract record LanguageQuestion(int Id) : Message;

    /// <summary>Worker to host: the answer to a question.</summary>
    /// <param name="Id">The question's.</param>
    public abstract record LanguageAnswer(int Id) : Message;

    /// <summary>Host to worker: what may stand at the cursor?</summary>
    public sealed record Complete(int Id, string Code, int Cursor) : LanguageQuestion(Id);

    /// <summary>Host to worker: what is at the cursor?</summary>
    public sealed record Inspect(int Id, string Code, int Cursor, bool WithSource) : LanguageQuestion(Id);

    /// <summary>Host to worker: is this a whole cell?</summary>
    public sealed record IsComplete(int Id, string Code) : LanguageQuestion(Id);

    /// <summary>Worker to host: what may stand at the cursor.</summary>
    public sealed record Completed(int Id, Completions Completions) : LanguageAnswer(Id);

    /// <summary>Worker to host: help, or null.</summary>
    public sealed record Inspected(int Id, MimeBundle? Help) : LanguageAnswer(Id);

    /// <summary>Worker to host: whether it is a whole cell.</summary>
    public sealed record Judged(int Id, Completeness Completeness) : LanguageAnswer(Id);

    /// <summary>Worker to host: the process ends on its own account, by <c>Environment.Exit</c>.</summary>
    public sealed record Leaving(int ExitCode) : Message;
}
