using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>A text that may stand at the cursor, before it is known whether it fits what was typed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Rank">How near it is to what the learner likely wants.</param>
/// <param name="Signature">Writes what it names, in a line.</param>
internal sealed record Candidate(string Text, CompletionKind Kind, Rank Rank, Func<string> Signature)
{
    /// <summary>What is compared with the typed word, where that is not the text.</summary>
    public string Name { get; init; } = Text;

    /// <summary>The variable, function or type itself; null for a word.</summary>
    public ISymbol? Symbol { get; init; }
}

/// <summary>The order of candidates that match equally well.</summary>
internal enum Rank
{
    /// <summary>Made for the place: a value of the enumeration that it wants, a member that must be set.</summary>
    Wanted,

    /// <summary>The name of an argument.</summary>
    Argument,

    /// <summary>Declared in a cell.</summary>
    Own,

    /// <summary>A word of C#.</summary>
    Word,

    /// <summary>Everything else.</summary>
    Other,

    /// <summary>What every object has.</summary>
    Common,
}
