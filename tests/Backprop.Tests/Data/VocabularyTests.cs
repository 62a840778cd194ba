using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class VocabularyTests
{
    [Fact]
    public void Characters_become_codes_and_come_back()
    {
        var letters = Vocabulary.OfCharacters("tree");
        Assert.Equal(["e", "r", "t"], letters.Tokens);
        Holds(letters.Encode("tree"), [4], 2, 1, 0, 0);
        Assert.Equal(DType.Int32, letters.Encode("tree").DType);
        Assert.Equal("tree", letters.Decode(letters.Encode("tree")));
        var all = Vocabulary.OfCharacters(Datasets.Text);
        Assert.Equal(Datasets.Text, all.Decode(all.Encode(Datasets.Text)));
    }

    [Fact]
    public void Rare_and_unknown_words_share_one_code()
    {
        var words = Vocabulary.OfWords("the cat\nand the dog and the bird", leastCount: 2);
        Assert.Equal(["<pad>", "<unk>", "and", "the"], words.Tokens);
        Holds(words.Encode("the cat  and"), [3], 3, 1, 2);
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
        Complaint.Says<ArgumentException>("0 to 1", () => letters.Decode(Tensor.From([2])));
        Complaint.Says<ArgumentException>("too short", () => letters.NextTokens("aba", 3));
        Assert.ThrowsAny<ArgumentException>(() => Vocabulary.OfCharacters(""));
    }
}
