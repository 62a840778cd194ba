using Backprop.Display;

namespace Backprop.Documents;

/// <summary>One thing that a cell showed, as an <c>.ipynb</c> file keeps it.</summary>
public abstract class NotebookOutput;

/// <summary>Text from the console.</summary>
/// <param name="text">What was written.</param>
/// <param name="isError">True for standard error.</param>
public sealed class StreamEntry(string text, bool isError) : NotebookOutput
{
    /// <summary>What was written.</summary>
    public string Text { get; set; } = text;

    /// <summary>True for standard error, false for standard output.</summary>
    public bool IsError { get; } = isError;
}

/// <summary>Something displayed, or the value of a cell.</summary>
/// <param name="data">It in its formats. A live display replaces it.</param>
/// <param name="count">The number of the cell whose value this is, or null for what was displayed on the way.</param>
public sealed class DisplayEntry(MimeBundle data, int? count = null) : NotebookOutput
{
    /// <summary>The thing in its formats.</summary>
    public MimeBundle Data { get; set; } = data;

    /// <summary>The number of the cell whose value this is, or null.</summary>
    public int? Count { get; } = count;
}

/// <summary>What went wrong in a cell.</summary>
/// <param name="name">The kind of error.</param>
/// <param name="message">One sentence or a few.</param>
/// <param name="traceback">Lines to print; colour by ANSI codes is allowed.</param>
public sealed class ErrorEntry(string name, string message, IReadOnlyList<string> traceback) : NotebookOutput
{
    /// <summary>The kind of error.</summary>
    public string Name { get; } = name;

    /// <summary>One sentence or a few.</summary>
    public string Message { get; } = message;

    /// <summary>Lines to print.</summary>
    public IReadOnlyList<string> Traceback { get; } = traceback;
}
