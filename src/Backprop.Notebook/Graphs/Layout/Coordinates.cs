namespace Backprop.Graphs;

/// <summary>
/// The third step: x for each place. Each wants to stand in the middle of its neighbours; within a rank the order and
/// the distances hold. The best compromise of one rank (least squares) is found exactly, rank after rank.
/// </summary>
internal static class Coordinates
{
    // Odd, so that the last sweep goes down: chains come out straight.
    private const int Sweeps = 25;
    private const double Gap = 30;
    private const double TextGap = 8;

    /// <summary>Sets x of every place; the smallest left edge is at 0.</summary>
    public static void Assign(List<Place>[] ranks)
    {
        foreach (List<Place> rank in ranks)
            TurnTexts(rank);
        foreach (List<Place> rank in ranks)
            Settle(rank, [.. rank.Select((_, i) => i * 1.0)]);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool down = sweep % 2 == 0;
            foreach (List<Place> rank in down ? ranks : ranks.Reverse())
                Settle(rank, [.. rank.Select(place => Wish(place, down ? place.Above : place.Below))]);
        }
        double left = ranks.SelectMany(rank => rank).Min(place => place.X - (place.Width / 2));
        foreach (Place place in ranks.SelectMany(rank => rank))
            place.X -= left;
    }

    /// <summary>Texts of the right half stand on the left of their lines, so that they look inwards.</summary>
    private static void TurnTexts(List<Place> rank)
    {
        for (int i = 0; i < rank.Count; i++)
            rank[i].IsTextLeft = rank.Count > 1 && i >= (rank.Count + 1) / 2;
    }

    /// <summary>Where the middle of a place wants to stand, for its line to run straight.</summary>
    private static double Wish(Place place, List<Place> neighbours) => neighbours.Count > 0
        ? neighbours.Average(neighbour => neighbour.LineX) + place.X - place.LineX
        : place.X;

    /// <summary>
    /// Pool adjacent violators: places that would overlap move together as one block to their common mean.
    /// </summary>
    private static void Settle(List<Place> rank, double[] wishes)
    {
        // With the distances taken off, "in order, not overlapping" becomes "never decreasing".
        var offset = new double[rank.Count];
        for (int i = 1; i < rank.Count; i++)
            offset[i] = offset[i - 1] + (rank[i - 1].Width / 2) + Between(rank[i - 1], rank[i]) + (rank[i].Width / 2);
        var blocks = new Stack<(double Sum, int Count)>();
        for (int i = 0; i < rank.Count; i++)
        {
            (double Sum, int Count) block = (wishes[i] - offset[i], 1);
            while (blocks.TryPeek(out var before) && before.Sum / before.Count >= block.Sum / block.Count)
            {
                block = (block.Sum + before.Sum, block.Count + before.Count);
                blocks.Pop();
            }
            blocks.Push(block);
        }
        int place = 0;
        foreach (var (sum, count) in blocks.Reverse())
        {
            for (int i = 0; i < count; i++, place++)
                rank[place].X = (sum / count) + offset[place];
        }
    }

    private static double Between(Place left, Place right) => (left.Node, right.Node) switch
    {
        (null, null) => left.Label.IsEmpty && right.Label.IsEmpty ? 0 : TextGap,
        (not null, not null) => Gap,
        _ => Gap / 3,
    };
}
