namespace Backprop.Graphs;

/// <summary>
/// Where something stands in a layered drawing: a node, the text of an edge beside its line, or the point at which a
/// long edge passes a rank.
/// </summary>
internal sealed class Place
{
    /// <summary>The room of two lines, forward and back, with a distance to what stands beside them.</summary>
    public const double LineRoom = 30;

    /// <summary>The node, or null for a part of an edge.</summary>
    public int? Node { get; init; }

    /// <summary>The text that stands here beside its edge; empty for a node and where an edge only passes.</summary>
    public LabelText Label { get; init; }

    /// <summary>The rank, 0 at the top.</summary>
    public required int Rank { get; init; }

    /// <summary>How wide it is.</summary>
    public required double Width { get; init; }

    /// <summary>How high it is.</summary>
    public required double Height { get; init; }

    /// <summary>The middle, from the left.</summary>
    public double X { get; set; }

    /// <summary>True if the text stands on the left of the line.</summary>
    public bool IsTextLeft { get; set; }

    /// <summary>Where edges meet it: the middle, or the line beside a text.</summary>
    public double LineX
    {
        get => X + LineOffset;
        set => X = value - LineOffset;
    }

    /// <summary>What it hangs on, in the rank above; one entry for each edge.</summary>
    public List<Place> Above { get; } = [];

    /// <summary>What hangs on it, in the rank below; one entry for each edge.</summary>
    public List<Place> Below { get; } = [];

    private double LineOffset =>
        Label.IsEmpty ? 0 : (IsTextLeft ? 1 : -1) * ((Width - LineRoom) / 2);
}
