using Backprop.Display;

namespace Backprop;

/// <summary>
/// Blocks from left to right on one line, each with room for its texts, so that no two meet; what passes by some of them
/// is an arc above, what is repeated a bracket.
/// </summary>
internal sealed class BlockRow
{
    private const double Gap = 30;
    private const double Edge = 10;
    private const double Line = 15;
    private const double Arc = 26;
    private const double PlusWidth = 18;
    private const int MostBlocks = 24;

    private readonly List<BlockItem> items;
    private readonly int left;

    public BlockRow(ModuleSummary summary)
    {
        IReadOnlyList<BlockItem> all = new BlockBuilder(summary).Items;
        items = [.. Shown(all)];
        left = all.OfType<BlockItem.Shown>().Count() - Blocks.Count();
        Label = LabelOf();
    }

    /// <summary>The blocks in words.</summary>
    public string Label { get; }

    /// <summary>What the colours stand for.</summary>
    public static Html Legend { get; } = new(
        "<p class=\"bp-cap\"><span class=\"key conv\"></span>convolution <span class=\"key pool\"></span>pool "
        + "<span class=\"key dense\"></span>linear, embedding <span class=\"key recurrent\"></span>recurrent "
        + "<span class=\"key attention\"></span>attention. Numbers under a block are its output for one example; of "
        + "channels at most eight are drawn.</p>");

    private IEnumerable<Block> Blocks => items.OfType<BlockItem.Shown>().Select(item => item.Block);

    /// <summary>The drawing.</summary>
    public Html Draw()
    {
        double highest = Blocks.Select(block => block.Height).DefaultIfEmpty(40).Max();
        int deepest = Depth();
        double above = 12 + (Arc * deepest);
        double middle = above + (highest / 2);
        double texts = middle + (highest / 2) + 20;
        int lines = Blocks.Select(block => block.Lines.Count()).DefaultIfEmpty(0).Max();
        double width = Edge + items.Sum(RoomOf) + (left > 0 ? 120 : 0);
        var svg = new SvgBuilder(width, texts + (lines * Line), Label);
        DrawItems(svg, middle, texts, middle - (highest / 2));
        return svg.ToHtml();
    }

    private void DrawItems(SvgBuilder svg, double middle, double texts, double top)
    {
        var forks = new Stack<double>();
        var repeats = new Stack<double>();
        double x = Edge;
        double last = -1;
        foreach (BlockItem item in items)
        {
            switch (item)
            {
                case BlockItem.Fork:
                    forks.Push(Math.Max(x, last < 0 ? Edge : x) - (Gap / 2));
                    break;
                case BlockItem.Repeat:
                    repeats.Push(x - 8);
                    break;
                case BlockItem.Again again:
                    Bracket(svg, repeats.Pop(), x - Gap + 8, top - 6 - (Arc * InnerArcs(item)), again.Times);
                    break;
                case BlockItem.Join join:
                    double plus = x + ((RoomOf(join) - Gap) / 2);
                    Joined(svg, forks.Pop(), plus, middle, top - (Arc * InnerArcs(item)), last, join.IsSum);
                    Texts(svg, join.Extras.Select(extra => (extra, Ink.Muted)), plus, texts);
                    last = plus + 9;
                    x += RoomOf(join);
                    break;
                case BlockItem.Shown { Block: var block }:
                    double start = x + ((block.Room - block.Width) / 2);
                    if (last >= 0)
                        Arrow.Draw(svg, last + 3, middle, start - 3, middle);
                    block.Draw(svg, start, middle);
                    Texts(svg, block.Lines, x + (block.Room / 2), texts);
                    last = start + block.Width;
                    x += block.Room + Gap;
                    break;
            }
        }
        if (left > 0)
            svg.Text(x, middle + 4, $"… {NumberText.Count(left)} more", Ink.Muted);
    }

