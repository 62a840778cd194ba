using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Backprop.Scripting;

/// <summary>
/// A Windows job around this process and all that it starts. The system closes the job's only handle when this process
/// ends,
/// and ends the others with it.
/// </summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsJob
{
    private const int ExtendedLimitInformation = 9;
    private const uint KillOnJobClose = 0x2000;

    /// <summary>Does its best: where the system refuses, children may outlive the worker.</summary>
    public static void Enter()
    {
        nint job = CreateJobObject(0, 0);
        var limits = new ExtendedLimits { Basic = { LimitFlags = KillOnJobClose } };
        uint size = (uint)Marshal.SizeOf<ExtendedLimits>();
        if (job != 0 && SetInformationJobObject(job, ExtendedLimitInformation, in limits, size))
            _ = AssignProcessToJobObject(job, -1);
    }

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW")]
    private static partial nint CreateJobObject(nint security, nint name);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(nint job, int kind, in ExtendedLimits limits, uint size);

    // The handle -1 stands for this process.
    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(nint job, nint process);

    // JOBOBJECT_BASIC_LIMIT_INFORMATION
    [StructLayout(LayoutKind.Sequential)]
    private struct BasicLimits
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
    }

    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public BasicLimits Basic;
        public ulong ReadOperationCount;
        public ulong WriteOperationCount;
        public ulong OtherOperationCount;
        public ulong ReadTransferCount;
        public ulong WriteTransferCount;
        public ulong OtherTransferCount;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }
}
