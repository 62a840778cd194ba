using System.Globalization;
using Backprop.Display;

namespace Backprop.Tests.Display;

public class ThemeTests
{
    private static readonly string[] Texts =
    [
        "bp-ink", "bp-muted", "bp-value", "bp-grad", "bp-loss", "bp-pass", "bp-fail", "bp-warn",
        "bp-c1", "bp-c2", "bp-c3", "bp-c4", "bp-c5",
    ];

    [Fact]
    public void Every_text_colour_can_be_read_on_page_card_and_panel()
    {
        foreach (string text in Texts)
        {
            foreach (string ground in new[] { "bp-bg", "bp-card", "bp-panel" })
                AssertReadable(text, ground);
        }
    }

    [Theory]
    [InlineData("bp-value")]
    [InlineData("bp-grad")]
    [InlineData("bp-loss")]
    [InlineData("bp-pass")]
    [InlineData("bp-fail")]
    [InlineData("bp-warn")]
    public void A_chip_can_be_read_on_its_own_ground(string name)
    {
        AssertReadable(name, name + "-bg");
        AssertReadable("bp-ink", name + "-bg");
    }

    [Fact]
    public void Code_can_be_read_on_the_panel()
    {
        foreach (string name in new[] { "bp-k-key", "bp-k-type", "bp-k-num", "bp-k-str", "bp-k-com" })
            AssertReadable(name, "bp-panel");
    }

    [Fact]
    public void Numbers_can_be_read_on_every_cell_of_a_heat_map()
    {
        for (int i = 0; i <= 16; i++)
            AssertReadable(Name("dt", i), Name("d", i));
        for (int i = 0; i <= 8; i++)
            AssertReadable(Name("st", i), Name("s", i));

        static string Name(string prefix, int i) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}");
    }

    [Fact]
    public void The_styles_of_an_output_are_small_closed_and_load_nothing()
    {
        Assert.InRange(Theme.OutputCss.Length, 5_000, 17_000);
        Assert.Equal(Theme.OutputCss.Count(c => c == '{'), Theme.OutputCss.Count(c => c == '}'));
        Assert.DoesNotContain("url(", Theme.PageCss, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", Theme.PageCss, StringComparison.Ordinal);
        Assert.DoesNotContain("</", Theme.PageCss, StringComparison.Ordinal);
        Assert.Contains(".bp :focus-visible{", Theme.OutputCss, StringComparison.Ordinal);
        Assert.Contains(".bp :not(pre)>code", Theme.OutputCss, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_can_cut_the_styles_out_of_an_output()
    {
        string output = Theme.Output(Html.Of($"<p>{"a & b"}</p>")).Content;
        Assert.Equal("<div class=\"bp\"><p>a &amp; b</p></div>",
            output.Replace(Theme.OutputStyle, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_are_the_outputs_own_and_the_same_in_every_run()
    {
        string first = Theme.Output(Html.Of($"<i id=\"{SvgBuilder.Id("a")}\">1</i>")).Content;
        string second = Theme.Output(Html.Of($"<i id=\"{SvgBuilder.Id("a")}\">2</i>")).Content;
        Assert.NotEqual(IdOf(first), IdOf(second));
        Assert.Equal(first, Theme.Output(Html.Of($"<i id=\"{SvgBuilder.Id("a")}\">1</i>")).Content);

        static string IdOf(string html) => (string)Markup.AssertWellFormed(html).Element("i")!.Attribute("id")!;
    }

    private static void AssertReadable(string text, string ground)
    {
        (string light, string dark) = Tokens.All[text];
        (string lightGround, string darkGround) = Tokens.All[ground];
        Assert.True(Contrast(light, lightGround) >= 4.5, $"{text} on {ground}, light: {Contrast(light, lightGround)}");
        Assert.True(Contrast(dark, darkGround) >= 4.5, $"{text} on {ground}, dark: {Contrast(dark, darkGround)}");
    }

    // The contrast ratio of WCAG 2.
    private static double Contrast(string a, string b)
    {
        double[] luminance = [Luminance(a), Luminance(b)];
        return (luminance.Max() + 0.05) / (luminance.Min() + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] linear = [.. Enumerable.Range(0, 3).Select(i =>
        {
            double share =
                int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        })];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
