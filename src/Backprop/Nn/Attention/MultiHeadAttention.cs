namespace Backprop;

/// <summary>
/// Attention by several heads at once: queries, keys and values are projected and cut into heads of width / heads
/// features, each head attends on its own, their results are joined and projected. Vaswani and others, 2017.
/// </summary>
public sealed class MultiHeadAttention : Module
{
    private readonly Dropout? dropout;

    /// <summary>A layer with random weights (Xavier, uniform) and biases of 0.</summary>
    /// <param name="width">Features of a query and of a result.</param>
    /// <param name="heads">How many heads share them.</param>
    /// <param name="bias">Whether the projections add something that does not depend on x.</param>
    /// <param name="keyWidth">Features of a key; <paramref name="width"/> if left out.</param>
    /// <param name="valueWidth">Features of a value; <paramref name="width"/> if left out.</param>
    /// <param name="dropProbability">How likely a weight of attention is dropped while training.</param>
    /// <exception cref="ArgumentException">The features do not divide among the heads.</exception>
    public MultiHeadAttention(int width, int heads, bool bias = true, int? keyWidth = null, int? valueWidth = null,
        double dropProbability = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads);
        if (width % heads != 0)
        {
            throw new ArgumentException($"{width} features do not divide among {heads} heads. Make the width a multiple "
                + "of the heads.");
        }
        (Width, Heads) = (width, heads);
        (KeyWidth, ValueWidth) = (keyWidth ?? width, valueWidth ?? width);
        if (KeyWidth == width && ValueWidth == width)
        {
            InProjWeight = Init.XavierUniform([3 * width, width]);
        }
        else
            {
            QProjWeight = Init.XavierUniform([width, width]);
            KProjWeight = Init.XavierUniform([width, KeyWidth]);
            VProjWeight = Init.XavierUniform([width, ValueWidth]);
        }
        InProjBias = bias ? Init.Zeros([3 * width]) : null;
        OutProj = bias
            ? new Linear(width, width) { Bias = Tensor.Zeros(width) }
            : new Linear(width, width, bias: false);
        dropout = dropProbability == 0 ? null : new Dropout(dropProbability: dropProbability);
    }

    /// <summary>Features of a query and of a result.</summary>
    public int Width { get; }

    /// <summary>How many heads share them.</summary>
    public int Heads { get; }

    /// <summary>Features of a key.</summary>
    public int KeyWidth { get; }

    /// <summary>Features of a value.</summary>
    public int ValueWidth { get; }

    /// <summary>The projections of queries, keys and values one under the other, [3 · width, width]; null if keys or
    /// values have other widths.</summary>
    public Tensor? InProjWeight { get; }

    /// <summary>The projection of queries, [width, width], if there are three.</summary>
    public Tensor? QProjWeight { get; }

    /// <summary>The projection of keys, [width, keyWidth], if there are three.</summary>
    public Tensor? KProjWeight { get; }

    /// <summary>The projection of values, [width, valueWidth], if there are three.</summary>
    public Tensor? VProjWeight { get; }

    /// <summary>What the three projections add, [3 · width]; null without.</summary>
    public Tensor? InProjBias { get; }

    /// <summary>What joins the heads.</summary>
    public Linear OutProj { get; }

    /// <summary>Self-attention: every position looks at every position, [batch, positions, width] → the same.</summary>
    public override Tensor Forward(Tensor x) => Forward(x, null);

    /// <summary>Attention of queries to keys and their values.</summary>
    /// <param name="query">[batch, queries, width]</param>
    /// <param name="key">[batch, keys, keyWidth]; the query if left out.</param>
    /// <param name="value">[batch, keys, valueWidth]; the key if left out.</param>
    /// <param name="mask">bool, true where a query may look: [queries, keys], [batch, queries, keys] or
    /// [batch, heads, queries, keys].</param>
    /// <param name="keysKept">bool [batch, keys], false for keys that nobody may look at, such as padding.</param>
    /// <param name="causal">Whether each position looks only at itself and those before.</param>
    /// <returns>[batch, queries, width]</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor Forward(Tensor query, Tensor? key = null, Tensor? value = null, Tensor? mask = null,
        Tensor? keysKept = null, bool causal = false)
    {
        Tensor from = key ?? query, of = value ?? from;
        Check(query, from, of);
        Tensor[] parts = ReferenceEquals(query, from) && ReferenceEquals(from, of) && InProjWeight is not null
            ? Together(query)
            : [Project(0, query), Project(1, from), Project(2, of)];
        var weights = Functional.AttentionWeights(parts[0], parts[1], Keep(mask, keysKept, from), causal);
        var results = (dropout is null ? weights : dropout.Forward(weights)).MatMul(parts[2]);
        return OutProj.Forward(results.Transpose(1, 2).Reshape(query.Shape[0], query.Shape[1], Width));
    }

    /// <summary>Who looks at whom, [batch, heads, queries, keys], for plots: <see cref="Forward(Tensor)"/> does not
    /// keep it.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor, Tensor, Tensor, Tensor, bool)"/>
    public Tensor Weights(Tensor query, Tensor? key = null, Tensor? mask = null, Tensor? keysKept = null,
        bool causal = false)
    {
        Tensor from = key ?? query;
        Check(query, from, null);
        return Functional.AttentionWeights(Project(0, query), Project(1, from), Keep(mask, keysKept, from), causal);
    }

    /// <summary><c>MultiHeadAttention(64, 4 heads)</c></summary>
    public override string ToString() => $"MultiHeadAttention({Width}, {Heads} heads)";

    /// <summary>Queries, keys and values of the same positions in one product.</summary>
    private Tensor[] Together(Tensor x)
    {
        var sums = x.MatMul(InProjWeight!.T);
        if (InProjBias is not null)
            sums += InProjBias;
        return Array.ConvertAll(sums.Split(Width, -1), CutIntoHeads);
    }

    /// <summary>Queries (0), keys (1) or values (2), [batch, heads, positions, width / heads].</summary>
    private Tensor Project(int part, Tensor x)
    {
        Tensor weight = InProjWeight?[(part * Width)..((part + 1) * Width)]
            ?? part switch { 0 => QProjWeight!, 1 => KProjWeight!, _ => VProjWeight! };
        var sums = x.MatMul(weight.T);
        return CutIntoHeads(InProjBias is null ? sums : sums + InProjBias[(part * Width)..((part + 1) * Width)]);
    }

    private Tensor CutIntoHeads(Tensor x) =>
        x.Reshape(x.Shape[0], x.Shape[1], Heads, Width / Heads).Transpose(1, 2);

    /// <summary>Both masks as one that repeats to [batch, heads, queries, keys].</summary>
    private static Tensor? Keep(Tensor? mask, Tensor? keysKept, Tensor key)
    {
        if (mask?.Shape.Rank == 3)
            mask = mask.Unsqueeze(1);
        if (keysKept is null)
            return mask;
        if (keysKept.Shape != key.Shape[..2])
        {
            throw new ArgumentException($"keysKept has shape {keysKept.Shape}, but the keys {key.Shape} need "
                + $"[batch, keys] = {key.Shape[..2]}.");
        }
        var kept = keysKept.Unsqueeze(1).Unsqueeze(1);
        return mask is null ? kept : mask & kept;
    }

    private void Check(Tensor query, Tensor key, Tensor? value)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckWidth("queries", query, Width);
        CheckWidth("keys", key, KeyWidth);
        if (value is not null)
            CheckWidth("values", value, ValueWidth);
        if (key.Shape[0] != query.Shape[0] || value is not null && value.Shape[..2] != key.Shape[..2])
        {
            throw new ArgumentException($"Queries {query.Shape}, keys {key.Shape} and values "
                + $"{value?.Shape ?? key.Shape} do not belong together: one batch, and a value for each key.");
        }
    }

    private void CheckWidth(string what, Tensor x, int width)
    {
        if (x.Shape.Rank != 3 || x.Shape[2] != width)
        {
            string hint = x.Shape.Rank == 2 && x.Shape[1] == width ? " Make it a batch of one with Unsqueeze(0)." : "";
            throw new ArgumentException($"{this} takes {what} [batch, positions, {width}], not {x.Shape}.{hint}");
        }
    }
}
