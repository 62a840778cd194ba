using System.Runtime.InteropServices;

namespace Backprop.Kernel;

// Backprop.Kernel: Jupyter's kernel protocol around a C# session. It never sees a tensor, and no code of a cell runs in
// its process.

/// <summary>A Jupyter kernel.</summary>
public static class JupyterKernel
{
    /// <summary>
    /// Serves clients until one asks for the end, <paramref name="stop"/> or a signal does, or the parent process that
    /// Jupyter named is gone. SIGINT interrupts the running cell.
    /// </summary>
    /// <exception cref="KernelException">An address is taken, or not this machine's.</exception>
    public static async Task RunAsync(KernelOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var kernel = new KernelServer(options);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ending.Cancel();
        });
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            kernel.Interrupt();
        });
        Task serving = kernel.ServeAsync(ending.Token);
        await Task.WhenAny(serving, ParentProcess.GoneAsync(ending.Token));
        await ending.CancelAsync();
        await serving;
    }
}
