namespace Backprop.Graphs;

/// <summary>
/// The second step: the order inside each rank. Each place moves to the middle of its neighbours (the barycentre),
/// sweep by sweep, down and up; the order with the fewest crossings is kept.
/// </summary>
internal static class Ordering
{
    private const int Sweeps = 16;

    /// <summary>Sorts the ranks in place.</summary>
    public static void Sort(List<Place>[] ranks)
    {
        Place[][] best = [.. ranks.Select(rank => rank.ToArray())];
        int fewest = Crossings(ranks);
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            bool down = sweep % 2 == 0;
            foreach (List<Place> rank in down ? ranks.Skip(1) : ranks.SkipLast(1).Reverse())
                SortByNeighbours(rank, ranks, down);
            int crossings = Crossings(ranks);
            if (crossings < fewest)
            {
                fewest = crossings;
                best = [.. ranks.Select(rank => rank.ToArray())];
            }
        }
        for (int rank = 0; rank < ranks.Length; rank++)
            ranks[rank] = [.. best[rank]];
    }

    /// <summary>How many pairs of edges cross.</summary>
    public static int Crossings(List<Place>[] ranks)
    {
        int crossings = 0;
        for (int upper = 0; upper < ranks.Length - 1; upper++)
        {
            Dictionary<Place, int> lower = Positions(ranks[upper + 1]);
            List<(int From, int To)> lines =
            [
                .. ranks[upper].SelectMany((place, from) => place.Below.Select(below => (from, lower[below]))),
            ];
            for (int i = 0; i < lines.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if ((lines[i].From - lines[j].From) * (lines[i].To - lines[j].To) < 0)
                        crossings++;
                }
            }
        }
        return crossings;
    }

    private static void SortByNeighbours(List<Place> rank, List<Place>[] ranks, bool down)
    {
        int other = rank[0].Rank + (down ? -1 : 1);
        Dictionary<Place, int> neighbour = Positions(ranks[other]);
        Dictionary<Place, int> now = Positions(rank);
        // A place without neighbours stays about where it is.
        Dictionary<Place, double> middle = rank.ToDictionary(place => place, place =>
        {
            List<Place> ties = down ? place.Above : place.Below;
            return ties.Count > 0 ? ties.Average(tie => neighbour[tie]) : now[place];
        });
        Place[] sorted = [.. rank.OrderBy(place => middle[place]).ThenBy(place => now[place])];
        rank.Clear();
        rank.AddRange(sorted);
    }

    private static Dictionary<Place, int> Positions(List<Place> rank) =>
        rank.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
}
