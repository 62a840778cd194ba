namespace Backprop.Scripting;

/// <summary>Whether a text is a whole cell.</summary>
/// <param name="Status">The answer.</param>
/// <param name="Indent">What the next line should begin with, where the text is incomplete; else empty.</param>
public sealed record Completeness(CompletenessStatus Status, string Indent = "");

/// <summary>Whether a text is a whole cell.</summary>
public enum CompletenessStatus
{
    /// <summary>It can run. It may still name something that is not there.</summary>
    Complete,

    /// <summary>More lines can make it whole.</summary>
    Incomplete,

    /// <summary>No further line can make it right.</summary>
    Invalid,

    /// <summary>There is nobody to tell, or the text is beyond telling.</summary>
    Unknown,
}
