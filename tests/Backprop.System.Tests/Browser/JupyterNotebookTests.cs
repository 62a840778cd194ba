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

    private const string Charts = """
        {"cells": [
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "Chart.Line([1.0, 4, 2, 5], Name: \"</script><script>alert(1)</script>\").WithTitle(\"first </script><script>alert(2)</script>\").WithXAxisStyle(\"step\")"},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "Chart.Column([3, 1, 2], Keys: [\"a\", \"<img src=x onerror=alert(3)>\", \"c\"]).WithTitle(\"second\")"},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "Chart.Surface(new double[,] { { 1, 2, 3 }, { 2, 1, 2 }, { 3, 2, 1 } }).WithTitle(\"surface\")"},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "display(Chart.Heatmap(Tensor.Randn(6, 6)).WithTitle(\"heat\"));\nChart.Frames([(\"7\", Chart.Line([7.0, 8]).WithTitle(\"7 to 8\")), (\"9\", Chart.Line([7.0, 9]))], \"epoch\").WithTitle(\"frames\")"}],
         "metadata": {"kernelspec": {"name": "backprop-csharp", "display_name": "C# (Backprop)", "language": "C#"}},
         "nbformat": 4, "nbformat_minor": 4}
        """;

    [FactWithNotebook]
    public Task A_notebook_runs_completes_asks_slides_is_interrupted_and_restarts() =>
        Drive(Notebook, "notebook.mjs", "notebook-client.png", steps: 13);

    [FactWithNotebook]
    public Task Charts_become_interactive_in_place_offline_and_stay_drawings_in_the_file() =>
        Drive(Charts, "charts.mjs", "notebook-charts.png", steps: 10);

    // Opens the notebook in a browser and lets a script do what a person would.
    private static async Task Drive(string notebook, string script, string screenshot, int steps)
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.ipynb", notebook);
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
                [Path.Combine(Tree.Root, "tests", "Backprop.System.Tests", "Browser", script),
                    $"http://127.0.0.1:{port}/notebooks/t.ipynb", Path.Combine(Tree.Root, "out", screenshot)],
                folder.Path,
                new Dictionary<string, string> { ["NODE_MODULES_OF"] = Path.Combine(Modules, "x.js") });
            result.Expect(0);
            Assert.Equal(
                steps, result.Output.Split('\n').Count(line => line.StartsWith("ok  ", StringComparison.Ordinal)));
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
