namespace Backprop.Display;

/// <summary>The same as <see cref="Show.display"/>, at the end of an expression.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value now, and gives a handle that can replace it in place.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">The formats to send; none means all there are.</param>
    public static DisplayHandle Display(this object? value, params string[] mimeTypes) =>
        Show.display(value, mimeTypes);

    /// <summary>
    /// Shows text as content of the MIME type: <c>"&lt;b&gt;x&lt;/b&gt;".DisplayAs("text/html")</c>. It is not escaped.
    /// </summary>
    public static DisplayHandle DisplayAs(this string content, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Show.display(new MimeBundle().Add(mimeType, content));
    }
}
