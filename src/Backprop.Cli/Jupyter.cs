using System.Diagnostics;
using Backprop.Kernel;

namespace Backprop.Cli;

/// <summary>Finds a Jupyter on this machine and opens a folder in it.</summary>
internal static class Jupyter
{
    private static readonly string[] Programs = ["jupyter-lab", "jupyter-notebook"];

    /// <summary>Runs JupyterLab or Notebook on a folder until it ends; where there is none, says how to get one.</summary>
    /// <returns>An exit code.</returns>
    public static int Open(string folder)
    {
        if (Programs.Select(JupyterFolders.Program).FirstOrDefault(path => path is not null) is not { } program)
        {
            Console.WriteLine("No Jupyter was found. `pip install jupyterlab` (or `apt install jupyter-notebook`) brings one,");
            Console.WriteLine("and VS Code with its Jupyter extension opens the folder as it is.");
            return ExitCode.Fine;
        }
        var start = new ProcessStartInfo(program, [Path.GetFullPath(folder)]);
        // The superuser must say that it means it.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            start.ArgumentList.Add("--allow-root");
        using Process jupyter = Process.Start(start)!;
        jupyter.WaitForExit();
        return jupyter.ExitCode == 0 ? ExitCode.Fine : ExitCode.Failed;
    }
}
