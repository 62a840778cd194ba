namespace Backprop.Display;

/// <summary>An exception as a value: its kind, its message, and where it was thrown.</summary>
internal static class ExceptionView
{
    private const int MostCauses = 5;

    public static MimeBundle ToBundle(Exception error)
    {
        Html trace = error.StackTrace is { } stack
            ? Html.Of($"<details><summary>where it was thrown</summary><pre class=\"bp-text\">{stack}</pre></details>")
            : Html.Empty;
        Html card = Html.Of(
            $"""
            <figure class="bp-card"><div class="bp-body"><div class="bp-alarm"><div>
            <p><b>{TypeNames.Of(error.GetType())}</b> {Message(error)}</p>{Causes(error).Select(Cause)}</div></div>
            {trace}</div></figure>
            """);
        return new MimeBundle().Add(MimeBundle.Html, Theme.Output(card).Content).Add(MimeBundle.Text, ToText(error));
    }

    public static string ToText(Exception error)
    {
        IEnumerable<string> causes = Causes(error)
            .Select(c => $"  caused by {TypeNames.Of(c.GetType())}: {Message(c)}");
        return string.Join('\n', causes.Prepend($"{TypeNames.Of(error.GetType())}: {Message(error)}"));
    }

    private static Html Cause(Exception cause) =>
        Html.Of($"<p>caused by <b>{TypeNames.Of(cause.GetType())}</b> {Message(cause)}</p>");

    // A chain may be long, and even closed to a ring.
    private static List<Exception> Causes(Exception error)
    {
        var causes = new List<Exception>();
        Exception? inner = error.InnerException;
        while (inner is not null && causes.Count < MostCauses)
        {
            causes.Add(inner);
            inner = inner.InnerException;
        }
        return causes;
    }

    // Message is virtual: a learner's own may throw.
    private static string Message(Exception error) => Members.Read(() => error.Message) switch
    {
        Members.Failure failure => $"(Message {failure})",
        string message => message,
        _ => "",
    };
}
