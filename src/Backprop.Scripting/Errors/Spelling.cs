namespace Backprop.Scripting;

/// <summary>Finds the name that a mistyped one stands for.</summary>
internal static class Spelling
{
    /// <summary>The candidate with the fewest slips, the first among equals; null where none is close.</summary>
    public static string? Closest(string typed, IEnumerable<string> candidates)
    {
        (string? best, int fewest) = (null, Allowed(typed.Length) + 1);
        foreach (string candidate in candidates)
        {
            if (candidate == typed || Math.Abs(candidate.Length - typed.Length) >= fewest)
                continue;
            int slips = Slips(typed.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (slips < fewest)
                (best, fewest) = (candidate, slips);
        }
        return best;
    }

    // Short names differ by a letter on purpose: there only the case may be wrong.
    private static int Allowed(int length) => length switch
    {
        <= 2 => 0,
        <= 5 => 1,
        <= 9 => 2,
        _ => 3,
    };

    /// <summary>
    /// Letters to insert, to drop, to change or to swap with their neighbour (optimal string alignment distance).
    /// </summary>
    private static int Slips(string a, string b)
    {
        int[,] slips = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            slips[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            slips[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int insertOrDrop = 1 + Math.Min(slips[i - 1, j], slips[i, j - 1]);
                slips[i, j] = Math.Min(change, insertOrDrop);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    slips[i, j] = Math.Min(slips[i, j], 1 + slips[i - 2, j - 2]);
            }
        }
        return slips[a.Length, b.Length];
    }
}
