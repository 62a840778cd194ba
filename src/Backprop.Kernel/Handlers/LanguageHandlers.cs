using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Kernel;

/// <summary>What people ask while they type. While the session starts, there is nobody to tell.</summary>
internal sealed class LanguageHandlers(KernelSession session)
{
    /// <summary><c>complete_request</c>.</summary>
    public async Task CompleteAsync(Request request, CancellationToken stop)
    {
        var asked = request.Content<CompleteRequest>();
        int cursor = CursorPosition.FromCodePoints(asked.Code, asked.CursorPos);
        Completions found = session.Language is { } language
            ? await language.CompleteAsync(asked.Code, cursor, stop)
            : Completions.None(cursor);
        int start = CursorPosition.ToCodePoints(asked.Code, found.Start);
        int end = CursorPosition.ToCodePoints(asked.Code, found.End);

        // What JupyterLab shows beside each text; other clients ignore it.
        var types = new JsonArray([.. found.Items.Select(item => new JsonObject
        {
            ["start"] = start,
            ["end"] = end,
            ["text"] = item.Text,
            ["type"] = Name(item.Kind),
            ["signature"] = item.Signature,
        })]);
        var metadata = new JsonObject { ["_jupyter_types_experimental"] = types };
        request.Reply(new CompleteReply([.. found.Items.Select(item => item.Text)], start, end, metadata));
    }

    /// <summary><c>inspect_request</c>.</summary>
    public async Task InspectAsync(Request request, CancellationToken stop)
    {
        var asked = request.Content<InspectRequest>();
        int cursor = CursorPosition.FromCodePoints(asked.Code, asked.CursorPos);
        MimeBundle? help = session.Language is { } language
            ? await language.InspectAsync(asked.Code, cursor, withSource: asked.DetailLevel > 0, stop)
            : null;
        MimeBundle shown = help ?? new MimeBundle();
        request.Reply(new InspectReply(help is not null, new MimeData(shown), shown.Metadata));
    }

    /// <summary><c>is_complete_request</c>.</summary>
    public async Task IsCompleteAsync(Request request, CancellationToken stop)
    {
        var asked = request.Content<IsCompleteRequest>();
        if (HelpCell.Of(asked.Code) is not null)
        {
            request.Reply(new IsCompleteReply("complete"));
            return;
        }
        Completeness answer = session.Language is { } language
            ? await language.IsCompleteAsync(asked.Code, stop)
            : new Completeness(CompletenessStatus.Unknown);
        request.Reply(answer.Status switch
        {
            CompletenessStatus.Complete => new IsCompleteReply("complete"),
            CompletenessStatus.Incomplete => new IsCompleteReply("incomplete", answer.Indent),
            CompletenessStatus.Invalid => new IsCompleteReply("invalid"),
            _ => new IsCompleteReply("unknown"),
        });
    }

    // The names for which front ends have a picture.
    private static string Name(CompletionKind kind) => kind switch
    {
        CompletionKind.Variable or CompletionKind.Parameter => "instance",
        CompletionKind.Method => "function",
        CompletionKind.Argument => "param",
        CompletionKind.Directive => "magic",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
