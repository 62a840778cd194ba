using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Kernel;

/// <summary><c>execute_request</c>: runs a cell and tells all clients what it shows.</summary>
internal sealed class ExecuteHandler(
    KernelSession session, KernelChannels channels, StdinChannel stdin, HistoryFile? history, OpenComms comms)
{
    private int count;
    private long failedAt;

    /// <summary>Runs the cell, unless it came before an earlier one failed.</summary>
    public async Task HandleAsync(Request request, CancellationToken stop)
    {
        var asked = request.Content<ExecuteRequest>();
        if (request.Arrived < failedAt)
        {
            request.Reply(new AbortedReply(count));
            return;
        }
        bool isRecorded = !asked.Silent && (asked.StoreHistory ?? true);
        if (isRecorded)
            count++;
        if (!asked.Silent)
            request.Publish("execute_input", new ExecuteInput(asked.Code, count));

        if (HelpCell.Of(asked.Code) is { } question)
        {
            await HelpAsync(request, asked, question, stop);
            return;
        }
        var outputs = new CellOutputs(channels, request.Header, comms, isSilent: asked.Silent);
        CellResult result = await RunAsync(request, asked, outputs);
        if (isRecorded)
            history?.Add(count, asked.Code, result.Value?.PlainText);
        if (result.Error is { } error)
            Fail(request, asked, error);
        else
            await SucceedAsync(request, asked, result, outputs.Next);
        CommHandler.CloseLost(result, request, comms);
    }

    // Front ends show a page below the notebook or the cell, and do not save it.
    private async Task HelpAsync(Request request, ExecuteRequest asked, HelpCell question, CancellationToken stop)
    {
        MimeBundle? help = await session.LanguageAsync() is { } language
            ? await language.InspectAsync(question.Name, question.Name.Length, question.WithSource, stop)
            : null;
        if (help is not null)
            request.Reply(new ExecuteReply(count, new Dictionary<string, object>(), [new Page(new MimeData(help))]));
        else
            Fail(request, asked, new CellError("NoHelp", $"There is nothing to tell about {question.Name}.", null, []));
    }

    private async Task<CellResult> RunAsync(Request request, ExecuteRequest asked, CellOutputs outputs)
    {
        if (asked.AllowStdin)
            stdin.Begin(request);
        try
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"cell {count}");
            return await session.RunAsync(new Cell(asked.Code, name), outputs.Show);
        }
        finally
        {
            stdin.End();
        }
    }

    private async Task SucceedAsync(Request request, ExecuteRequest asked, CellResult result, NextCellOutput? next)
    {
        if (result.Value is { } value && !asked.Silent)
            request.Publish("execute_result", new ExecuteResult(count, new MimeData(value), value.Metadata));
        var values = new Dictionary<string, object>();
        foreach ((string name, string expression) in asked.UserExpressions ?? [])
            values[name] = await EvaluateAsync(expression);
        request.Reply(new ExecuteReply(count, values, next is null ? [] : [new SetNextInput(next.Text, next.Replace)]));
    }

    private void Fail(Request request, ExecuteRequest asked, CellError error)
    {
        IReadOnlyList<string> traceback = TracebackColors.Of(error);
        if (!asked.Silent)
            request.Publish("error", new ErrorContent(error.Name, error.Message, traceback));
        if (asked.StopOnError && !asked.Silent)
            failedAt = Stopwatch.GetTimestamp();
        var none = new Dictionary<string, object>();
        request.Reply(new ExecuteErrorReply(count, error.Name, error.Message, traceback, none, []));
    }

    private async Task<object> EvaluateAsync(string expression)
    {
        CellResult result = await session.RunAsync(new Cell(expression, "user expression"), static _ => { });
        if (result.Error is { } error)
            return new ErrorReply(error.Name, error.Message, error.Traceback);
        MimeBundle value = result.Value ?? new MimeBundle();
        return new ExpressionValue(new MimeData(value), new JsonObject());
    }
}
