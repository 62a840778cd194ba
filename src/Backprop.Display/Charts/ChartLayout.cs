namespace Backprop.Display;

/// <summary>All of a chart but its data.</summary>
internal sealed record ChartLayout
{
    public string? Title { get; init; }

    public AxisStyle X { get; init; } = AxisStyle.None;

    public AxisStyle Y { get; init; } = AxisStyle.None;

    /// <summary>In pixels; null for the usual size.</summary>
    public (int Width, int Height)? Size { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    public IReadOnlyList<Guide> Guides { get; init; } = [];

    /// <summary>What this layout says, and what the other one says elsewhere.</summary>
    public ChartLayout Or(ChartLayout other) => new()
    {
        Title = Title ?? other.Title,
        X = X.Or(other.X),
        Y = Y.Or(other.Y),
        Size = Size ?? other.Size,
        Notes = [.. Notes, .. other.Notes],
        Guides = [.. Guides, .. other.Guides],
    };
}

/// <summary>Text at a point of the data.</summary>
internal sealed record Note(double X, double Y, string Text);

/// <summary>A straight line across the whole chart, with its name.</summary>
internal sealed record Guide(double At, bool IsVertical, string Text);
