namespace Backprop;

/// <summary>While it is open, results on this thread do not remember how they were made:
/// <c>using (NoGrad()) …</c></summary>
internal sealed class NoGradScope : IDisposable
{
    private readonly bool was = GradMode.Set(false);
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool isClosed;

    public void Dispose()
    {
        if (isClosed)
            return;
        if (Environment.CurrentManagedThreadId != thread)
        {
            throw new InvalidOperationException(
                "NoGrad() was opened on one thread and closed on another. Do not await inside its block.");
        }
        isClosed = true;
        GradMode.Set(was);
    }
}
