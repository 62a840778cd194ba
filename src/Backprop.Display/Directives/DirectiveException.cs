namespace Backprop.Display;

/// <summary>What is wrong with the use of a directive, in one line for the learner.</summary>
/// <param name="message">One line that names the fact and the next step.</param>
/// <param name="option">The option or argument that is wrong, if it is one.</param>
public sealed class DirectiveException(string message, string? option = null) : Exception(message)
{
    /// <summary>The option or argument that is wrong, if it is one.</summary>
    public string? Option { get; } = option;
}
