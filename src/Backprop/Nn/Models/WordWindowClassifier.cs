namespace Backprop;

/// <summary>
/// Says from a word's neighbours whether it names a place: the vectors of all words of a window side by side, a layer
/// h = tanh(W x + b), and a score uᵀ h. After Collobert and Weston, 2008.
/// </summary>
/// <param name="vocabulary">How many words there are.</param>
/// <param name="window">Words of a window, the one that is asked about in the middle: 5.</param>
/// <param name="features">The length of a word's vector.</param>
/// <param name="hidden">Units of the layer.</param>
/// <param name="padding">The word that stands before the first and behind the last of a text; null for none.</param>
public sealed class WordWindowClassifier(int vocabulary, int window = 5, int features = 8, int hidden = 16,
    int? padding = null) : Module
{
    /// <summary>A vector for each word.</summary>
    public Embedding Words { get; } = new(vocabulary, features, padding);

    /// <summary>W and b.</summary>
    public Linear Hidden { get; } = new(window * features, hidden);

    /// <summary>u.</summary>
    public Linear Score { get; } = new(hidden, 1, bias: false);

    /// <summary>Windows of words <c>[batch, window]</c> (int32) → a logit each, <c>[batch, 1]</c>: positive where the
    /// middle word names a place.</summary>
    /// <exception cref="ArgumentException">x has another number of words.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank != 2 || x.Shape[1] != window)
        {
            throw new ArgumentException($"The classifier takes windows [batch, {window}], but x is {x.Shape}. Cut the "
                + "text anew.");
        }
        return Score.Forward(Hidden.Forward(Words.Forward(x).Flatten()).Tanh());
    }
}
