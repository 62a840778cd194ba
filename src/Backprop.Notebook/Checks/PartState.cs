namespace Backprop;

/// <summary>How one part of an exercise stands.</summary>
public enum PartState
{
    /// <summary>It is right.</summary>
    Passed,

    /// <summary>It is not right yet; the message says why.</summary>
    NotYet,

    /// <summary>It was not looked at, because something it builds on is not right yet.</summary>
    Waiting,
}
