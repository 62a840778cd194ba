namespace Backprop.Documents;

/// <summary>Says in a few words why the disk refused.</summary>
internal static class DiskError
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>A reason that fits behind "cannot be written, ".</summary>
    public static string Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "permission is missing",
        DirectoryNotFoundException => "its folder is not there",
        FileNotFoundException => "it is not there",
        PathTooLongException => "the path is too long",
        IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => "the disk is full",
        _ => FirstLine(error.Message),
    };

    /// <summary>Tidies up; a failure to do so must not hide the first error.</summary>
    public static void Ignore(Action tidy)
    {
        try
        {
            tidy();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    // System messages end with the path, which our line names already.
    private static string FirstLine(string message)
    {
        string line = message.Split('\n', 2)[0].Trim();
        int path = line.IndexOf(" : '", StringComparison.Ordinal);
        return (path < 0 ? line : line[..path]).TrimEnd('.');
    }
}
