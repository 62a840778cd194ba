using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// What is known about lines that begin with <c>#!</c>, for a person who types one. Places are UTF-16 indices within the
/// line.
/// </summary>
public interface IDirectiveLanguage
{
    /// <summary>Names, options and values that may stand at the cursor.</summary>
    /// <param name="line">The line, from its <c>#!</c> to its end.</param>
    /// <param name="cursor">The cursor within the line.</param>
    Completions Complete(string line, int cursor);

    /// <summary>Help on the directive, or null where there is none of that name.</summary>
    /// <param name="line">The line, from its <c>#!</c> to its end.</param>
    /// <param name="cursor">The cursor within the line.</param>
    MimeBundle? Inspect(string line, int cursor);
}
