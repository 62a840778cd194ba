namespace Backprop;

/// <content>Texts.</content>
public static partial class Datasets
{
    private const char PlaceMark = '*';

    private static readonly string[] CommonWords =
        ["the", "a", "it", "was", "room", "food", "we", "day", "and", "again", "table", "evening"];

    private static readonly string[] GoodWords =
    [
        "superb", "charming", "flawless", "delicious", "friendly", "spotless", "cosy", "generous", "splendid", "fresh",
        "graceful", "helpful", "bright", "perfect", "quiet", "lovely", "elegant", "warm", "prompt", "honest", "crisp",
        "radiant", "gentle", "memorable", "tender", "inviting", "tasteful", "cheerful", "refined", "delightful",
    ];

    private static readonly string[] BadWords =
    [
        "dreadful", "stale", "rude", "filthy", "noisy", "bland", "broken", "cold", "greasy", "dull", "careless",
        "shabby", "bitter", "cramped", "slow", "damp", "overpriced", "burnt", "soggy", "grim", "sloppy", "hostile", "musty",
        "clumsy", "tasteless", "dirty", "gloomy", "chipped", "sour", "disappointing",
    ];

    /// <summary>A short book about machines that learn, written for this library: about 10,000 characters of plain
    /// English, to train a small language model on. <see cref="Vocabulary"/> makes numbers of it.</summary>
    public static string Text => TextOfResource("learning-machines.txt");

    /// <summary>The words that the columns of <see cref="Reviews"/> stand for: common ones first.</summary>
    public static IReadOnlyList<string> ReviewWords { get; } = [.. CommonWords, .. GoodWords, .. BadWords];

    /// <summary>Sparse data: how often each word occurs in a review (a bag of words), and whether it praises (1) or
    /// complains (0). Common words occur up to five times and say nothing; each telling word is rare, so its weight
    /// gets a gradient only now and then. One review in ten is ironic. Inputs <c>[count, words]</c>, targets
    /// <c>[count, 1]</c>.</summary>
    /// <param name="count">How many reviews; praise and complaint take turns.</param>
    /// <param name="seed">The same seed gives the same reviews.</param>
    public static TensorDataset Reviews(int count = 400, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new SeededRandom(seed);
        int width = ReviewWords.Count, common = CommonWords.Length;
        var words = new float[checked(count * width)];
        var praises = new float[count];
        for (int i = 0; i < count; i++)
        {
            var review = words.AsSpan(i * width, width);
            praises[i] = i % 2;
            for (int w = 0; w < common; w++)
                review[w] = random.Next(6);
            // Two telling words. One review in ten is ironic and means the opposite of what they say.
            bool praisesByWords = i % 2 == 1 != (random.Next(10) == 0);
            int telling = praisesByWords ? common : common + GoodWords.Length;
            review[telling + random.Next(GoodWords.Length)] = 1;
            review[telling + random.Next(BadWords.Length)] = 1;
        }
        return new TensorDataset(Tensor.From(words, [count, width]), Tensor.From(praises, [count, 1]));
    }

    /// <summary>Sentences cut into windows around each word, to find out which words name places. Words that occur once
    /// are <c>&lt;unk&gt;</c>, places outside the sentence <c>&lt;pad&gt;</c>.</summary>
    /// <param name="neighbours">How many words on either side: 2 makes windows of 5.</param>
    public static WordWindows Places(int neighbours = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(neighbours);
        string[] parts = TextOfResource("places.txt").Split("#\n");
        string unmarked = parts[0].Replace($"{PlaceMark}", "", StringComparison.Ordinal);
        var vocabulary = Vocabulary.OfWords(unmarked, leastCount: 2);
        return new WordWindows(Windows(parts[0], neighbours, vocabulary), Windows(parts[1], neighbours, vocabulary),
            vocabulary);
    }

    private static TensorDataset Windows(string sentences, int neighbours, Vocabulary vocabulary)
    {
        var codes = new List<int>();
        var isPlace = new List<float>();
        foreach (string sentence in sentences.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = Vocabulary.Split(sentence);
            for (int middle = 0; middle < words.Length; middle++)
            {
                for (int at = middle - neighbours; at <= middle + neighbours; at++)
                    codes.Add(vocabulary.Code(at < 0 || at >= words.Length ? "<pad>" : words[at].Trim(PlaceMark)));
                isPlace.Add(words[middle][0] == PlaceMark ? 1 : 0);
            }
        }
        return new TensorDataset(Tensor.From(codes.ToArray(), [isPlace.Count, 2 * neighbours + 1]),
            Tensor.From(isPlace.ToArray(), [isPlace.Count, 1]));
    }

    // Line breaks as on the machine that wrote it, wherever it was checked out.
    private static string TextOfResource(string name)
    {
        using var reader = new StreamReader(typeof(Datasets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
