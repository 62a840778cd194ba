using System.Diagnostics;
using System.Globalization;

namespace Backprop.Kernel;

/// <summary>The Jupyter server that started this kernel, as far as it told: a kernel does not outlive it.</summary>
internal static class ParentProcess
{
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Completes when the parent is gone, or at the stop. On Windows the number is a handle, not an id.</summary>
    public static async Task GoneAsync(CancellationToken stop)
    {
        string? text = Environment.GetEnvironmentVariable(Variable);
        bool isKnown = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id);
        try
        {
            while (!isKnown || OperatingSystem.IsWindows() || IsAlive(id))
                await Task.Delay(Pause, stop);
        }
        catch (OperationCanceledException)
        {
            // Somebody else ended the kernel.
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
