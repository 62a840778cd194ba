namespace Backprop;

/// <summary>
/// The words of a text, numbered in the order of their characters. In front of them stand <c>&lt;pad&gt;</c>, 0, for a
/// place without a word, and <c>&lt;unk&gt;</c>, 1, for every word that is not known. For single characters there is
/// <see cref="Vocabulary"/>.
/// </summary>
public sealed class WordVocabulary
{
    /// <summary>The number of a place without a word.</summary>
    public const int Padding = 0;

    /// <summary>The number of every word that is not known.</summary>
    public const int Unknown = 1;

    private readonly string[] words;
    private readonly Dictionary<string, int> numbers;

    /// <summary>Every word that occurs in a text, each once. Words are what stands between spaces and line
    /// breaks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="leastCount">Rarer words are left out, so that training knows unknown words too.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public WordVocabulary(string text, int leastCount = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        string[] special = ["<pad>", "<unk>"];
        words =
        [
            .. special,
            .. Split(text).CountBy(word => word).Where(count => count.Value >= leastCount).Select(count => count.Key)
                .Except(special).Order(StringComparer.Ordinal),
        ];
        numbers = words.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
    }

    /// <summary>How many words there are, with the two that stand in front.</summary>
    public int Count => words.Length;

    /// <summary>The words by their numbers.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The number of each word.</summary>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Split(text).Select(NumberOf)];
    }

    /// <summary>The words of some numbers, with a space between them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number stands for no word.</exception>
    public string Decode(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return string.Join(' ', numbers.Select(number => (uint)number < (uint)Count
            ? words[number]
            : throw new ArgumentOutOfRangeException(nameof(numbers),
                $"Number {number} stands for no word: they go from 0 to {Count - 1}.")));
    }

    /// <summary>The number of one word.</summary>
    internal int NumberOf(string word) => numbers.GetValueOrDefault(word, Unknown);

    internal static string[] Split(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
