namespace Backprop.Graphs;

/// <summary>
/// Where something stands in a layered drawing: a node, or the point at which a long edge passes a rank.
/// </summary>
internal sealed class Place
{
    /// <summary>The node, or null for a bend of an edge.</summary>
    public required int? Node { get; init; }

    /// <summary>The rank, 0 at the top.</summary>
    public required int Rank { get; init; }

    /// <summary>How wide it is; a bend keeps room for two lines.</summary>
    public required double Width { get; init; }

    /// <summary>The middle, from the left.</summary>
    public double X { get; set; }

    /// <summary>What it hangs on, in the rank above; one entry for each edge.</summary>
    public List<Place> Above { get; } = [];

    /// <summary>What hangs on it, in the rank below; one entry for each edge.</summary>
    public List<Place> Below { get; } = [];
}
