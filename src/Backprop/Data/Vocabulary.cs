using System.Globalization;

namespace Backprop;

/// <summary>
/// The characters or words that a text is made of, numbered: <c>var letters = Vocabulary.OfCharacters(text)</c>,
/// <c>letters.Encode("tree")</c>.
/// </summary>
public sealed class Vocabulary
{
    private readonly string[] tokens;
    private readonly Dictionary<string, int> codes;
    private readonly bool isOfWords;
    private readonly int? unknown;

    private Vocabulary(string[] tokens, bool isOfWords, int? unknown)
    {
        (this.tokens, this.isOfWords, this.unknown) = (tokens, isOfWords, unknown);
        codes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Length; i++)
            codes.Add(tokens[i], i);
    }

    /// <summary>The different characters of a text, in the order of their codes in Unicode; what Unicode gives one code,
    /// such as 🙂, is one.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static Vocabulary OfCharacters(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        string[] characters = [.. text.EnumerateRunes().Distinct().Order().Select(c => c.ToString())];
        return new Vocabulary(characters, isOfWords: false, unknown: null);
    }

    /// <summary>The different words of a text, separated by spaces or line breaks, in the order of their characters.
    /// In front of them stand <c>&lt;pad&gt;</c>, 0, for a place without a word, and <c>&lt;unk&gt;</c>, 1, for
    /// every word that the vocabulary does not know.</summary>
    /// <param name="text">The text.</param>
    /// <param name="leastCount">Rarer words are left out, so that <c>&lt;unk&gt;</c> occurs in training.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static Vocabulary OfWords(string text, int leastCount = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var words = Split(text).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() >= leastCount)
            .Select(g => g.Key).Except(["<pad>", "<unk>"]).Order(StringComparer.Ordinal);
        return new Vocabulary(["<pad>", "<unk>", .. words], isOfWords: true, unknown: 1);
    }

    /// <summary>How many characters or words there are.</summary>
    public int Count => tokens.Length;

    /// <summary>The characters or words; each one's place is its code.</summary>
    public IReadOnlyList<string> Tokens => tokens;

    /// <summary>A text as codes.</summary>
    /// <exception cref="ArgumentException">A character does not occur in the vocabulary.</exception>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. isOfWords ? Split(text).Select(Code) : text.EnumerateRunes().Select(c => Code(c.ToString()))];
    }

    /// <summary>Codes as a text; words with a space between them.</summary>
    /// <exception cref="ArgumentException">A code is none of this vocabulary.</exception>
    public string Decode(IEnumerable<int> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return string.Join(isOfWords ? " " : "", codes.Select(n => n >= 0 && n < Count
            ? tokens[n]
            : throw new ArgumentException($"{n} is no code: the vocabulary has 0 to {Count - 1}.")));
    }

    /// <summary>Codes as a text; words with a space between them.</summary>
    /// <param name="codes">int32 of any shape, read row by row.</param>
    /// <exception cref="ArgumentException">A code is none of this vocabulary.</exception>
    public string Decode(Tensor codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return Decode(codes.ToArray<int>());
    }

    /// <summary>A text cut into examples for a net that foretells what comes next: inputs <c>[n, length]</c>, targets
    /// <c>[n, length]</c>, the same one place further on, both int32.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Characters or words in an example.</param>
    /// <param name="stride">How far one example begins behind the one before; its length if left out, so that none
    /// overlap.</param>
    /// <exception cref="ArgumentException">The text is too short for one example, or holds a character that the
    /// vocabulary does not have.</exception>
    public TensorDataset NextTokens(string text, int length, int? stride = null)
    {
        int step = stride ?? length;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step, nameof(stride));
        int[] all = Encode(text);
        int count = all.Length > length ? (all.Length - 1 - length) / step + 1 : 0;
        if (count == 0)
        {
            throw new ArgumentException($"A text of {all.Length} is too short: one example takes {length} and the one "
                + "that comes next.");
        }
        int[] Cut(int from) =>
            [.. Enumerable.Range(0, count).SelectMany(i => all[(i * step + from)..(i * step + from + length)])];
        return new TensorDataset(Tensor.From(Cut(0), [count, length]), Tensor.From(Cut(1), [count, length]));
    }

    /// <summary><c>65 characters: \n !'ABC…</c></summary>
    public override string ToString()
    {
        const int Shown = 40;
        string some = string.Join(isOfWords ? " " : "", tokens.Take(Shown)).Replace("\n", "\\n", StringComparison.Ordinal);
        string what = isOfWords ? "words" : "characters";
        return string.Create(CultureInfo.InvariantCulture, $"{Count} {what}: {some}{(Count > Shown ? "…" : "")}");
    }

    /// <summary>The code of one token.</summary>
    internal int Code(string token) =>
        codes.TryGetValue(token, out int code) ? code : unknown ?? throw new ArgumentException(
            $"The vocabulary has no '{token}'. Make it of a text that has.");

    internal static string[] Split(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
