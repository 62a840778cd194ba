namespace Backprop.Display;

/// <summary>Something that a running cell shows before it has finished.</summary>
public abstract record Output;

/// <summary>Text that a cell wrote to the console.</summary>
/// <param name="Text">What was written, line breaks included.</param>
/// <param name="IsError">True for standard error, false for standard output.</param>
public sealed record StreamOutput(string Text, bool IsError) : Output;

/// <summary>A value that a cell displayed.</summary>
/// <param name="Data">The value in its formats.</param>
/// <param name="Id">A name under which a later <see cref="UpdateOutput"/> can replace it, or null.</param>
public sealed record DisplayOutput(MimeBundle Data, string? Id = null) : Output;

/// <summary>Replaces what was displayed under a name.</summary>
/// <param name="Data">The new value in its formats.</param>
/// <param name="Id">The name that <see cref="DisplayOutput"/> gave.</param>
public sealed record UpdateOutput(MimeBundle Data, string Id) : Output;

/// <summary>Removes what the cell has shown so far.</summary>
/// <param name="Wait">True: only when the next output arrives, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait) : Output;

/// <summary>Text for the person to go on with: a front end puts it into a cell, and nothing runs it.</summary>
/// <param name="Text">The text of the cell.</param>
/// <param name="Replace">True: in place of the cell that ran; false: in a new cell below it.</param>
public sealed record NextCellOutput(string Text, bool Replace) : Output;

/// <summary>Something for a part of the page that a cell talks with.</summary>
/// <param name="Message">What it is told.</param>
public sealed record CommOutput(CommMessage Message) : Output;
