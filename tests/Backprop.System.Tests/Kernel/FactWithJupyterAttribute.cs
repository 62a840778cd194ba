using System.ComponentModel;
using System.Diagnostics;

namespace Backprop.System.Tests.Kernel;

/// <summary>A test that needs Debian's Python with Jupyter's client libraries; skipped with the reason without.</summary>
public sealed class FactWithJupyterAttribute : FactAttribute
{
    private static readonly Lazy<bool> HasJupyter = new(() => Runs(Python, "-c", "import jupyter_client, nbclient"));

    private static readonly Lazy<bool> HasConsole = new(() => Runs("tmux", "-V") && Runs(Python, "-c", "import jupyter_console"));

    /// <param name="withConsole">Whether the test needs jupyter-console and a terminal too.</param>
    public FactWithJupyterAttribute(bool withConsole = false)
    {
        if (!HasJupyter.Value)
            Skip = "jupyter_client and nbclient are not installed (Debian: python3-jupyter-client python3-nbclient).";
        else if (withConsole && !HasConsole.Value)
            Skip = "jupyter-console or tmux is not installed (Debian: jupyter-console tmux).";
    }

    /// <summary>The Python that has them: that of the system.</summary>
    public static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
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
