using System.ComponentModel;
using System.Diagnostics;

namespace Backprop.System.Tests.Kernel;

/// <summary>A test that needs Debian's Python with Jupyter's client libraries; skipped with the reason without.</summary>
public sealed class FactWithJupyterAttribute : FactAttribute
{
    private static readonly Lazy<bool> HasJupyter = new(Look);

    public FactWithJupyterAttribute()
    {
        if (!HasJupyter.Value)
            Skip = "jupyter_client and nbclient are not installed (Debian: python3-jupyter-client python3-nbclient).";
    }

    /// <summary>The Python that has them: that of the system.</summary>
    public static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static bool Look()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Python, ["-c", "import jupyter_client, nbclient"])
            {
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
