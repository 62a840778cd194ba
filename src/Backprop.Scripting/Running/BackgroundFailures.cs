using System.Runtime.ExceptionServices;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Keeps the process where a thread that a cell started, or an <c>async void</c> function, throws what nobody catches.
/// An interrupt just ends that thread; any other failure is told on the standard error of its cell. What no line of a
/// cell has thrown ends the process, as everywhere.
/// </summary>
internal static class BackgroundFailures
{
    private static readonly Lock Gate = new();
    private static readonly List<WeakReference<RuntimeErrors>> Sessions = [];
    private static bool installed;

    /// <summary>Takes in a session, by what knows the lines of its cells.</summary>
    public static void Watch(RuntimeErrors errors)
    {
        lock (Gate)
        {
            Sessions.RemoveAll(session => !session.TryGetTarget(out _));
            Sessions.Add(new(errors));
            if (!installed)
                ExceptionHandling.SetUnhandledExceptionHandler(IsDealtWith);
            installed = true;
        }
    }

    private static bool IsDealtWith(Exception error) =>
        error is CellInterruptedException
        || (error is OperationCanceledException && RunningCell.IsInterrupted)
        || (error is not OutOfMemoryException && IsTold(error));

    private static bool IsTold(Exception error)
    {
        RuntimeErrors?[] sessions;
        lock (Gate)
            sessions = [.. Sessions.Select(session => session.TryGetTarget(out RuntimeErrors? errors) ? errors : null)];
        if (sessions.Select(session => session?.DescribeElsewhere(error)).FirstOrDefault(told => told is not null) is not { } lines)
            return false;
        string text = $"A thread that a cell started has failed, and ended.\n{string.Join('\n', lines)}\n";
        OutputSink.Publish(new StreamOutput(text, IsError: true));
        return true;
    }
}
