namespace Backprop.Display;

/// <content>Charts made of charts.</content>
public sealed partial class Chart
{
    private const int UsualColumns = 3;

    /// <summary>Several charts on the same axes. Titles and axes come from the first chart that has them.</summary>
    /// <exception cref="ArgumentException">A chart has no such axes: a surface, a grid, frames.</exception>
    public static Chart Combine(params IEnumerable<Chart> charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        List<Chart> all = [.. charts];
        if (all.Count > 1 && all.Exists(c => c.Panels is not null || c.Traces.Any(t => t is SurfaceTrace)))
        {
            throw new ArgumentException(
                "Chart.Combine draws on the same two axes, but a surface, a grid and frames have axes of their own. "
                + "Combine first, then make the grid; draw a path over Chart.Contour in place of Chart.Surface.");
        }
        if (all is [{ Panels: not null }])
            return all[0];
        var layout = new ChartLayout();
        return new Chart([.. all.SelectMany(c => c.Traces)], all.Aggregate(layout, (sum, c) => sum.Or(c.Layout)));
    }

    /// <summary>Several charts side by side, each with axes of its own, row by row.</summary>
    /// <param name="charts">The charts; the title of each stands above it.</param>
    /// <param name="nRows">How many rows; null for as many as are needed.</param>
    /// <param name="nCols">How many columns; null for 3 at most. Where the page is narrow there are fewer.</param>
    /// <exception cref="ArgumentException">A chart is a grid or frames itself, or the rows and columns are too few.
    /// </exception>
    public static Chart Grid(IEnumerable<Chart> charts, int? nRows = null, int? nCols = null)
    {
        ArgumentNullException.ThrowIfNull(charts);
        Chart[] all = [.. charts];
        if (Array.Exists(all, c => c.Panels is not null))
        {
            throw new ArgumentException(
                "Chart.Grid: a chart is a grid or frames itself. Give one grid all its charts.");
        }
        if (nRows < 1 || nCols < 1 || nRows * nCols < all.Length)
        {
            throw new ArgumentException(TextView.Invariant(
                $"Chart.Grid: {nRows} × {nCols} has no room for {all.Length} charts. Leave out nRows or nCols."));
        }
        // Four make a square.
        int usual = all.Length == 4 ? 2 : Math.Min(UsualColumns, all.Length);
        int columns = nCols ?? (nRows is { } rows ? (all.Length + rows - 1) / rows : usual);
        return new Chart([], new ChartLayout(), new GridPanels(all, Math.Max(1, columns)));
    }

    /// <summary>
    /// Charts of which one is shown: a row of names picks it, without scripts, the last at first. For a network at
    /// several epochs, such as <c>Chart.Frames(epochs.Select(e =&gt; ($"{e}", Boundary(e))), "epoch")</c>.
    /// </summary>
    /// <param name="frames">Their names and the charts; a chart may be a grid. Give all the same limits of the axes
    /// (<c>MinMax</c>), or the eye compares different scales.</param>
    /// <param name="label">What the names are.</param>
    /// <exception cref="ArgumentException">There is no frame, or one holds frames itself.</exception>
    public static Chart Frames(IEnumerable<(string Name, Chart Chart)> frames, string label = "frame")
    {
        ArgumentNullException.ThrowIfNull(frames);
        (string Name, Chart Chart)[] all = [.. frames];
        if (all.Length == 0)
            throw new ArgumentException("Chart.Frames: there is no frame. Give it at least one (name, chart).");
        if (Array.Exists(all, f => f.Chart.Panels is FramePanels))
            throw new ArgumentException("Chart.Frames: a frame holds frames itself. Give one list of all of them.");
        var panels = new FramePanels([.. all.Select(f => f.Chart)], [.. all.Select(f => f.Name)], label);
        return new Chart([], new ChartLayout(), panels);
    }
}
