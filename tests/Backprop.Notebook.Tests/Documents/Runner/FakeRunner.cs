using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Documents;

/// <summary>A session without C#: what a cell does is looked up by its source.</summary>
internal sealed class FakeRunner(Func<Cell, Action<Output>, CancellationToken, Task<CellResult>> play) : ICellRunner
{
    public static CellResult Ok { get; } = new(CellStatus.Ok);

    public List<Cell> Ran { get; } = [];

    public bool IsDisposed { get; private set; }

    public static FakeRunner Of(Func<string, Action<Output>, CellResult> play)
    {
        return new FakeRunner((cell, output, _) => Task.FromResult(play(cell.Code, output)));
    }

    public static CellResult Value(string text) => new(CellStatus.Ok, new MimeBundle().Add(MimeBundle.Text, text));

    public static CellResult Failed(string name, string message, int? line = null)
    {
        return new(CellStatus.Failed, Error: new CellError(name, message, line,
            [$"\u001b[31m{name}\u001b[0m: {message}"]));
    }

    public Task<CellResult> RunAsync(Cell cell, Action<Output> output, CancellationToken stop)
    {
        Ran.Add(cell);
        return play(cell, output, stop);
    }

    public void Interrupt()
    {
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
