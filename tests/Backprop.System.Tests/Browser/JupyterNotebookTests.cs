using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Backprop.Kernel;
using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests.Browser;

/// <summary>Jupyter Notebook in a browser, with our kernel: what a person does with the keyboard and the buttons.</summary>
public class JupyterNotebookTests
{
    private const string Notebook = """
        {"cells": [
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "6 * 7"},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "for (int i = 0; i < 100; i++) Console.WriteLine($\"line {i}\");"},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "Tensor.Randn(4, 5)"}],
         "metadata": {"kernelspec": {"name": "backprop-csharp", "display_name": "C# (Backprop)", "language": "C#"}},
         "nbformat": 4, "nbformat_minor": 4}
        """;

    private static readonly string Modules = Path.Combine(Tree.Root, "assets", "node_modules");

    [FactWithNotebook]
    public async Task A_notebook_runs_completes_asks_slides_is_interrupted_and_restarts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.ipynb", Notebook);
        new KernelSpecs(folder["data/jupyter"]).Install(new KernelSpec(KernelSpec.DefaultName, "C# (Backprop)",
            ["dotnet", Tool.Assembly, "kernel", "run", "--connection-file", "{connection_file}"]));
        string port = FreePort();
        using Process server = StartServer(folder, port);
        try
        {
            await Answers($"http://127.0.0.1:{port}/api");
            Directory.CreateDirectory(Path.Combine(Tree.Root, "out"));
            ToolResult result = Tool.Start(
                "node",
                [Path.Combine(Tree.Root, "tests", "Backprop.System.Tests", "Browser", "notebook.mjs"),
                    $"http://127.0.0.1:{port}/notebooks/t.ipynb", Path.Combine(Tree.Root, "out", "notebook-client.png")],
                folder.Path,
                new Dictionary<string, string> { ["NODE_MODULES_OF"] = Path.Combine(Modules, "x.js") });
            result.Expect(0);
            Assert.Equal(13, result.Output.Split('\n').Count(line => line.StartsWith("ok  ", StringComparison.Ordinal)));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static Process StartServer(TemporaryFolder folder, string port)
    {
        var start = new ProcessStartInfo("jupyter-notebook",
            ["--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.token=", "--NotebookApp.password="])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = folder.Path;
        start.Environment["JUPYTER_DATA_DIR"] = folder["data/jupyter"];
        start.Environment["XDG_DATA_HOME"] = folder["data"];
        Process server = Process.Start(start)!;
        // Read, or the server would wait for us.
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        return server;
    }

    private static async Task Answers(string url)
    {
        using var client = new HttpClient();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await client.GetStringAsync(url);
                return;
            }
            catch (HttpRequestException) when (attempt < 120)
            {
                await Task.Delay(500);
            }
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>A test that needs Jupyter Notebook, Chromium, Node and playwright-core; skipped with the reason without.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithNotebookAttribute : FactAttribute
{
    public FactWithNotebookAttribute()
    {
        string modules = Path.Combine(Tree.Root, "assets", "node_modules", "playwright-core");
        if (!File.Exists("/usr/bin/chromium") || !File.Exists("/usr/bin/jupyter-notebook") || !Directory.Exists(modules))
            Skip = "Jupyter Notebook, Chromium or playwright-core is not installed (Debian: jupyter-notebook chromium; npm ci in assets).";
    }
}
