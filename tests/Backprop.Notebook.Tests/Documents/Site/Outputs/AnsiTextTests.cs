using Backprop.Documents;

namespace Backprop.Tests.Documents;

public class AnsiTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<b> & \"", "&lt;b&gt; &amp; &quot;")]
    [InlineData("\u001b[31mred\u001b[0m on", "<span class=\"ansi-red\">red</span> on")]
    [InlineData("\u001b[1;32mgo\u001b[39m!\u001b[22m.",
        "<span class=\"ansi-green ansi-bold\">go</span><span class=\"ansi-bold\">!</span>.")]
    [InlineData("\u001b[3;4mx\u001b[23;24my", "<span class=\"ansi-italic ansi-underline\">x</span>y")]
    [InlineData("\u001b[94mx\u001b[m y", "<span class=\"ansi-blue\">x</span> y")]
    [InlineData("\u001b[38;5;196mx", "<span class=\"ansi-red\">x</span>")]
    [InlineData("\u001b[38;5;240mx", "x")]
    [InlineData("\u001b[38;2;0;200;10mx", "<span class=\"ansi-green\">x</span>")]
    [InlineData("\u001b[48;5;1mx\u001b[48;2;1;2;3my", "xy")]
    [InlineData("\u001b[2K\u001b[1Ga\u001b]0;title\u0007b\u001b(Bc\u001b[?25h", "abc")]
    [InlineData("a\u0000b\u0007c\u001b", "abc")]
    [InlineData("\u001b[38;5mx\u001b[38mx\u001b[;;mx\u001b[99999999999mx", "xxxx")]
    [InlineData("tab\tline\nend", "tab\tline\nend")]
    public void Colours_become_classes_and_other_codes_go(string text, string expected)
    {
        Assert.Equal(expected, AnsiText.ToHtml(text));
    }
}
