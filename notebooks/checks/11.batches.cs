using Batches = System.Func<int, int, int, int[][]>;

namespace Backprop.Checks;

/// <summary>L11.b: all rows, in random order, cut into pieces.</summary>
internal static class L11Batches
{
    public static string? Sizes(Batches batches, Random random)
    {
        (int Count, int Size)[] cases =
            [(5, 2), (6, 3), (3, 7), (1, 1), (random.Next(20, 90), random.Next(3, 12)), (random.Next(20, 90), 1)];
        foreach (var (count, size) in cases)
        {
            int[][]? got = batches(count, size, random.Next(1000));
            int[] want = [.. Enumerable.Range(0, count).Chunk(size).Select(batch => batch.Length)];
            if (got is null || got.Any(batch => batch is null))
                return $"Batches({count}, {size}, ...) returned null where a batch should be.";
            int[] sizes = [.. got.Select(batch => batch.Length)];
            if (!sizes.SequenceEqual(want))
                return $"Batches({count}, {size}, ...) should have batches of the sizes {List(want)}, yours are "
                    + $"{List(sizes)}.{CauseOfSizes(sizes, want, count, size)}";
        }
        return null;
    }

    public static string? EachOnce(Batches batches, Random random)
    {
        foreach (int count in (int[])[5, 12, random.Next(30, 60)])
        {
            int[] rows = [.. batches(count, 4, random.Next(1000)).SelectMany(batch => batch)];
            int[] missing = [.. Enumerable.Range(0, count).Except(rows)];
            if (missing.Length == 0)
                continue;
            int twice = rows.GroupBy(row => row).Where(group => group.Count() > 1).Select(group => group.Key).Order()
                .FirstOrDefault(-1);
            string where = $"Batches({count}, 4, ...)";
            if (rows.Min() == 1 && rows.Max() == count && twice < 0)
                return $"{where}: your numbers go from 1 to {count}. Row numbers begin at 0.";
            return twice >= 0
                ? $"{where}: row {twice} occurs more than once, and row {missing[0]} never. Shuffle the numbers that are "
                    + "there; do not draw new ones."
                : $"{where}: row {missing[0]} does not occur.";
        }
        return null;
    }

    public static string? Shuffled(Batches batches, Random random)
    {
        const int count = 60, size = 6;
        int[][] got = batches(count, size, random.Next(1000));
        int[] rows = [.. got.SelectMany(batch => batch)];
        if (rows.SequenceEqual(Enumerable.Range(0, count)))
            return "your rows come in their old order, 0, 1, 2, 3 ... Shuffle them before you cut.";
        if (got.All(batch => batch.Max() - batch.Min() == size - 1))
            return got.All(batch => batch.SequenceEqual(batch.Order()))
                ? "you shuffled whole batches: inside each one the rows are neighbours, in order. Shuffle the rows, then cut."
                : "you cut first and shuffled inside each batch: its rows are still neighbours. Shuffle first.";
        if (rows.Zip(rows.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) == 1) > 20)
            return "most rows still stand beside their old neighbour. Every order should be possible.";
        int[] firsts = new int[4];
        for (int seed = 0; seed < 400; seed++)
            firsts[batches(4, 2, seed)[0][0]]++;
        return firsts.Min() < 50
            ? $"of 400 shuffles of 4 rows, the rows came first {List(firsts)} times. Each should come first about 100 times."
            : null;
    }

    public static string? Seeded(Batches batches, Random random)
    {
        int seed = random.Next(1000);
        string one = Order(batches(40, 8, seed)), again = Order(batches(40, 8, seed));
        if (one != again)
            return $"Batches(40, 8, {seed}), called twice, gave two different orders. Make a new Random(seed) in each call.";
        return Enumerable.Range(1, 5).All(more => Order(batches(40, 8, seed + more)) == one)
            ? $"seeds {seed} to {seed + 5} all gave the same order. Does your Random know the seed?"
            : null;
    }

    private static string CauseOfSizes(int[] got, int[] want, int count, int size)
    {
        if (got.Length == 0)
            return " Nothing came back.";
        if (got.Contains(0))
            return " An empty batch would be a step without any row.";
        if (count % size != 0 && got.SequenceEqual(want.AsSpan(..^1)))
            return " The rows that are left over belong into a shorter last batch.";
        if (count % size != 0 && got.All(length => length == size) && got.Length == want.Length)
            return " Your last batch is filled up; it should hold only what is left.";
        if (got is [var only] && only == count)
            return " You returned all rows as one batch.";
        return got.Length == size ? $" You made {size} batches; size is how many rows a batch has." : "";
    }

    private static string Order(int[][] batches) => string.Join(' ', batches.SelectMany(batch => batch));

    private static string List(int[] values) =>
        values.Length > 12 ? $"{string.Join(", ", values.Take(12))} ..." : string.Join(", ", values);
}
