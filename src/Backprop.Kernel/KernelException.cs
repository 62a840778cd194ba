namespace Backprop.Kernel;

/// <summary>The kernel cannot start; the message is one line that says why and what to do.</summary>
public sealed class KernelException : Exception
{
    /// <summary>Names what went wrong.</summary>
    public KernelException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
