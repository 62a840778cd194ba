namespace Backprop.Documents;

/// <summary>
/// Something about a file is wrong. The message is one line that a person can act on: it names the file, says what is
/// wrong with it and what to do. No stack trace is needed.
/// </summary>
public class DocumentException : Exception
{
    /// <summary>Makes an error out of its one line.</summary>
    public DocumentException(string message) : base(message)
    {
    }

    /// <summary>Makes an error out of its one line and what caused it.</summary>
    public DocumentException(string message, Exception cause) : base(message, cause)
    {
    }
}
