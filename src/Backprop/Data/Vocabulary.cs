using System.Globalization;
using System.Text;

namespace Backprop;

/// <summary>The symbols of a text, numbered in the order of Unicode: a text becomes numbers, and back.</summary>
public sealed class Vocabulary
{
    private readonly string[] symbols;
    private readonly Dictionary<Rune, int> numbers = [];

    /// <summary>Every character that occurs in a text, each once.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public Vocabulary(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Rune[] all = [.. text.EnumerateRunes().Distinct().Order()];
        symbols = Array.ConvertAll(all, rune => rune.ToString());
        for (int i = 0; i < all.Length; i++)
            numbers.Add(all[i], i);
    }

    /// <summary>How many symbols there are.</summary>
    public int Count => symbols.Length;

    /// <summary>The symbols by their numbers.</summary>
    public IReadOnlyList<string> Symbols => symbols;

    /// <summary>The number of each character.</summary>
    /// <exception cref="ArgumentException">A character is not in the vocabulary.</exception>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.EnumerateRunes().Select(rune => numbers.TryGetValue(rune, out int number)
            ? number
            : throw new ArgumentException($"'{rune}' (U+{rune.Value:X4}) is none of the {Count} symbols of this "
                + "vocabulary. Make it from a text in which every character occurs."))];
    }

    /// <summary>The text of some numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number stands for no symbol.</exception>
    public string Decode(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return string.Concat(numbers.Select(number => (uint)number < (uint)Count
            ? symbols[number]
            : throw new ArgumentOutOfRangeException(nameof(numbers),
                $"Number {number} stands for no symbol: they go from 0 to {Count - 1}.")));
    }

    /// <summary>Pieces of a text as examples: the inputs are the pieces, the targets the same one symbol further on.
    /// Both int32 [pieces, length].</summary>
    /// <param name="text">A text of this vocabulary.</param>
    /// <param name="length">Symbols of a piece.</param>
    /// <param name="step">How far the next piece begins behind the one before.</param>
    /// <exception cref="ArgumentException">The text is shorter than a piece and its last target.</exception>
    public TensorDataset Pieces(string text, int length, int step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        var all = Tensor.From(Encode(text));
        int last = all.Shape[0] - length - 1;
        if (last < 0)
        {
            throw new ArgumentException($"A text of {all.Shape[0]} symbols has no piece of {length} with one symbol "
                + "behind it. Take shorter pieces.");
        }
        int count = last / step + 1;
        var places = Tensor.Arange(0, count, dtype: DType.Int32).Unsqueeze(1) * step
            + Tensor.Arange(0, length, dtype: DType.Int32);
        return new(all[places], all[places + 1]);
    }

    /// <summary><c>65 symbols: \n !'ABC…</c></summary>
    public override string ToString()
    {
        string shown = string.Concat(symbols.Take(80)).Replace("\n", "\\n", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{Count} symbols: {shown}{(Count > 80 ? "…" : "")}");
    }
}
