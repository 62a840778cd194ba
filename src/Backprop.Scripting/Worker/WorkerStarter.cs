using System.Collections.Concurrent;

namespace Backprop.Scripting;

/// <summary>
/// Starts all workers on one thread that lasts as long as the host. Linux sends the parent-death signal when the thread
/// that started a process ends; and one start after the other keeps a worker from inheriting the pipes of another.
/// </summary>
internal static class WorkerStarter
{
    private static readonly BlockingCollection<Action> Starts = [];

    static WorkerStarter() => new Thread(Work) { IsBackground = true, Name = "worker starter" }.Start();

    public static T Run<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>();
        Starts.Add(() =>
        {
            try
            {
                done.SetResult(start());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    private static void Work()
    {
        foreach (Action start in Starts.GetConsumingEnumerable())
            start();
    }
}
