using static Backprop.Checks.Numbers;
using Attention = System.Func<double[][], double[][], double[][], bool, double[][]>;
using MultiHead = System.Func<double[][], double[][], double[][], int, double[][]>;

namespace Backprop.Checks;

/// <summary>L20.a: one attention, with and without the future.</summary>
internal static class L20Attention
{
    public static string? Open(Attention attend, Random random)
    {
        if (Fault(attend, [[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 2], [3, 4]], false) is { } fault)
            return fault;
        for (int trial = 0; trial < 8; trial++)
        {
            int keys = random.Next(2, 5), width = random.Next(2, 5);
            string? other = Fault(
                attend, Pick(random, random.Next(1, 4), width, -2, 2), Pick(random, keys, width, -2, 2),
                Pick(random, keys, random.Next(1, 4), -3, 3), false);
            if (other is not null)
                return other;
        }
        return null;
    }

    public static string? Causal(Attention attend, Random random)
    {
        if (Fault(attend, [[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 2], [3, 4]], true) is { } fault)
            return fault;
        for (int trial = 0; trial < 8; trial++)
        {
            int count = random.Next(2, 6), width = random.Next(2, 4);
            string? other = Fault(
                attend, Pick(random, count, width, -2, 2), Pick(random, count, width, -2, 2),
                Pick(random, count, random.Next(1, 4), -3, 3), true);
            if (other is not null)
                return other;
        }
        return null;
    }

    public static string? Leak(Attention attend, Random random)
    {
        double[][] q = Pick(random, 4, 3, -2, 2), k = Pick(random, 4, 3, -2, 2), v = Pick(random, 4, 3, -2, 2);
        double[][] qBefore = Copy(q), kBefore = Copy(k), vBefore = Copy(v);
        double[][] first = Copy(attend(q, k, v, true));
        if (!Near(q, qBefore, 0) || !Near(k, kBefore, 0) || !Near(v, vBefore, 0))
            return "Q, K or V has other numbers after the call than before. Fill tables of your own.";
        (k[3], v[3]) = (Pick(random, 3, -9, 9), Pick(random, 3, -9, 9));
        double[][] second = attend(q, k, v, true);
        return Near(first[..3], second[..3], 1e-12)
            ? null
            : "causal, 4 positions: the last key and value were changed, and an earlier row changed with them. Where does it look "
                + "at the future?";
    }

    public static string? Large(Attention attend, Random random)
    {
        double far = Math.Round(1000 + (1000 * random.NextDouble()));
        return Fault(attend, [[far, 0]], [[1, 0], [0, 1]], [[1, 2], [3, 4]], false)
            ?? Fault(attend, [[-far, -far]], [[1, 1], [1, 1]], [[1, 2], [3, 4]], false);
    }

    /// <summary>Attention with a scale and a choice of what may be seen.</summary>
    public static double[][] Want(
        double[][] q, double[][] k, double[][] v, Func<int, int, bool> sees, Func<int, double>? scale = null)
    {
        double by = (scale ?? (d => 1 / Math.Sqrt(d)))(k[0].Length);
        return [.. q.Select((query, i) =>
        {
            double[] scores = [.. k.Select((key, j) => sees(i, j) ? by * Dot(query, key) : double.NegativeInfinity)];
            return Mix(Shares(scores), v);
        })];
    }

