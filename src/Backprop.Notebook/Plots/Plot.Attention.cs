using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostHeads = 16;
    private const double RowTolerance = 1e-3;

    /// <summary>
    /// Who looks at whom: one row for each query, one column for each key, one map for each head.
    /// <c>Plot.Attention(layer.Weights(x)[0], tokens)</c>
    /// </summary>
    /// <param name="weights">[queries, keys], [heads, queries, keys], or a batch of one of the latter; each row sums to
    /// 1, or to 0 where a mask leaves nothing.</param>
    /// <param name="queries">A name for each query; their numbers if left out.</param>
    /// <param name="keys">A name for each key; the names of the queries if left out and there are as many.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or rows do not sum to 1.</exception>
    public static Figure Attention(
        Tensor weights, IReadOnlyList<string>? queries = null, IReadOnlyList<string>? keys = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Tensor heads = weights.Shape.Rank switch
        {
            2 => weights.Unsqueeze(0),
            3 => weights,
            4 when weights.Shape[0] == 1 => weights[0],
            _ => throw new ArgumentException($"Plot.Attention draws weights [queries, keys] or [heads, queries, keys], "
                + $"not {weights.Shape}. Take one example: weights[0]."),
        };
        (int rows, int columns) = (heads.Shape[1], heads.Shape[2]);
        string[] from = TokenNames(queries, rows, "queries");
        string[] to = TokenNames(keys ?? (rows == columns ? queries : null), columns, "keys");
        double[][] flat = [.. Numbers(heads).Chunk(rows * columns)];
        MustSumToOne(flat, columns);
        int shown = Math.Min(MostHeads, flat.Length);
        List<FigurePart> parts = [.. flat.Take(shown).Select((head, i) => HeadPart(head, i, flat.Length, from, to))];
        return new Figure("Attention", parts)
        {
            Subject = Count(flat.Length, "head"),
            Extent = shown < flat.Length
                ? $"showing {shown} of {flat.Length} heads"
                : $"{rows} queries, {columns} keys",
            Finding = flat.Length == 1 ? Looks(flat[0], from, to) : Focus(flat, columns),
            Caption = "Each row says where one position looks; its shares sum to 1. A dark diagonal looks at itself, a "
                + "dark column is looked at by all; under a causal mask the upper right is empty.",
        };
    }

    private static FigurePart HeadPart(double[] head, int index, int heads, string[] from, string[] to)
    {
        double[][] rows = [.. head.Chunk(to.Length)];
        string title = heads == 1 ? "Attention" : Invariant($"Head {index}");
        // Numbers in the cells of many maps cost more than they tell.
        bool? numbers = heads == 1 || (heads <= 4 && head.Length <= 64) ? null : false;
        Chart chart = Chart.Heatmap(rows, X: to, Y: from, Name: "share", ShowValues: numbers)
            .WithTitle(title).WithXAxisStyle("key: what is looked at").WithYAxisStyle("query: who looks");
        return FigurePart.Of(chart, height: Math.Clamp(90 + (18 * rows.Length), 160, 340)) with
        {
            Note = heads == 1 ? "" : Looks(head, from, to),
        };
    }

    // The strongest look at something else; where every position looks at itself, the strongest of those.
    private static string Looks(double[] head, string[] from, string[] to)
    {
        double[][] rows = [.. head.Chunk(to.Length)];
        int At(int row) => Array.IndexOf(rows[row], rows[row].Max());
        int strongest = Enumerable.Range(0, rows.Length).Where(i => from[i] != to[At(i)])
            .DefaultIfEmpty(0).MaxBy(i => rows[i].Max());
        return $"“{from[strongest]}” looks most at “{to[At(strongest)]}” "
            + $"({NumberText.Percent(rows[strongest].Max(), 0)}); on "
            + $"average a row is spread as over {Number(Spread(head, to.Length))} equal shares.";
    }

    private static string Focus(double[][] heads, int columns)
    {
        double[] spreads = [.. heads.Select(head => Spread(head, columns))];
        (double least, double most) = (spreads.Min(), spreads.Max());
        return Invariant($"Most focused is head {Array.IndexOf(spreads, least)}: on average a row is spread as over ")
            + Invariant($"{Number(least)} equal shares; least is head {Array.IndexOf(spreads, most)} with ")
            + $"{Number(most)}.";
    }

    // e to the mean entropy: 1 where each looks at one position, n where each looks at n alike.
    private static double Spread(double[] head, int columns) =>
        Math.Exp(head.Chunk(columns).Average(row => -row.Where(p => p > 0).Sum(p => p * Math.Log(p))));

    private static void MustSumToOne(double[][] heads, int columns)
    {
        for (int head = 0; head < heads.Length; head++)
        {
            double[] sums = [.. heads[head].Chunk(columns).Select(row => row.Sum())];
            int odd = Array.FindIndex(sums, s => !(Math.Abs(s - 1) <= RowTolerance || s == 0));
            if (odd >= 0)
            {
                throw new ArgumentException(
                    Invariant($"Plot.Attention: row {odd} of head {head} sums to {Number(sums[odd])}, but ")
                    + "shares of attention sum to 1. Pass softmax(QKᵀ/√d), such as AttentionWeights(q, k) gives.");
            }
        }
    }

    private static string[] TokenNames(IReadOnlyList<string>? names, int count, string what)
    {
        if (names is not null && names.Count != count)
        {
            throw new ArgumentException(Invariant(
                $"Plot.Attention: {names.Count} names for {count} {what}. Each needs one."));
        }
        return names is null
            ? [.. Enumerable.Range(0, count).Select(i => Invariant($"{i}"))]
            : [.. names.Select(Visible)];
    }

    private static string Visible(string token) => token switch
    {
        " " => "␣",
        "\n" => "⏎",
        "" => "∅",
        _ => TextView.Cut(token, 12),
    };
}
