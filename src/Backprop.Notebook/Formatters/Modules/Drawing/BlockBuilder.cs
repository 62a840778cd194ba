namespace Backprop;

/// <summary>Something in the row of a drawing.</summary>
internal abstract record BlockItem
{
    /// <summary>A block.</summary>
    internal sealed record Shown(Block Block) : BlockItem;

    /// <summary>From here on something also passes by, up to the matching <see cref="Join"/>.</summary>
    internal sealed record Fork : BlockItem;

    /// <summary>What passed by is added, or put beside.</summary>
    internal sealed record Join(bool IsSum) : BlockItem
    {
        /// <summary>What works on the sum right behind it.</summary>
        public List<string> Extras { get; } = [];
    }

    /// <summary>What stands up to the matching <see cref="Again"/> stands here several times.</summary>
    internal sealed record Repeat : BlockItem;

    /// <summary>How often it stood there.</summary>
    internal sealed record Again(int Times) : BlockItem;
}

/// <summary>From a net to the items of its drawing.</summary>
internal sealed class BlockBuilder
{
    private readonly Dictionary<Module, Shape?> outputs = new(ReferenceEqualityComparer.Instance);
    private readonly List<BlockItem> items = [];

    public BlockBuilder(ModuleSummary summary)
    {
        foreach (LayerRow row in summary.Rows)
            outputs[row.Module] = row.Output;
        if (summary.Input is { } input)
            items.Add(new BlockItem.Shown(InputBlock(input)));
        Add(summary.Module, "");
    }

    public IReadOnlyList<BlockItem> Items => items;

    private static Block InputBlock(Shape input) => input.Rank switch
    {
        4 => new SheetsBlock("input", input, "plain"),
        2 => new BarBlock("input", input, "plain"),
        _ => new BoxBlock("input", input, "plain"),
    };

    private void Add(Module module, string name)
    {
        switch (module)
        {
            case Residual residual:
                items.Add(new BlockItem.Fork());
                Add(residual.Body, "");
                items.Add(new BlockItem.Join(IsSum: true));
                return;
            case DenseConnection dense:
                items.Add(new BlockItem.Fork());
                Add(dense.Body, "");
                items.Add(new BlockItem.Join(IsSum: false));
                return;
            case Sequential net:
                AddAll([.. net.Layers.Select(layer => ("", layer))]);
                return;
        }
        if (IsExtra(module))
            ExtrasOfLast()!.Add(module.ToString());
        else if (module.Children.Count > 0 && BlockKind.LookOf(module) == "plain")
            AddAll([.. module.Children]);
        else
            items.Add(new BlockItem.Shown(BlockOf(module, name)));
    }

    private bool IsExtra(Module module) =>
        ExtrasOfLast() is not null && (BlockKind.IsElementwise(module) || BlockKind.IsNorm(module));

    private List<string>? ExtrasOfLast() => items.Count == 0 ? null : items[^1] switch
    {
        BlockItem.Shown shown => shown.Block.Extras,
        BlockItem.Join join => join.Extras,
        _ => null,
    };

    // Three or more alike, one behind the other, are drawn once.
    private void AddAll(IReadOnlyList<(string Name, Module Module)> layers)
    {
        for (int i = 0; i < layers.Count;)
        {
            // What is named at the block before begins no repetition.
            (int length, int times) = IsExtra(layers[i].Module) ? (1, 1) : Repetition(layers, i);
            bool isRepeated = times > 2;
            if (isRepeated)
                items.Add(new BlockItem.Repeat());
            for (int k = 0; k < length; k++)
                Add(layers[i + k].Module, layers[i + k].Name);
            if (isRepeated)
                items.Add(new BlockItem.Again(times));
            i += isRepeated ? length * times : length;
        }
    }

    private (int Length, int Times) Repetition(IReadOnlyList<(string Name, Module Module)> layers, int start)
    {
        foreach (int length in (ReadOnlySpan<int>)[1, 2])
        {
            int times = 1;
            while (start + (length * (times + 1)) <= layers.Count
                && Enumerable.Range(0, length).All(k => Alike(
                    layers[start + k].Module, layers[start + (length * times) + k].Module)))
            {
                times++;
            }
            if (times > 2)
                return (length, times);
        }
        return (1, 1);
    }

    private bool Alike(Module a, Module b) =>
        a.GetType() == b.GetType()
        && a.ToString() == b.ToString()
        && outputs.GetValueOrDefault(a) == outputs.GetValueOrDefault(b);

    private Block BlockOf(Module module, string name)
    {
        // Numbers are no names.
        string own = name.Length > 0 && !name.Split('.')[^1].All(char.IsAsciiDigit) ? name : KindOf(module);
        Shape? output = outputs.GetValueOrDefault(module);
        string look = BlockKind.LookOf(module);
        return module switch
        {
            TransformerLayer layer => new AttentionBlock(
                layer is TransformerDecoderLayer ? "decoder block" : "encoder block", output, look,
                AttentionBlock.PartsOf(layer)),
            MultiHeadAttention attention => new AttentionBlock(
                "attention", output, look,
                ["queries, keys, values", FormattableString.Invariant($"{attention.Heads} heads"), "joined"]),
            RecurrentLayer recurrent => new RecurrentBlock(own, output, look, recurrent.IsBidirectional),
            _ when look is "conv" or "pool" => new SheetsBlock(own, output, look),
            _ when look == "dense" || output is { Rank: 2 } => new BarBlock(own, output, look),
            _ => new BoxBlock(own, output, look),
        };
    }

    private static string KindOf(Module module) =>
        module is FunctionLayer function ? function.Name : module.GetType().Name;
}
