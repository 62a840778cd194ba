using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>Who listens to one cell. After its first exception it is not called again.</summary>
/// <param name="listener">Called for each output.</param>
/// <param name="failed">Called where the listener throws.</param>
internal sealed class OutputTarget(Action<Output> listener, Action failed)
{
    private Exception? failure;

    public void Take(Output output)
    {
        if (Volatile.Read(ref failure) is not null)
            return;
        try
        {
            listener(output);
        }
        catch (Exception error)
        {
            Volatile.Write(ref failure, error);
            failed();
        }
    }

    /// <summary>Throws what the listener threw.</summary>
    public void ThrowIfFailed()
    {
        if (Volatile.Read(ref failure) is { } error)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
    }
}
