using System.Runtime.ExceptionServices;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Lets threads that a cell started end when it is interrupted: there nobody catches the interrupt, and an exception
/// that nobody catches ends the process.
/// </summary>
internal static class BackgroundInterrupts
{
    private static readonly Lock Gate = new();
    private static bool installed;

    public static void Install()
    {
        lock (Gate)
        {
            if (installed)
                return;
            ExceptionHandling.SetUnhandledExceptionHandler(IsInterrupt);
            installed = true;
        }
    }

    private static bool IsInterrupt(Exception error) =>
        error is CellInterruptedException || (error is OperationCanceledException && RunningCell.IsInterrupted);
}
