using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class VocabularyTests
{
    [Fact]
    public void Characters_become_codes_and_come_back()
    {
        var letters = Vocabulary.OfCharacters("tree");
        Assert.Equal(["e", "r", "t"], letters.Tokens);
        Assert.Equal([2, 1, 0, 0], letters.Encode("tree"));
        Assert.Equal("tree", letters.Decode(Tensor.From(letters.Encode("tree"))));
        Assert.Empty(letters.Encode(""));
        Assert.Equal("tree", letters.Decode(letters.Encode("tree")));
        var all = Vocabulary.OfCharacters(Datasets.Text);
        Assert.Equal(Datasets.Text, all.Decode(all.Encode(Datasets.Text)));
    }

    [Theory]
    [InlineData("naïve Größe, 数学 and 🙂🙃, a\r\nline")]
    [InlineData("x")]
    public void Every_text_of_its_own_comes_back(string text)
    {
        var vocabulary = Vocabulary.OfCharacters(text);
        Assert.Equal(text, vocabulary.Decode(vocabulary.Encode(text)));
        Assert.Equal(vocabulary.Tokens, Vocabulary.OfCharacters(string.Concat(vocabulary.Tokens)).Tokens);
    }

    [Fact]
    public void A_character_beyond_the_basic_plane_is_one() => Assert.Equal(2, Vocabulary.OfCharacters("🙂🙃🙂").Count);

    [Fact]
    public void Rare_and_unknown_words_share_one_code()
    {
        var words = Vocabulary.OfWords("the cat\nand the dog and the bird", leastCount: 2);
        Assert.Equal(["<pad>", "<unk>", "and", "the"], words.Tokens);
        Assert.Equal([3, 1, 2], words.Encode("the cat  and"));
        Assert.Equal("the <unk> and", words.Decode(words.Encode("the cat and")));
    }

    [Fact]
    public void Examples_foretell_what_comes_next()
    {
        var letters = Vocabulary.OfCharacters("abcdefg");
        var (x, y) = letters.NextTokens("abcdefg", 3);
        Holds(x, [2, 3], 0, 1, 2, 3, 4, 5);
        Holds(y, [2, 3], 1, 2, 3, 4, 5, 6);
        Assert.Equal(4, letters.NextTokens("abcdefg", 3, stride: 1).Count);
        Assert.Equal(1, letters.NextTokens("abcd", 3).Count);
    }

    [Fact]
    public void Strange_characters_codes_and_short_texts_are_refused()
    {
        var letters = Vocabulary.OfCharacters("ab");
        Complaint.Says<ArgumentException>("'c'", () => letters.Encode("abc"));
        Complaint.Says<ArgumentException>("0 to 1", () => letters.Decode([2]));
        Complaint.Says<ArgumentException>("too short", () => letters.NextTokens("aba", 3));
        Assert.ThrowsAny<ArgumentException>(() => Vocabulary.OfCharacters(""));
    }
}
