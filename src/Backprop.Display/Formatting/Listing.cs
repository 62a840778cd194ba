namespace Backprop.Display;

/// <summary>Rows under a title and column names, shown as a table.</summary>
/// <param name="Title">What it lists: <c>3 variables</c>.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The cells, each row as many as there are columns.</param>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed record Listing(string Title, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
