namespace Backprop;

/// <summary>What a check found in one part of an exercise.</summary>
/// <param name="Name">The part, in words that a learner knows.</param>
/// <param name="State">How it stands.</param>
/// <param name="Points">The points earned.</param>
/// <param name="Max">The points to be had.</param>
/// <param name="Message">Why it is not right yet or what it waits for; empty where it is right.</param>
public sealed record PartResult(string Name, PartState State, double Points, double Max, string Message = "");
