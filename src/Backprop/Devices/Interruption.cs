namespace Backprop;

/// <summary>
/// How long computations hear that a person wants them to stop. A host that can be interrupted, such as a notebook,
/// connects itself by <see cref="Connect"/>; elsewhere nothing is ever asked for.
/// </summary>
/// <remarks>
/// A training loop asks once a step: <c>if (cancel.IsCancellationRequested || Interruption.IsRequested)</c>, and does
/// each step <c>using (Interruption.WholeStep())</c>.
/// </remarks>
public static class Interruption
{
    private static readonly Scope Nothing = new();
    private static Func<bool> isRequested = static () => false;
    private static Action throwIfRequested = static () => { };
    private static Func<IDisposable> wholeStep = static () => Nothing;

    /// <summary>Whether the code on this thread is to stop as soon as what it leaves behind is whole.</summary>
    public static bool IsRequested => isRequested();

    /// <summary>Ends the code on this thread if it is to stop and is not within a <see cref="WholeStep"/>.</summary>
    /// <exception cref="OperationCanceledException">It is to stop.</exception>
    public static void ThrowIfRequested() => throwIfRequested();

    /// <summary>
    /// What this thread does until the result is disposed is not broken off in the middle, unless it takes longer than
    /// a second: an update of weights, for instance.
    /// </summary>
    public static IDisposable WholeStep() => wholeStep();

    /// <summary>Called by a host, once.</summary>
    /// <param name="isRequested">Whether the code on the calling thread is to stop.</param>
    /// <param name="throwIfRequested">Throws an <see cref="OperationCanceledException"/> if so.</param>
    /// <param name="wholeStep">Lets the calling thread go on until the result is disposed.</param>
    public static void Connect(Func<bool> isRequested, Action throwIfRequested, Func<IDisposable> wholeStep)
    {
        Interruption.isRequested = isRequested;
        Interruption.throwIfRequested = throwIfRequested;
        Interruption.wholeStep = wholeStep;
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
