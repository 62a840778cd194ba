namespace Backprop.Display;

/// <summary>Where a formatter writes.</summary>
/// <param name="Writer">Takes the text; numbers are in the invariant culture.</param>
public sealed record FormatContext(TextWriter Writer);

/// <summary>Writes a value; false declines it.</summary>
public delegate bool FormatDelegate<in T>(T value, FormatContext context);
