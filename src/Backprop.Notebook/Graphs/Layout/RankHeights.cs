namespace Backprop.Graphs;

/// <summary>The fourth step: how high each rank is, and how much room edges have between two of them.</summary>
internal sealed class RankHeights
{
    private readonly double[] tops;
    private readonly double[] bottoms;

    /// <summary>Stacks the ranks.</summary>
    public RankHeights(List<Place>[] ranks, double leastGap, double mostGap)
    {
        tops = new double[ranks.Length];
        bottoms = new double[ranks.Length];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            if (rank > 0)
                tops[rank] = bottoms[rank - 1] + Math.Clamp(Wish(ranks[rank]), leastGap, mostGap);
            bottoms[rank] = tops[rank] + ranks[rank].Max(place => place.Height);
        }
    }

    /// <summary>Where a rank begins.</summary>
    public double Top(int rank) => tops[rank];

    /// <summary>Where a rank ends.</summary>
    public double Bottom(int rank) => bottoms[rank];

    // The farther edges run sideways, and the more of them, the more room they need.
    private static double Wish(List<Place> rank)
    {
        int edges = rank.Sum(place => place.Above.Count);
        double farthest = rank.SelectMany(place => place.Above.Select(above => Math.Abs(above.LineX - place.LineX)))
            .DefaultIfEmpty()
            .Max();
        return 20 + (farthest / 4) + (2 * Math.Min(edges, 8));
    }
}
