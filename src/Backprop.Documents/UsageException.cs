namespace Backprop.Documents;

/// <summary>
/// The command was wrong (a path that is not there, an output that would replace an input): exit code 2.
/// </summary>
public sealed class UsageException : DocumentException
{
    /// <summary>Makes an error out of its one line.</summary>
    public UsageException(string message) : base(message)
    {
    }

    /// <summary>Makes an error out of its one line and what caused it.</summary>
    public UsageException(string message, Exception cause) : base(message, cause)
    {
    }
}
