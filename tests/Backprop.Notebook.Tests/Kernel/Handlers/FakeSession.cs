using System.Collections.Concurrent;
using Backprop.Display;
using Backprop.Kernel;
using Backprop.Scripting;

namespace Backprop.Tests.Kernel.Handlers;

/// <summary>
/// A session that knows a few commands in the place of C#: <c>value X</c>, <c>print X</c>, <c>show</c>, <c>fail</c>,
/// <c>wait</c>, <c>ask</c>, <c>die</c>.
/// </summary>
internal sealed class FakeSession(AskPerson ask) : ICellRunner, ILanguageService
{
    private readonly TaskCompletionSource goneOn = new();

    /// <summary>The cells that ran, in order.</summary>
    public ConcurrentQueue<Cell> Cells { get; } = [];

    /// <summary>Who listened to the last cell.</summary>
    public Action<Output>? Listener { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Lets <c>wait</c> go on.</summary>
    public void GoOn() => goneOn.TrySetResult();

    public async Task<CellResult> RunAsync(Cell cell, Action<Output> output, CancellationToken stop)
    {
        Cells.Enqueue(cell);
        Listener = output;
        if (cell.Comm is { } message)
            return Answer(message, output);
        string[] words = cell.Code.Split(' ', 2);
        switch (words[0])
        {
            case "value":
                return Value(words[1]);
            case "print":
                output(new StreamOutput(words[1], IsError: false));
                return new CellResult(CellStatus.Ok);
            case "show":
                var bundle = new MimeBundle { Metadata = { ["alt"] = "é" } }.Add("text/html", "<b>1</b>")
                    .Add("application/json", System.Text.Json.Nodes.JsonNode.Parse("[1]")!);
                output(new DisplayOutput(bundle, "id"));
                output(new UpdateOutput(new MimeBundle().Add("text/plain", "2"), "id"));
                output(new ClearOutput(Wait: true));
                output(new StreamOutput("oops", IsError: true));
                return new CellResult(CellStatus.Ok);
            case "fail":
                return Error(CellStatus.Failed, "SomeException");
            case "wait":
                await goneOn.Task.WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
                return words.Length > 1 ? Error(CellStatus.Failed, words[1]) : new CellResult(CellStatus.Ok);
            case "ask":
                return Value(await ask(new InputQuestion(words[1], IsPassword: words[1] == "key"), stop) ?? "nobody");
            case "die":
                return Error(CellStatus.Died, "Crash");
            default:
                throw new InvalidOperationException($"No such command: {cell.Code}");
        }
    }

    public void Interrupt() => GoOn();

    public Task<Completions> CompleteAsync(string code, int cursor, CancellationToken stop) =>
        Task.FromResult(new Completions(
            cursor - 2, cursor, [new Completion("Write", CompletionKind.Method, "void Write()")]));

    public Task<MimeBundle?> InspectAsync(string code, int cursor, bool withSource, CancellationToken stop) =>
        Task.FromResult(cursor == 0 ? null : new MimeBundle().Add("text/plain", withSource ? "source" : "help"));

    public Task<Completeness> IsCompleteAsync(string code, CancellationToken stop) => Task.FromResult(code switch
    {
        "" => new Completeness(CompletenessStatus.Complete),
        "{" => new Completeness(CompletenessStatus.Incomplete, "    "),
        _ => new Completeness(CompletenessStatus.Invalid),
    });

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        GoOn();
        return ValueTask.CompletedTask;
    }

    // It knows one kind of comm, `echo`, which sends back what it is sent.
    private static CellResult Answer(CommMessage message, Action<Output> output)
    {
        if (message is { Step: CommStep.Open, Target: not "echo" })
            output(new CommOutput(new CommMessage(CommStep.Close, message.CommId, "", [])));
        else if (message.Step == CommStep.Send)
            output(new CommOutput(message));
        return new CellResult(CellStatus.Ok);
    }

    private static CellResult Value(string text) =>
        new(CellStatus.Ok, new MimeBundle().Add("text/plain", text));

    private static CellResult Error(CellStatus status, string name) =>
        new(status, Error: new CellError(name, "message", 1, [$"{name}: message", "  cell 1, line 1", "    x", "    ^"]));
}
