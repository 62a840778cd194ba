namespace Backprop.Display;

/// <summary>Several charts in one figure.</summary>
/// <param name="Charts">The charts, none of which holds others.</param>
internal abstract record Panels(IReadOnlyList<Chart> Charts);

/// <summary>Charts side by side, row by row.</summary>
internal sealed record GridPanels(IReadOnlyList<Chart> Charts, int Columns) : Panels(Charts)
{
    public int Rows => (Charts.Count + Columns - 1) / Columns;
}

/// <summary>Charts of which one is shown, the last until the reader picks another.</summary>
/// <param name="Charts">The charts; each may be a grid.</param>
/// <param name="Names">What the reader picks by, one for each chart.</param>
/// <param name="Label">What the names are: <c>epoch</c>.</param>
internal sealed record FramePanels(IReadOnlyList<Chart> Charts, IReadOnlyList<string> Names, string Label)
    : Panels(Charts);
