namespace Backprop;

/// <summary>
/// A model of text, one symbol after the other: a vector for each symbol, a recurrent net, a logit for each symbol that
/// may come next. <c>new CharRnn(vocabulary.Count, new Lstm(inputs: 32, hidden: 128))</c>. Sutskever and others, 2011;
/// Karpathy, 2015.
/// </summary>
public sealed class CharRnn : Module
{
    /// <summary>A model around a recurrent net: <see cref="Rnn"/>, <see cref="Lstm"/> or <see cref="Gru"/>.</summary>
    /// <param name="symbols">How many symbols there are.</param>
    /// <param name="recurrent">The net; its inputs are the features of a symbol.</param>
    /// <exception cref="ArgumentException">The net reads in both directions.</exception>
    public CharRnn(int symbols, RecurrentLayer recurrent)
    {
        ArgumentNullException.ThrowIfNull(recurrent);
        if (recurrent.IsBidirectional)
            throw new ArgumentException($"{recurrent} would see the symbol that it shall guess. Use one direction.");
        Embedding = new Embedding(symbols, recurrent.Inputs);
        Recurrent = recurrent;
        Head = new Linear(recurrent.Hidden, symbols);
    }

    /// <summary>A vector for each symbol.</summary>
    public Embedding Embedding { get; }

    /// <summary>What remembers.</summary>
    public RecurrentLayer Recurrent { get; }

    /// <summary>From the state to logits.</summary>
    public Linear Head { get; }

    /// <summary>Symbols, int32 [batch, time] → logits of each next symbol, [batch, time, symbols].</summary>
    public override Tensor Forward(Tensor x) => Head.Forward(Recurrent.Forward(Embedding.Forward(x)));

    /// <summary>Symbols that follow a beginning, drawn one by one while they are asked for; each is read before the
    /// next is drawn.</summary>
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

    private IEnumerable<int> Draw(int[] read, int count, Sampler sampler)
    {
        Tensor[]? state = null;
        for (int i = 0; i < count; i++)
        {
            // Not open while the caller works between two symbols.
            using (Evaluate())
            {
                var vectors = Embedding.Forward(Tensor.From(read, [1, read.Length]));
                (var outputs, state) = Recurrent.Unroll(vectors, state, lengths: null);
                read = [sampler.Draw(Head.Forward(outputs[0, ^1]))];
            }
            yield return read[0];
        }
    }
}
