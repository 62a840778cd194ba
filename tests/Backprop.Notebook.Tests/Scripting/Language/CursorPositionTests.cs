using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Language;

public sealed class CursorPositionTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("🙂abc", 1, 2)]
    [InlineData("🙂abc", 2, 3)]
    [InlineData("é日🙂🙂x", 4, 6)]
    [InlineData("\ud800a", 1, 1)]
    [InlineData("a\ud83d", 2, 2)]
    [InlineData("", 0, 0)]
    public void Code_points_and_code_units_are_turned_into_each_other(string text, int codePoints, int index)
    {
        Assert.Equal(index, CursorPosition.FromCodePoints(text, codePoints));
        Assert.Equal(codePoints, CursorPosition.ToCodePoints(text, index));
    }

    [Fact]
    public void A_place_outside_the_text_is_its_nearest_end()
    {
        Assert.Equal(2, CursorPosition.FromCodePoints("🙂", 5));
        Assert.Equal(0, CursorPosition.FromCodePoints("🙂", -1));
        Assert.Equal(1, CursorPosition.ToCodePoints("🙂", 9));
    }

    [Fact]
    public async Task Completion_behind_a_symbol_of_two_units_replaces_the_right_text()
    {
        const string Code = "var s = \"🙂\"; Console.Wri";
        await using var session = new CSharpSession(new SessionOptions());
        int cursor = CursorPosition.FromCodePoints(Code, Code.EnumerateRunes().Count());
        Completions found = await session.CompleteAsync(Code, cursor, CancellationToken.None);
        Assert.Equal(["Write", "WriteLine"], found.Items.Select(i => i.Text));
        Assert.Equal("Wri", Code[found.Start..found.End]);
        Assert.Equal(21, CursorPosition.ToCodePoints(Code, found.Start));
        Assert.Equal(24, CursorPosition.ToCodePoints(Code, found.End));
    }
}
