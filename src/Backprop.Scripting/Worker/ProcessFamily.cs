using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Backprop.Scripting;

/// <summary>
/// The worker and the processes that its cells start, which end together: on Unix a process group, on Windows a job. A
/// process that leaves the group on purpose (a daemon that calls setsid) is not found again.
/// </summary>
internal static class ProcessFamily
{
    private const int ParentDeathSignal = 1;
    private static PosixSignalRegistration[] handlers = [];

    /// <summary>Called by the worker first: sets it apart from its host's group, terminal and Ctrl-C.</summary>
    public static void Found()
    {
        handlers =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End()),
        ];
        if (OperatingSystem.IsWindows())
        {
            WindowsJob.Enter();
            return;
        }
        _ = NativeMethods.StartSession();

        // SIGTERM and not SIGKILL: the worker is to take its children along.
        if (OperatingSystem.IsLinux())
            _ = NativeMethods.ControlProcess(ParentDeathSignal, NativeMethods.SigTerm, 0, 0, 0);
    }

    /// <summary>Called by the worker: ends it and its children at once.</summary>
    public static void End()
    {
        if (!OperatingSystem.IsWindows() && NativeMethods.ProcessGroup() == Environment.ProcessId)
            _ = NativeMethods.Kill(-Environment.ProcessId, NativeMethods.SigKill);
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>
    /// Called by the host: ends what is left of a worker and its children, also when the worker is dead.
    /// </summary>
    public static void End(Process worker)
    {
        if (!OperatingSystem.IsWindows())
            _ = NativeMethods.Kill(-worker.Id, NativeMethods.SigKill);
        try
        {
            worker.Kill(entireProcessTree: OperatingSystem.IsWindows());
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already, which is what was wanted.
        }
    }

    /// <summary>
    /// Keeps a pipe of the worker from its children, which would hold it open after the worker's end.
    /// </summary>
    public static void KeepFromChildren(SafeHandle handle)
    {
        const nuint FioclexOnLinux = 0x5451;
        const nuint FioclexOnMacOs = 0x20006601;
        nuint request = OperatingSystem.IsMacOS() ? FioclexOnMacOs : FioclexOnLinux;
        if (!OperatingSystem.IsWindows())
            _ = NativeMethods.ControlDescriptor((int)handle.DangerousGetHandle(), request);
    }
}
