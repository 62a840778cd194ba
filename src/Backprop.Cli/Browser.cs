using System.ComponentModel;
using System.Diagnostics;

namespace Backprop.Cli;

/// <summary>The system's browser.</summary>
internal static class Browser
{
    /// <summary>Opens a file, or says where it lies when there is nothing to open it with.</summary>
    public static void Open(string path)
    {
        try
        {
            ProcessStartInfo start = OperatingSystem.IsWindows() ? new ProcessStartInfo(path) { UseShellExecute = true }
                : OperatingSystem.IsMacOS() ? new ProcessStartInfo("open", [path])
                : new ProcessStartInfo("xdg-open", [path]);
            Process.Start(start)?.Dispose();
        }
        catch (Win32Exception)
        {
            Messages.Note($"no browser was found; open {path}");
        }
    }
}
