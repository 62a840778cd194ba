namespace Backprop.Display;

/// <summary>All of a chart but its data.</summary>
internal sealed record ChartLayout
{
    public string? Title { get; init; }

    public AxisStyle X { get; init; } = AxisStyle.None;

    public AxisStyle Y { get; init; } = AxisStyle.None;

    /// <summary>In pixels; null for the usual size.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>What the chart shows, in a sentence; null where nobody said so.</summary>
    public string? Description { get; init; }

    /// <summary>True: names stand above, those of lines too; false: nowhere; null: lines have theirs at their ends.
    /// </summary>
    public bool? Legend { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    public IReadOnlyList<Guide> Guides { get; init; } = [];

    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>What this layout says, and what the other one says elsewhere.</summary>
    public ChartLayout Or(ChartLayout other) => new()
    {
        Title = Title ?? other.Title,
        X = X.Or(other.X),
        Y = Y.Or(other.Y),
        Size = Size ?? other.Size,
        Description = Description ?? other.Description,
        Legend = Legend ?? other.Legend,
        Notes = [.. Notes, .. other.Notes],
        Guides = [.. Guides, .. other.Guides],
        Zones = [.. Zones, .. other.Zones],
    };
}

/// <summary>Text at a point of the data.</summary>
internal sealed record Note(double X, double Y, string Text);

/// <summary>A straight line across the whole chart, with its name.</summary>
internal sealed record Guide(double At, bool IsVertical, string Text);

/// <summary>A hatched zone across the whole chart, with its name.</summary>
internal sealed record Zone(double From, double To, bool IsVertical, string Text);
