using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Handlers;

public class HelpCellTests
{
    [Theory]
    [InlineData("Math.Floor?", "Math.Floor", false)]
    [InlineData(" ? net\n", "net", false)]
    [InlineData("??Console", "Console", true)]
    [InlineData("größe ??", "größe", true)]
    public void A_name_with_a_question_mark_asks_for_help(string code, string name, bool withSource) =>
        Assert.Equal(new HelpCell(name, withSource), HelpCell.Of(code));

    [Theory]
    [InlineData("net")]
    [InlineData("?")]
    [InlineData("?net?")]
    [InlineData("a ? b : c")]
    [InlineData("a?.B")]
    [InlineData("F(x)?")]
    [InlineData("var x = 1;\nx?")]
    public void All_else_is_an_ordinary_cell(string code) =>
        Assert.Null(HelpCell.Of(code));
}