    private static double[] Shares(double[] scores)
    {
        double largest = scores.Max();
        double[] e = [.. scores.Select(score => Math.Exp(score - largest))];
        double sum = e.Sum();
        return [.. e.Select(value => value / sum)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double[] Mix(double[] shares, double[][] v) =>
        [.. v[0].Select((_, c) => shares.Select((share, j) => share == 0 ? 0 : share * v[j][c]).Sum())];

    private static string? Fault(Attention attend, double[][] q, double[][] k, double[][] v, bool causal)
    {
        double[][]? got = attend(Copy(q), Copy(k), Copy(v), causal);
        double[][] want = Want(q, k, v, (i, j) => !causal || j <= i);
        if (Near(got, want, 1e-7))
            return null;
        string start = $"Q = {Text(q)}, K = {Text(k)}, V = {Text(v)}{(causal ? ", causal" : "")}";
        if (got?.Length != q.Length || got.Any(row => row?.Length != v[0].Length))
            return $"{start}: {q.Length} row(s) of {v[0].Length} should come back, one row per query, as long as a value; yours has "
                + $"{got?.Length ?? 0} row(s).";
        return $"{start}: should be {Text(want)}, yours is {Text(got)}.{Cause(got, q, k, v, causal)}";
    }

    private static string Cause(double[][] got, double[][] q, double[][] k, double[][] v, bool causal)
    {
        bool Sees(int i, int j) => !causal || j <= i;
        return 0 switch
        {
            _ when got.Any(row => row.Any(double.IsNaN)) =>
                " NaN: exp overflowed, or a row had nothing to look at. Subtract each row's largest score before exp.",
            _ when Near(got, Want(q, k, v, Sees, _ => 1)) => " The scores are not divided by the root of d.",
            _ when Near(got, Want(q, k, v, Sees, d => 1.0 / d)) => " The scores are divided by d: take its square root.",
            _ when Near(got, Want(q, k, v, Sees, d => Math.Sqrt(d))) => " The scores are multiplied by the root of d: divide.",
            _ when causal && Near(got, Want(q, k, v, (_, _) => true)) => " That is attention without the mask.",
            _ when causal && Near(got, Want(q, k, v, (i, j) => j >= i)) =>
                " The mask is turned round: query i sees the keys up to i, not from i on.",
            _ when causal && Near(got, Hidden(q, k, v)) =>
                " The mask came after the softmax, so the shares of a row no longer add up to 1. Hide before the softmax.",
            _ when causal && Near(got[1..], Want(q, k, v, (i, j) => j < i || i == 0)[1..]) =>
                " Query i does not see key i: its own position belongs to what it may look at.",
            _ when !causal && Near(got, Columns(q, k, v)) =>
                " The softmax ran over the queries. Each query has shares of its own, over the keys.",
            _ when !causal && Near(got, [.. q.Select(query => Mix([.. k.Select(key => Dot(query, key) / Math.Sqrt(key.Length))], v))]) =>
                " The values were mixed with the raw scores: softmax comes in between.",
            _ when Near(got, v) => " Those are the values themselves.",
            _ => "",
        };
    }

    private static double[][] Hidden(double[][] q, double[][] k, double[][] v) =>
        [.. q.Select((query, i) =>
        {
            double[] all = Shares([.. k.Select(key => Dot(query, key) / Math.Sqrt(key.Length))]);
            return Mix([.. all.Select((share, j) => j <= i ? share : 0)], v);
        })];

    private static double[][] Columns(double[][] q, double[][] k, double[][] v)
    {
        double[][] perKey = [.. k.Select(key => Shares([.. q.Select(query => Dot(query, key) / Math.Sqrt(key.Length))]))];
        return [.. q.Select((_, i) => Mix([.. perKey.Select(shares => shares[i])], v))];
    }
}

/// <summary>L20.c: the same attention in several pieces of the columns.</summary>
internal static class L20Heads
{
    public static string? One(MultiHead heads, Random random)
    {
        if (Fault(heads, [[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 2], [3, 4]], 1) is { } fault)
            return fault;
        return Several(heads, random, 4, () => (random.Next(2, 5), 1));
    }

    public static string? Two(MultiHead heads, Random random)
    {
        double[][] q = [[1, 2, -1, 0.5], [0, 1, 1, -2]], k = [[1, 0, 2, 1], [-1, 1, 0.5, 1]], v = [[1, 2, 3, 4], [5, 6, 7, 9]];
        return Fault(heads, q, k, v, 2) ?? Several(heads, random, 6, () => (2, 2));
    }

    public static string? Many(MultiHead heads, Random random)
    {
        if (Several(heads, random, 8, () => (random.Next(1, 4), random.Next(1, 5))) is { } fault)
            return fault;
        double[][] q = Pick(random, 3, 4, -2, 2), k = Pick(random, 3, 4, -2, 2), v = Pick(random, 3, 4, -2, 2);
        double[][] qBefore = Copy(q), kBefore = Copy(k), vBefore = Copy(v);
        heads(q, k, v, 2);
        return Near(q, qBefore, 0) && Near(k, kBefore, 0) && Near(v, vBefore, 0)
            ? null
            : "Q, K or V has other numbers after the call than before. Fill tables of your own.";
    }

    private static string? Several(MultiHead heads, Random random, int trials, Func<(int Size, int Heads)> pick)
    {
        for (int trial = 0; trial < trials; trial++)
        {
            var (size, count) = pick();
            int rows = random.Next(2, 5), width = size * count;
            string? fault = Fault(
                heads, Pick(random, rows, width, -2, 2), Pick(random, rows, width, -2, 2), Pick(random, rows, width, -3, 3), count);
            if (fault is not null)
                return fault;
        }
        return null;
    }

    private static string? Fault(MultiHead heads, double[][] q, double[][] k, double[][] v, int count)
    {
        double[][]? got = heads(Copy(q), Copy(k), Copy(v), count);
        double[][] want = Join(q, k, v, count);
        if (Near(got, want, 1e-7))
            return null;
        string start = $"{count} head(s), Q = {Text(q)}, K = {Text(k)}, V = {Text(v)}";
        if (got?.Length != q.Length || got.Any(row => row?.Length != v[0].Length))
            return $"{start}: {q.Length} rows of {v[0].Length} should come back, the heads side by side; yours has "
                + $"{got?.Length ?? 0} row(s) of {got?.FirstOrDefault()?.Length ?? 0}.";
        return $"{start}: should be {Text(want)}, yours is {Text(got)}.{Cause(got, q, k, v, count)}";
    }

    private static string Cause(double[][] got, double[][] q, double[][] k, double[][] v, int count)
    {
        int width = q[0].Length, size = width / count;
        int[] spread = [.. Enumerable.Range(0, count).SelectMany(h => Enumerable.Range(0, size).Select(c => (c * count) + h))];
        double[][] Deal(double[][] rows) => [.. rows.Select(row => spread.Select(c => row[c]).ToArray())];
        double[][] dealt = Join(Deal(q), Deal(k), Deal(v), count);
        double[][] back = [.. dealt.Select(row => Enumerable.Range(0, width).Select(c => row[Array.IndexOf(spread, c)]).ToArray())];
        return 0 switch
        {
            _ when got.Any(row => row.Any(double.IsNaN)) => " NaN: subtract each row's largest score before exp.",
            _ when count > 1 && Near(got, L20Attention.Want(q, k, v, (_, _) => true)) =>
                " That is one head over all columns. Each head sees its own piece only.",
            _ when count > 1 && Near(got, Join(q, k, v, count, _ => 1 / Math.Sqrt(width))) =>
                $" The scores are divided by the root of {width}, the whole width; a head's d is the length of its piece, {size}.",
            _ when Near(got, Join(q, k, v, count, _ => 1)) => " The scores are not divided by the root of the piece's length.",
            _ when count > 1 && size > 1 && (Near(got, dealt) || Near(got, back)) =>
                $" The columns were dealt out one by one, like cards. Head 0 takes the first {size} columns, and so on.",
            _ when count > 1 && Near(got, [.. Join(q, k, v, count).Select(row => Turned(row, size))]) =>
                " The heads stand in the wrong order: head 0 comes first.",
            _ when Near(got, v) => " Those are the values themselves.",
            _ => "",
        };
    }

    private static double[] Turned(double[] row, int size) => [.. row.Chunk(size).Reverse().SelectMany(piece => piece)];

    private static double[][] Join(double[][] q, double[][] k, double[][] v, int count, Func<int, double>? scale = null)
    {
        int size = q[0].Length / count;
        double[][] Cut(double[][] rows, int h) => [.. rows.Select(row => row[(h * size)..((h + 1) * size)])];
        double[][][] parts = [.. Enumerable.Range(0, count)
            .Select(h => L20Attention.Want(Cut(q, h), Cut(k, h), Cut(v, h), (_, _) => true, scale))];
        return [.. q.Select((_, i) => parts.SelectMany(part => part[i]).ToArray())];
    }
}
