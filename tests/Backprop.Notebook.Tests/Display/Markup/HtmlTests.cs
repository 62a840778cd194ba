using System.Text;
using Backprop.Display;
using FsCheck;
using FsCheck.Fluent;

namespace Backprop.Tests.Display;

public class HtmlTests
{
    [Fact]
    public void Values_are_escaped_and_fragments_are_not()
    {
        Html cell = Html.Of($"<td>{"<b>"}</td>");
        Assert.Equal("<tr><td>&lt;b&gt;</td></tr>", Html.Of($"<tr>{cell}</tr>").Content);
        Assert.Equal("<i><td>&lt;b&gt;</td><td>&lt;b&gt;</td></i>",
            Html.Of($"<i>{new[] { cell, cell }.Select(c => c)}</i>").Content);
    }

    [Fact]
    public void Numbers_are_written_in_the_invariant_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            Assert.Equal("1.5 0.33", Html.Of($"{1.5} {1 / 3.0:0.##}").Content);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Any_text_can_stand_in_an_element_and_in_an_attribute()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 0xFFFF)).ToArbitrary(), codes =>
        {
            string text = string.Concat(codes.Select(c => (char)c));
            string escaped = Html.Escape(text);
            var root = Markup.AssertWellFormed($"<a b=\"{escaped}\">{escaped}</a>");
            return root.Value.Length <= text.Length && !escaped.Contains('<', StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_without_marks_stays_as_it_is()
    {
        const string text = "∂L/∂w → −0.39 日本 🎈";
        Assert.Equal(text, Html.Escape(text));
    }

    [Fact]
    public void A_png_has_its_signature_size_and_checksums()
    {
        byte[] file = Png.Encode(new byte[,] { { 0, 1, 0 }, { 1, 0, 1 } }, [(0, 0, 0, 255), (255, 255, 255, 0)]);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], file[..8]);
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2], file[16..24]);
        // The checksum of an empty IEND is the same in every PNG.
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], file[^4..]);
        Assert.Equal("IEND", Encoding.ASCII.GetString(file[^8..^4]));
    }
}
