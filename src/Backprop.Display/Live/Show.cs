namespace Backprop.Display;

/// <summary>
/// What a cell calls to show something before it ends; sessions import these functions by <c>using static</c>.
/// </summary>
public static class Show
{
    /// <summary>Shows a value now, formatted as a cell's last expression would be.</summary>
    /// <param name="value">Anything: a tensor, a chart, a sequence of records, HTML, null.</param>
    /// <param name="mimeTypes">The formats to send, such as <c>"text/html"</c>; none means all there are.</param>
    /// <returns>A handle that can replace it in place.</returns>
    public static DisplayHandle display(object? value, params string[] mimeTypes)
    {
        MimeBundle bundle = Formatter.ToBundle(value);
        var handle = new DisplayHandle(Guid.NewGuid().ToString("N"));
        OutputSink.Publish(new DisplayOutput(mimeTypes.Length == 0 ? bundle : bundle.Only(mimeTypes), handle.Id));
        return handle;
    }

    /// <summary>Takes text as HTML: <c>display(HTML("&lt;b&gt;bold&lt;/b&gt;"))</c>. It is not escaped.</summary>
    public static Html HTML(string content) => new(content);

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">True: only when the next output arrives, so that nothing flickers.</param>
    public static void clearOutput(bool wait = false) => OutputSink.Publish(new ClearOutput(wait));

    /// <summary>Puts text into a cell for the person to go on with; nothing runs it. Front ends without such a way ignore it.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="replace">True: in place of the cell that runs; false: in a new cell below it.</param>
    public static void nextCell(string text, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        OutputSink.Publish(new NextCellOutput(text, replace));
    }

    /// <summary>Asks the person for a line of text, and waits for it.</summary>
    /// <returns>The line; null where nobody can be asked.</returns>
    public static string? input(string prompt = "") => InputSource.Ask(new InputQuestion(prompt));

    /// <summary>Asks the person for a secret, which is not shown while it is typed.</summary>
    /// <returns>The line; null where nobody can be asked.</returns>
    public static string? password(string prompt = "") => InputSource.Ask(new InputQuestion(prompt, IsPassword: true));
}
