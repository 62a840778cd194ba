using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// What a front end asks about the C# that a person is typing. Each question carries the whole text of the cell; it is
/// answered at once, also while another cell runs, from what the cells so far declared. Asking runs no code and changes
/// no session.
/// </summary>
/// <remarks>
/// Places in a text are UTF-16 indices; <see cref="CursorPosition"/> turns them from and into code points. A service
/// whose process has ended knows nothing: no completions, no help, <see cref="CompletenessStatus.Unknown"/>.
/// </remarks>
public interface ILanguageService
{
    /// <summary>What may stand at the cursor.</summary>
    /// <param name="code">The cell's text; it may well be broken.</param>
    /// <param name="cursor">The cursor, a UTF-16 index from 0 to the text's length.</param>
    /// <param name="stop">Ends the wait for the answer.</param>
    Task<Completions> CompleteAsync(string code, int cursor, CancellationToken stop);

    /// <summary>
    /// Help on the name at the cursor or just before it; within the arguments of a call, on that call. Null where there
    /// is nothing to tell.
    /// </summary>
    /// <param name="code">The cell's text; it may well be broken.</param>
    /// <param name="cursor">The cursor, a UTF-16 index from 0 to the text's length.</param>
    /// <param name="withSource">Whether to show the code of a function or type that a cell declared.</param>
    /// <param name="stop">Ends the wait for the answer.</param>
    /// <returns><c>text/plain</c> and <c>text/html</c>, or null.</returns>
    Task<MimeBundle?> InspectAsync(string code, int cursor, bool withSource, CancellationToken stop);

    /// <summary>Whether a text is a whole cell, or goes on in the next line.</summary>
    /// <param name="code">The text so far.</param>
    /// <param name="stop">Ends the wait for the answer.</param>
    Task<Completeness> IsCompleteAsync(string code, CancellationToken stop);
}