    private static void Texts(SvgBuilder svg, IEnumerable<(string Text, Ink Ink)> lines, double x, double y)
    {
        foreach ((string text, Ink ink) in lines)
        {
            svg.Text(x, y, text, ink, "middle");
            y += Line;
        }
    }

    // What passes by, from before the first block in between to where it comes back.
    private static void Joined(
        SvgBuilder svg, double from, double x, double middle, double top, double last, bool isSum)
    {
        Arrow.Draw(svg, last + 3, middle, x - 9, middle);
        string path = FormattableString.Invariant(
            $"M{from:0.#} {middle:0.#}V{top - 8:0.#}Q{from:0.#} {top - 16:0.#} {from + 8:0.#} {top - 16:0.#}")
            + FormattableString.Invariant($"H{x - 8:0.#}Q{x:0.#} {top - 16:0.#} {x:0.#} {top - 8:0.#}V{middle - 9:0.#}");
        svg.Add(new Html($"<path class=\"skip\" fill=\"none\" stroke=\"#a34100\" d=\"{path}\"/>"));
        if (isSum)
            Arrow.Plus(svg, x, middle);
        else
            svg.Circle(x, middle, 9, new Ink("plain", "fill=\"#fff\" stroke=\"#567\"")).Text(x, middle + 4, "‖", Ink.Text, "middle");
    }

    private static void Bracket(SvgBuilder svg, double from, double to, double top, int times)
    {
        svg.Path(new PathData().MoveTo(from, top + 5).LineTo(from, top).LineTo(to, top).LineTo(to, top + 5), Ink.Axis);
        svg.Text((from + to) / 2, top - 4, FormattableString.Invariant($"{times} times"), Ink.Muted, "middle");
    }

    private static double RoomOf(BlockItem item) => item switch
    {
        BlockItem.Shown { Block: var block } => block.Room + Gap,
        BlockItem.Join join => Gap + join.Extras.Select(e => TextWidth.Of(e)).Append(PlusWidth).Max(),
        _ => 0,
    };

    // How many arcs and brackets stand over each other.
    private int Depth()
    {
        int depth = 0;
        int deepest = 0;
        foreach (BlockItem item in items)
        {
            depth += item is BlockItem.Fork or BlockItem.Repeat ? 1 : item is BlockItem.Join or BlockItem.Again ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    // How many arcs and brackets the one that ends here has to clear.
    private int InnerArcs(BlockItem end)
    {
        int at = items.FindIndex(item => ReferenceEquals(item, end));
        int open = 0;
        int most = 0;
        for (int i = at - 1; i >= 0; i--)
        {
            if (items[i] is BlockItem.Join or BlockItem.Again)
                most = Math.Max(most, ++open);
            else if (items[i] is BlockItem.Fork or BlockItem.Repeat && open-- == 0)
                break;
        }
        return most;
    }

    // Whole arcs only: what begins within the limit also ends.
    private static IEnumerable<BlockItem> Shown(IReadOnlyList<BlockItem> all)
    {
        int blocks = 0;
        int depth = 0;
        foreach (BlockItem item in all)
        {
            if (blocks >= MostBlocks && depth == 0)
                yield break;
            depth += item is BlockItem.Fork or BlockItem.Repeat ? 1 : item is BlockItem.Join or BlockItem.Again ? -1 : 0;
            blocks += item is BlockItem.Shown ? 1 : 0;
            yield return item;
        }
    }

    private string LabelOf()
    {
        var words = new List<string>();
        foreach (BlockItem item in items)
        {
            if (item is BlockItem.Shown { Block: var block })
                words.Add(block.Spoken);
            else if (item is BlockItem.Join { IsSum: var isSum })
                words.Add(isSum ? "plus what passed by" : "beside what passed by");
            else if (item is BlockItem.Again again)
                words.Add(FormattableString.Invariant($"(the last part {again.Times} times)"));
        }
        string more = left > 0 ? FormattableString.Invariant($" → {left} more") : "";
        return words.Count == 0 ? "no layers" : string.Join(" → ", words) + more;
    }
}
