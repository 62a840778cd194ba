namespace Backprop.Display;

/// <summary>
/// The cell on whose behalf this code runs, in the cell itself and in the tasks and threads that it started. Code that
/// takes long asks here whether it is to stop.
/// </summary>
/// <remarks>The session puts such a question into the loops and functions of every cell; libraries ask
/// themselves.</remarks>
public static class RunningCell
{
    /// <summary>Cancelled when a person interrupts the cell. Outside a cell it never is.</summary>
    public static CancellationToken Token => CellRun.Current?.Token ?? CancellationToken.None;

    /// <summary>Whether the cell is to stop.</summary>
    public static bool IsInterrupted => CellGuard.Interrupted != 0 && CellRun.Current is { IsInterrupted: true };

    /// <summary>Ends the code that runs if the cell is to stop. A call costs a nanosecond.</summary>
    /// <exception cref="CellInterruptedException">The cell was interrupted.</exception>
    public static void ThrowIfInterrupted() => CellGuard.Check();

    /// <summary>
    /// Lets the code on this thread go on until the result is disposed, but no longer than a second after an interrupt:
    /// for work that is worth nothing when half done. Calls may stand within each other; no <c>await</c> in between.
    /// </summary>
    public static IDisposable Hold() => CellRun.Hold();
}
