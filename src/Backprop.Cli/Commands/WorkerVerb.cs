using Backprop.Display;
using Backprop.Documents;
using Backprop.Kernel;
using Backprop.Scripting;

namespace Backprop.Cli.Commands;

/// <summary>
/// The hidden verb <c>worker</c>: a process that runs cells for a host. Here the session is put together: what cells may
/// name, and how values show themselves.
/// </summary>
internal static class WorkerVerb
{
    private const string LiveChartsOption = "--live-charts";

    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "Backprop.Cli.dll");

    private static readonly TaskCompletionSource<AskPerson> asked = new();
    private static Task<WorkerClient>? ahead;

    /// <summary>Starts a worker whose cells see a folder as the current one.</summary>
    public static ICellRunner StartSession(string folder) => WorkerClient.Start(Command(folder));

    /// <summary>
    /// The same, for a kernel: its cells may ask the person, show something after their end, and bring plotly.js.
    /// </summary>
    public static ICellRunner StartKernelSession(string folder, AskPerson ask)
    {
        if (Interlocked.Exchange(ref ahead, null) is not { } first)
            return Start(folder, ask);
        asked.SetResult(ask);
        return first.GetAwaiter().GetResult();
    }

    /// <summary>
    /// Starts the first worker of a kernel in this folder: it is what takes longest to get ready, so it goes before all else.
    /// </summary>
    public static void StartAhead() =>
        ahead = Task.Run(() => Start(Environment.CurrentDirectory, async (question, stop) =>
        {
            AskPerson ask = await asked.Task.WaitAsync(stop);
            return await ask(question, stop);
        }));

    /// <summary>Serves the host that started this process, until it goes.</summary>
    public static int Run(IReadOnlyList<string> options)
    {
        // A run writes pages, and those bring plotly.js themselves, once each.
        if (options.Contains(LiveChartsOption))
            LiveCharts.Use(() => Assets.Find().Plotly);
        return WorkerHost.Run(Compose);
    }

    private static WorkerClient Start(string folder, AskPerson ask) => WorkerClient.Start(
        Command(folder, LiveChartsOption), input: (question, stop) => ask(question, stop), takesLateOutput: true);

    private static WorkerCommand Command(string folder, params string[] options) =>
        new(Environment.ProcessPath ?? "dotnet", [Tool, "worker", .. options], folder);

    private static SessionOptions Compose()
    {
        NotebookDefaults.Register();
        return new SessionOptions
        {
            References =
            [
                typeof(Tensor).Assembly, typeof(OnnxExport).Assembly, typeof(Display.Formatter).Assembly, typeof(Check).Assembly,
            ],
            Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
            StaticUsings = ["Backprop.Functional", "Backprop.Display.Show"],
            Directives = [ImportDirective.Create(), .. NotebookDirectives.All],
        };
    }
}
