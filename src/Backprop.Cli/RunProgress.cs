using System.Globalization;
using Backprop.Documents;
using Spectre.Console;

namespace Backprop.Cli;

/// <summary>
/// Shows a run as it goes: a bar on a terminal, a plain line a notebook elsewhere. Results go to standard output,
/// what went wrong to standard error.
/// </summary>
/// <param name="count">How many notebooks will run.</param>
internal sealed class RunProgress(int count) : IProgress<RunEvent>, IDisposable
{
    private const int BarWidth = 24;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Cell, int Cells)> running = [];
    private readonly bool live = !Console.IsOutputRedirected && !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Ansi;
    private int ended;

    public void Report(RunEvent value)
    {
        lock (gate)
        {
            string name = value.Notebook.Name;
            switch (value)
            {
                case CellStarted cell:
                    running[name] = (cell.Cell, cell.Cells);
                    break;
                case NotebookEnded done:
                    running.Remove(name);
                    ended++;
                    ClearBar();
                    Line(name, done.Result);
                    break;
            }
            DrawBar();
        }
    }

    /// <summary>Removes the bar.</summary>
    public void Close()
    {
        lock (gate)
            ClearBar();
    }

    public void Dispose() => Close();

    private static void Line(string name, NotebookRun run)
    {
        string time = string.Create(CultureInfo.InvariantCulture, $"{run.Elapsed.TotalSeconds,6:F1} s");
        string verdict = run.Failure is null ? "[green]ok[/]    " : "[red]FAILED[/]";
        AnsiConsole.MarkupLine($"{verdict}  {time}  {Markup.Escape(name)}");
        if (run.Failure is { } failure)
            Messages.Error(failure.Message);
    }

    private void DrawBar()
    {
        if (!live || running.Count == 0)
            return;
        double share = (ended + running.Values.Sum(r => (r.Cell - 1.0) / r.Cells)) / count;
        int full = (int)(share * BarWidth);
        string names = string.Join(", ", running.Select(r => $"{r.Key} {r.Value.Cell}/{r.Value.Cells}"));
        int room = Math.Max(10, Console.WindowWidth - BarWidth - 16);
        string text = names.Length > room ? names[..room] + "…" : names;
        Console.Error.Write($"\r\e[K{new string('━', full)}\e[2m{new string('━', BarWidth - full)}\e[0m {ended}/{count}  {text}");
    }

    private void ClearBar()
    {
        if (live)
            Console.Error.Write("\r\e[K");
    }
}
