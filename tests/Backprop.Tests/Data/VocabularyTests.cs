using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class VocabularyTests
{
    [Fact]
    public void A_text_becomes_numbers_and_back()
    {
        var vocabulary = new Vocabulary("hello");
        Assert.Equal(["e", "h", "l", "o"], vocabulary.Symbols);
        Assert.Equal([1, 0, 2, 2, 3], vocabulary.Encode("hello"));
        Assert.Equal("hole", vocabulary.Decode([1, 3, 2, 0]));
        Assert.Empty(vocabulary.Encode(""));
        Assert.Equal(4, vocabulary.Count);
    }

    [Theory]
    [InlineData("naïve Größe, 数学 and 🙂🙃, a\r\nline")]
    [InlineData("x")]
    public void Every_text_of_its_own_comes_back(string text)
    {
        var vocabulary = new Vocabulary(text);
        Assert.Equal(text, vocabulary.Decode(vocabulary.Encode(text)));
        Assert.Equal(vocabulary.Symbols, new Vocabulary(string.Concat(vocabulary.Symbols)).Symbols);
    }

    [Fact]
    public void A_character_beyond_the_basic_plane_is_one_symbol() => Assert.Equal(2, new Vocabulary("🙂🙃🙂").Count);

    [Fact]
    public void Pieces_have_their_targets_one_symbol_further_on()
    {
        var vocabulary = new Vocabulary("abcdef");
        var (x, y) = vocabulary.Pieces("abcdef", length: 3);
        Holds(x, [3, 3], 0, 1, 2, 1, 2, 3, 2, 3, 4);
        Holds(y, [3, 3], 1, 2, 3, 2, 3, 4, 3, 4, 5);
        Assert.Equal(DType.Int32, x.DType);
        Holds(vocabulary.Pieces("abcdef", length: 2, step: 2).Inputs, [2, 2], 0, 1, 2, 3);
        Holds(vocabulary.Pieces("abcdef", length: 5).Targets, [1, 5], 1, 2, 3, 4, 5);
    }

    [Fact]
    public void What_is_not_in_it_is_named()
    {
        var vocabulary = new Vocabulary("abc");
        Assert.Contains("'d' (U+0064) is none of the 3 symbols", MessageOf<ArgumentException>(() => vocabulary.Encode("bad")), StringComparison.Ordinal);
        Assert.Contains("from 0 to 2", MessageOf<ArgumentOutOfRangeException>(() => vocabulary.Decode([3])), StringComparison.Ordinal);
        Assert.Contains("3 symbols has no piece of 3", MessageOf<ArgumentException>(() => vocabulary.Pieces("abc", 3)), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => new Vocabulary(""));
    }
}
