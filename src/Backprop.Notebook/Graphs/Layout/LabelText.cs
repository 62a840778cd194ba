using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>The text beside an edge: up to two short lines.</summary>
/// <param name="Quiet">The formula, in muted type; may be empty.</param>
/// <param name="Loud">The number, in bold type; may be empty.</param>
internal readonly record struct LabelText(string? Quiet, string? Loud)
{
    /// <summary>The height of a line.</summary>
    public const double LineHeight = 15;

    /// <summary>True if there is nothing to write.</summary>
    public bool IsEmpty => Lines == 0;

    /// <summary>Bold letters are so much wider than others.</summary>
    public const double Bold = 1.14;

    /// <summary>About how wide it is, in pixels.</summary>
    public double Width => Math.Max(TextWidth.Of(Quiet ?? ""), TextWidth.Of(Loud ?? "", 12) * Bold);

    /// <summary>How high it is, in pixels.</summary>
    public double Height => LineHeight * Lines;

    private int Lines => (string.IsNullOrEmpty(Quiet) ? 0 : 1) + (string.IsNullOrEmpty(Loud) ? 0 : 1);
}
