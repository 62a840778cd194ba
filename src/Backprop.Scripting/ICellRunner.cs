using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>Runs cells, one after the other, in one session: what a cell declares, later cells see.</summary>
public interface ICellRunner : IAsyncDisposable
{
    /// <summary>Runs one cell to its end.</summary>
    /// <param name="cell">The code and the name under which errors cite it.</param>
    /// <param name="output">Called for each output as it happens, one at a time, in order.</param>
    /// <param name="stop">Ends the cell. A worker is ended with it: the session is lost then.</param>
    /// <returns>How the cell ended; this method does not throw for what the cell did.</returns>
    Task<CellResult> RunAsync(Cell cell, Action<Output> output, CancellationToken stop);

    /// <summary>
    /// Asks the running cell to stop, and returns at once. Its run ends as <see cref="CellStatus.Interrupted"/>, and
    /// the session goes on. Between cells this does nothing.
    /// </summary>
    void Interrupt();
}

/// <summary>One cell's code.</summary>
/// <param name="Code">C# as a learner typed it.</param>
/// <param name="Name">How errors cite it, such as <c>cell 3</c>.</param>
public sealed record Cell(string Code, string Name)
{
    /// <summary>What a part of the page says to a <see cref="Display.Comm"/>, where that is handled in the place of
    /// code: in its turn, and so that it can be interrupted.</summary>
    public CommMessage? Comm { get; init; }
}

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile, or it threw.</summary>
    Failed,

    /// <summary>It was stopped from outside (time limit, Ctrl-C, too much output).</summary>
    Stopped,

    /// <summary>It ended the worker process (stack overflow, crash, <c>Environment.Exit</c>).</summary>
    Died,

    /// <summary>A person interrupted it. What it had computed by then is there.</summary>
    Interrupted,
}

/// <summary>How a cell ended, with its value or its error.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Value">The value of the last expression in its formats, or null where there is none.</param>
/// <param name="Error">What went wrong, or null.</param>
public sealed record CellResult(CellStatus Status, MimeBundle? Value = null, CellError? Error = null);

/// <summary>What went wrong in a cell, in the learner's terms.</summary>
/// <param name="Name">The kind, such as <c>CompileError</c>, <c>DivideByZeroException</c> or
/// <c>StackOverflow</c>.</param>
/// <param name="Message">One sentence or a few, without a stack trace.</param>
/// <param name="Line">The line of the cell, from 1, where it is known.</param>
/// <param name="Traceback">Lines to print under the cell; colour by ANSI codes is allowed.</param>
public sealed record CellError(string Name, string Message, int? Line, IReadOnlyList<string> Traceback);
