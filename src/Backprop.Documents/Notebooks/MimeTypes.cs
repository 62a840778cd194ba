namespace Backprop.Documents;

/// <summary>What the notebook format says about the content of a MIME type.</summary>
internal static class MimeTypes
{
    /// <summary>True where the content is JSON rather than text.</summary>
    public static bool IsJson(string mime)
    {
        return mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);
    }

    /// <summary>True where the file keeps the text as a list of lines, so that changes can be compared.</summary>
    public static bool IsLines(string mime)
    {
        return mime.StartsWith("text/", StringComparison.Ordinal)
            || mime is "image/svg+xml" or "application/javascript";
    }
}
