using System.Diagnostics;
using System.Globalization;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

/// <summary>Real worker processes for tests: the program WorkerFixture, which lies beside them.</summary>
internal static class Workers
{
    public static string Dotnet { get; } = System.Environment.ProcessPath!;

    public static string Fixture { get; } = Path.Combine(AppContext.BaseDirectory, "WorkerFixture.dll");

    public static WorkerCommand Command { get; } = new(Dotnet, [Fixture, "worker"], AppContext.BaseDirectory);

    public static NotebookSession Start(Dictionary<string, string?>? environment = null) =>
        new(WorkerClient.Start(Command with { Environment = environment }));

    /// <summary>Starts a process that is a host: it starts a worker and runs the cell there.</summary>
    public static Process Host(string code) =>
        Process.Start(new ProcessStartInfo(Dotnet, [Fixture, "host", code]) { RedirectStandardOutput = true })!;

    /// <summary>
    /// Waits until a process is gone; a process that another one still has to collect counts as gone.
    /// </summary>
    public static async Task<bool> EndsAsync(int process)
    {
        for (int i = 0; i < 2000; i++)
        {
            if (!IsAlive(process))
                return true;
            await Task.Delay(20);
        }
        return false;
    }

    /// <summary>How many processes run that were started with this text in their environment; Linux only.</summary>
    public static int Marked(string mark) =>
        Process.GetProcesses().Count(process => IsAlive(process.Id) && Environment(process.Id).Contains(mark));

    public static int Number(string text) => int.Parse(text.Trim(), CultureInfo.InvariantCulture);

    private static string Environment(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            string status = $"/proc/{id}/stat";
            return !process.HasExited && !(File.Exists(status) && File.ReadAllText(status).Contains(") Z "));
        }
        catch (Exception error) when (error is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
