using System.Globalization;

namespace Backprop.Scripting;

/// <summary>
/// Runs work on a thread of its own with a deep stack, printing numbers the same way on every machine.
/// </summary>
internal static class CellThread
{
    private const int StackBytes = 16 << 20;

    public static Task<T> Run<T>(string name, Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(done, work), StackBytes) { IsBackground = true, Name = name };
        thread.UnsafeStart();
        return done.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            done.SetResult(work());
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }
}
