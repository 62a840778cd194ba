namespace Backprop.Graphs;

/// <summary>What somebody wants to see of a graph.</summary>
internal sealed record GraphRequest
{
    /// <summary>Boxes in a drawing where nobody says how many.</summary>
    public const int UsualBoxes = 40;

    /// <summary>All of it, up to the output.</summary>
    public static GraphRequest Whole { get; } = new();

    /// <summary>The node that slopes are taken by; null for every input.</summary>
    public string? From { get; init; }

    /// <summary>The node whose slopes are taken; null for the output.</summary>
    public string? To { get; init; }

    /// <summary>How many boxes to draw at most, about.</summary>
    public int MostBoxes { get; init; } = UsualBoxes;

    /// <summary>The step that is shown first; null for the last, when both passes are done.</summary>
    public int? Step { get; init; }

    /// <summary>Tensors and nodes that have names, such as the variables of a notebook.</summary>
    public IReadOnlyList<(string Name, object Value)> Names { get; init; } = [];

    /// <summary>The graph as wished: named, and ending where it should.</summary>
    /// <exception cref="ArgumentException">A name is no node's; the message lists those that there are.</exception>
    public Graph Apply(Graph graph)
    {
        Graph named = GraphNames.Apply(graph, Names);
        Graph ending = To is null ? named : Ending.At(named, To);
        if (From is not null)
            _ = ending.Find(From);
        return ending;
    }
}
