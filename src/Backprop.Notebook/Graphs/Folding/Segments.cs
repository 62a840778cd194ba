namespace Backprop.Graphs;

/// <summary>Some nodes in a row, in an order in which inputs come first.</summary>
/// <param name="Start">The first place.</param>
/// <param name="End">Behind the last place.</param>
/// <param name="Period">How long a copy is, if it is one thing several times; else 0.</param>
internal readonly record struct Segment(int Start, int End, int Period = 0)
{
    /// <summary>How many nodes.</summary>
    public int Length => End - Start;
}

/// <summary>
/// Cuts the nodes of a graph into few segments. Neighbours in an order in which inputs come first never lead in a
/// circle, however they are joined.
/// </summary>
internal sealed class Segments(Graph graph, int[] inner)
{
    /// <summary>Chooses the segments.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="near">How many nodes before the output stand alone.</param>
    /// <param name="live">How many nodes lead to the output; those that do not come behind them.</param>
    public List<Segment> Choose(int most, int near, int live)
    {
        int cut = Math.Max(0, live - near);
        List<Repeat> repeats = Repeats.Find(Kinds.Of(graph, inner[..live]), Math.Max(1, (most - near) / 4));
        // The last copies of a repeat are drawn node by node: from the beginning of one.
        foreach (Repeat repeat in repeats.Where(repeat => repeat.Start < cut && repeat.End > cut))
        {
            int boundary = cut - ((cut - repeat.Start) % repeat.Period);
            if (cut - boundary < near)
                cut = boundary;
        }
        List<Segment> segments = Between(repeats, cut);
        int alone = live - cut;
        return
        [
            .. Opened(segments, most - alone),
            .. Enumerable.Range(cut, alone).Select(i => new Segment(i, i + 1)),
            .. live < inner.Length ? [new Segment(live, inner.Length)] : Array.Empty<Segment>(),
        ];
    }

    private static List<Segment> Between(List<Repeat> repeats, int cut)
    {
        var segments = new List<Segment>();
        int done = 0;
        foreach (Repeat repeat in repeats)
        {
            int copies = (Math.Min(repeat.End, cut) - repeat.Start) / repeat.Period;
            if (copies < 2)
                continue;
            if (repeat.Start > done)
                segments.Add(new Segment(done, repeat.Start));
            done = repeat.Start + (copies * repeat.Period);
            segments.Add(new Segment(repeat.Start, done, repeat.Period));
        }
        if (done < cut)
            segments.Add(new Segment(done, cut));
        return segments;
    }

    // As long as there is room, the shortest segments that do not repeat are drawn node by node.
    private static IEnumerable<Segment> Opened(List<Segment> segments, int most)
    {
        int count = segments.Count;
        var open = new HashSet<Segment>();
        foreach (Segment segment in segments.Where(segment => segment.Period == 0).OrderBy(segment => segment.Length))
        {
            if (count + segment.Length - 1 > most)
                break;
            count += segment.Length - 1;
            open.Add(segment);
        }
        return segments.SelectMany(segment => open.Contains(segment)
            ? Enumerable.Range(segment.Start, segment.Length).Select(i => new Segment(i, i + 1))
            : [segment]);
    }
}
