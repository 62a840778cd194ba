namespace Backprop;

/// <summary>
/// Makes things in order, some of them ahead on a background thread: one after the other, so that what makes them need
/// not be thread-safe. What goes wrong there is thrown where the thing is asked for.
/// </summary>
/// <remarks>No thread waits: each thing is a task that begins when the one before is done and there is room. So a loop
/// that is left early leaves nothing behind, whether it disposes this or not.</remarks>
internal sealed class Prefetch<T> : IDisposable
{
    private readonly Func<int, T> make;
    private readonly int end, ahead;
    private readonly Queue<Task<T>> ready = new();
    private int next;
    private volatile bool isStopped;
    private Task last = Task.CompletedTask;

    /// <summary>Things from <paramref name="start"/> to <paramref name="end"/> − 1.</summary>
    internal Prefetch(Func<int, T> make, int start, int end, int ahead)
    {
        (this.make, this.end, this.ahead) = (make, end, ahead);
        next = start;
        Fill();
    }

    /// <summary>The next thing, waited for if need be.</summary>
    internal T Next()
    {
        if (ahead == 0)
            return make(next++);
        var task = ready.Dequeue();
        T thing = task.GetAwaiter().GetResult();
        Fill();
        return thing;
    }

    /// <summary>Makes no more, and returns when the one in the making is done.</summary>
    public void Dispose()
    {
        isStopped = true;
        // Its failure is nobody's business any more, but must have been looked at.
        last.ContinueWith(static task => _ = task.Exception, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
    }

    private void Fill()
    {
        while (ready.Count < ahead && next < end)
        {
            int index = next++;
            // Nothing after a failure: the loop ends there.
            var task = last.ContinueWith(before => Make(before, index), CancellationToken.None,
                TaskContinuationOptions.None, TaskScheduler.Default);
            ready.Enqueue(task);
            last = task;
        }
    }

    private T Make(Task before, int index)
    {
        before.GetAwaiter().GetResult();
        return isStopped ? throw new OperationCanceledException() : make(index);
    }
}
