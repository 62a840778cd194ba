namespace Backprop;

/// <summary>
/// A small GPT: vectors of symbols and of positions, blocks of causal self-attention with the norm first and GELU, a
/// last norm, and a logit for each symbol that may come next. Radford and others, 2019 (GPT-2).
/// </summary>
/// <remarks>First weights are drawn as for GPT-2: normal with standard deviation 0.02, smaller where a block adds to
/// what passes by, so that the first loss is near ln(symbols).</remarks>
public sealed class Gpt : Module
{
    /// <summary>A model with random weights.</summary>
    /// <param name="symbols">How many symbols there are.</param>
    /// <param name="context">How many symbols it looks back at most.</param>
    /// <param name="width">Features of a position.</param>
    /// <param name="heads">Heads of each attention.</param>
    /// <param name="blocks">How many blocks stand one on the other.</param>
    /// <param name="dropProbability">How likely a number is dropped while training.</param>
    /// <param name="tied">Whether logits are products with the symbols' vectors, instead of a linear layer of their
    /// own.</param>
    /// <exception cref="ArgumentException">The features do not divide among the heads.</exception>
    public Gpt(int symbols, int context, int width = 64, int heads = 4, int blocks = 4, double dropProbability = 0,
        bool tied = false)
    {
        Tokens = new Embedding(symbols, width);
        Positions = new LearnedPositions(context, width);
        Blocks = new TransformerEncoder(blocks, Block, new LayerNorm(width));
        Head = tied ? null : new Linear(width, symbols);
        Init.Apply(this, shape => Init.Normal(shape, 0, 0.02));
        foreach (var block in Blocks.Layers)
        {
            // Two of these add to what passes by in each block, so that the sum of all stays as large as one.
            Init.Apply(block.SelfAttn.OutProj.Weight, shape => Init.Normal(shape, 0, 0.02 / Math.Sqrt(2 * blocks)));
            Init.Apply(block.Linear2.Weight, shape => Init.Normal(shape, 0, 0.02 / Math.Sqrt(2 * blocks)));
        }

        TransformerEncoderLayer Block() => new(
            width, heads, dropProbability: dropProbability, activation: Functional.Gelu, normFirst: true);
    }

    /// <summary>A vector for each symbol.</summary>
    public Embedding Tokens { get; }

    /// <summary>A vector for each position.</summary>
    public LearnedPositions Positions { get; }

    /// <summary>The blocks and the last norm.</summary>
    public TransformerEncoder Blocks { get; }

    /// <summary>From the last block to logits; null if tied to <see cref="Tokens"/>.</summary>
    public Linear? Head { get; }

    /// <summary>How many symbols it looks back at most.</summary>
    public int Context => Positions.Weight.Shape[0];

    /// <summary>Symbols, int32 [batch, time] → logits of each next symbol, [batch, time, symbols].</summary>
    /// <exception cref="ArgumentException">More symbols than <see cref="Context"/>, or no batch of them.</exception>
    public override Tensor Forward(Tensor x)
    {
        var y = Blocks.Forward(Embed(x), causal: true);
        return Head is null ? y.MatMul(Tokens.Weight.T) : Head.Forward(y);
    }

    /// <summary>Who looks at whom, for plots: a tensor [batch, heads, time, time] for each block.</summary>
    /// <param name="x">Symbols, int32 [batch, time].</param>
    public IReadOnlyList<Tensor> AttentionWeights(Tensor x) => Blocks.AttentionWeights(Embed(x), causal: true);

    /// <summary>Symbols that follow a beginning, drawn one by one while they are asked for. The model looks back at the
    /// last <see cref="Context"/> of them.</summary>
    /// <param name="prompt">The beginning, one symbol or more.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="temperature">1 draws as the model says; lower is bolder, 0 always takes the likeliest.</param>
    /// <param name="seed">Where random numbers start; from the source that <see cref="Tensor.Seed"/> starts if left
    /// out.</param>
    /// <exception cref="ArgumentException">The prompt is empty.</exception>
    public IEnumerable<int> Generate(IReadOnlyList<int> prompt, int count, double temperature = 1, long? seed = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        if (prompt.Count == 0)
            throw new ArgumentException("A prompt has one symbol or more: the model starts from something.");
        return Draw([.. prompt], count, new Sampler(temperature, seed, count));
    }

    private IEnumerable<int> Draw(List<int> text, int count, Sampler sampler)
    {
        for (int i = 0; i < count; i++)
        {
            // Not open while the caller works between two symbols.
            using (Evaluate())
            {
                int[] seen = [.. text.TakeLast(Context)];
                text.Add(sampler.Draw(Forward(Tensor.From(seen, [1, seen.Length]))[0, ^1]));
            }
            yield return text[^1];
        }
    }

    private Tensor Embed(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank != 2)
        {
            throw new ArgumentException($"Gpt takes symbols [batch, time], not {x.Shape}. Make one text a batch with "
                + "Unsqueeze(0).");
        }
        return Positions.Forward(Tokens.Forward(x));
    }
}
