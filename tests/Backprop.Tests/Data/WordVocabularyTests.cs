namespace Backprop.Tests.Data;

public class WordVocabularyTests
{
    [Fact]
    public void Rare_and_unknown_words_share_one_number()
    {
        var words = new WordVocabulary("the cat\nand the dog and the bird", leastCount: 2);
        Assert.Equal(["<pad>", "<unk>", "and", "the"], words.Words);
        Assert.Equal([3, 1, 2], words.Encode("the cat  and"));
        Assert.Equal("the <unk> and", words.Decode(words.Encode("the cat and")));
    }

    [Fact]
    public void Without_a_least_count_every_word_comes_back()
    {
        var words = new WordVocabulary(Datasets.Text);
        string plain = string.Join(' ', Datasets.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(plain, words.Decode(words.Encode(plain)));
        Assert.Equal(WordVocabulary.Unknown, words.Encode("<unk>")[0]);
    }

    [Fact]
    public void Numbers_of_no_word_and_empty_texts_are_refused()
    {
        var words = new WordVocabulary("a b");
        Complaint.Says<ArgumentException>("from 0 to 3", () => words.Decode([4]));
        Assert.ThrowsAny<ArgumentException>(() => new WordVocabulary(""));
    }
}
