using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

/// <summary>
/// Runs cells one after the other as a notebook does, naming them <c>cell 1</c>, <c>cell 2</c>, … and keeping what
/// they show.
/// </summary>
internal sealed class NotebookSession(ICellRunner runner) : IAsyncDisposable
{
    private int cells;

    public NotebookSession()
        : this(new SessionOptions())
    {
    }

    public NotebookSession(SessionOptions options)
        : this(new CSharpSession(options))
    {
    }

    public List<Output> Outputs { get; } = [];

    /// <summary>What the cells wrote to standard output.</summary>
    public string Out => Text(isError: false);

    /// <summary>What the cells wrote to standard error.</summary>
    public string Err => Text(isError: true);

    public Task<CellResult> Run(string code, CancellationToken stop = default) => Run(code, _ => { }, stop);

    public Task<CellResult> Run(string code, Action<Output> output, CancellationToken stop = default)
    {
        cells++;
        return runner.RunAsync(new Cell(code, $"cell {cells}"), Keep, stop);

        void Keep(Output shown)
        {
            lock (Outputs)
                Outputs.Add(shown);
            output(shown);
        }
    }

    /// <summary>Runs a cell that must come to its end, and gives its value as text, or null.</summary>
    public async Task<string?> Value(string code)
    {
        CellResult result = await Run(code);
        string problem = string.Join('\n', result.Error?.Traceback ?? []);
        Assert.True(result.Status == CellStatus.Ok, $"{result.Status}: {problem}");
        return result.Value?.PlainText;
    }

    /// <summary>Runs a cell that must fail, and gives its error.</summary>
    public async Task<CellError> Error(string code)
    {
        CellResult result = await Run(code);
        Assert.Equal(CellStatus.Failed, result.Status);
        return result.Error!;
    }

    /// <summary>
    /// Runs a cell that does not end by itself, interrupts it a moment after its code began, and gives how it ended.
    /// </summary>
    public async Task<CellResult> Interrupted(string code, int milliseconds = 20)
    {
        var began = new TaskCompletionSource();
        Task<CellResult> run = Run($"Console.Write(\"began\");\n{code}", _ => began.TrySetResult());
        await Task.WhenAny(began.Task, run);
        await Task.Delay(milliseconds);
        runner.Interrupt();
        return await run.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public void Interrupt() => runner.Interrupt();

    public ValueTask DisposeAsync() => runner.DisposeAsync();

    private string Text(bool isError)
    {
        lock (Outputs)
            return string.Concat(Outputs.OfType<StreamOutput>().Where(o => o.IsError == isError).Select(o => o.Text));
    }
}
