using System.Runtime.InteropServices;

namespace Backprop.Scripting;

/// <summary>The few calls into Unix systems that .NET does not offer.</summary>
internal static partial class NativeMethods
{
    public const int SigKill = 9;
    public const int SigTerm = 15;

    /// <summary>Sends a signal to a process, or to the whole group of a negative id.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);

    /// <summary>
    /// Makes this process the leader of a session and a process group of its own, without a terminal.
    /// </summary>
    [LibraryImport("libc", EntryPoint = "setsid")]
    public static partial int StartSession();

    /// <summary>The process group of this process.</summary>
    [LibraryImport("libc", EntryPoint = "getpgrp")]
    public static partial int ProcessGroup();

    /// <summary>
    /// Linux: the signal that this process gets when the thread that started it ends (with option 1).
    /// </summary>
    [LibraryImport("libc", EntryPoint = "prctl")]
    public static partial int ControlProcess(int option, nuint value, nuint unused1, nuint unused2, nuint unused3);

    /// <summary>Keeps a file descriptor from the processes that this one starts (with the request FIOCLEX).</summary>
    /// <remarks>The usual call, fcntl, has a variable argument, which Apple's arm64 passes another way.</remarks>
    [LibraryImport("libc", EntryPoint = "ioctl")]
    public static partial int ControlDescriptor(int descriptor, nuint request);
}
