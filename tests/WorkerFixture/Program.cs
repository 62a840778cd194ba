using Backprop.Display;
using Backprop.Scripting;

// worker          serves the host that started it
// host CODE…      starts a worker and runs the cells in it, printing what they print; then lists Roslyn's loaded
// assemblies
return args switch
{
    ["worker"] => WorkerHost.Run(() => new SessionOptions()),
    ["host", .. var cells] => await Host(cells),
    _ => 2,
};

static async Task<int> Host(string[] cells)
{
    string self = typeof(Program).Assembly.Location;
    var command = new WorkerCommand(Environment.ProcessPath!, [self, "worker"], Environment.CurrentDirectory);
    await using var worker = WorkerClient.Start(command);
    foreach (string code in cells)
    {
        CellResult result = await worker.RunAsync(new Cell(code, "cell"), Print, CancellationToken.None);
        Console.WriteLine(result.Error?.Message ?? result.Value?.PlainText ?? result.Status.ToString());
    }
    foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(a => a.FullName!.Contains("CodeAnalysis")))
        Console.WriteLine($"loaded {assembly.GetName().Name}");
    return 0;
}

static void Print(Output output)
{
    if (output is StreamOutput stream)
        Console.Write(stream.Text);
}
