using AngleSharp.Dom;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public class SafeHtmlTests
{
    public static TheoryData<string> Attacks => new(
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//x.y/a.js></SCRIPT>", "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "<iframe src=javascript:alert(1)></iframe>",
            "<iframe srcdoc='<script>1</script>'>",
        "<a href=javascript:alert(1)>x</a>", "<a href='java\tscript:alert(1)'>x</a>",
            "<a href=' &#14; javascript:alert(1)'>x</a>",
        "<a href=&#106;avascript:alert(1)>x</a>", "<a href='JaVaScRiPt:alert(1)'>x</a>",
            "<a href=data:text/html,<script>1</script>>x</a>",
        "<a href=vbscript:x>x</a>", "<a href='java&#x200b;script:alert(1)'>x</a>",
            "<a xlink:href=javascript:alert(1)>x</a>",
        "[x](javascript:alert(1))", "[x](<java\nscript:alert(1)>)", "![x](javascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>", "<p style='background:url(//x.y)'>x</p>", "<style>*{color:red}</style>",
            "<link rel=stylesheet href=//x.y>",
        "<meta http-equiv=refresh content='0;url=//x.y'>", "<base href=//x.y>",
            "<form action=//x.y><input><button>go</button></form>",
        "<object data=//x.y></object>", "<embed src=//x.y>", "<video src=//x.y onerror=alert(1)></video>",
            "<audio autoplay src=//x.y>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
            "<math href=javascript:alert(1)>x</math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
            "<template><img src=x onerror=alert(1)></template>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>", "<body onload=alert(1)>",
            "<html onclick=alert(1)>x",
        "<input autofocus onfocus=alert(1)>", "<select><option onclick=alert(1)></select>",
            "<textarea></textarea><script>1</script>",
        "<b onmouseover=alert(1)>x</b>", "<table background=//x.y><tr><td background=//x.y>x</table>",
            "<img srcset='//x.y 2x'>",
        "<img src='//x.y/a.png'>", "<img src=https://x.y/a.png>", "<img src='data:text/html,<script>1</script>'>",
        "<svg><use href='//x.y#a'/></svg>", "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<!--<img src=x onerror=alert(1)>-->",
            "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>", "<?xml <script>alert(1)</script> ?>",
            "<xmp><script>alert(1)</script></xmp>",
        "<plaintext><script>alert(1)</script>", "<title><script>alert(1)</script></title>",
            "</p></div></main><script>alert(1)</script>",
        "<a href=x ping=//x.y>x</a>", "<a target=_blank href=x>x</a>", "<q cite=javascript:alert(1)>x</q>",
            "`<script>alert(1)</script>`",
        "```html\n<script>alert(1)</script>\n```", "$\\text{<img src=x onerror=alert(1)>}$",
            "$$</math><script>alert(1)</script>$$",
        "<bp-math><img src=x onerror=alert(1)></bp-math>", "<bp-math display=block onclick=alert(1)>x</bp-math>",
        "<p id=main>x</p><p id='cell-1'>y</p>", "<a name=main>x</a>",
            "<isindex action=j&Tab;a&Tab;vas&Tab;c&Tab;r&Tab;ipt:alert(1) type=image>",
        "<frameset onload=alert(1)>", "<marquee onstart=alert(1)>x</marquee>",
            "<img src=\"x` `<script>alert(1)</script>\"` `>",
        "<a href=\"//x.y\" onclick=\"alert(1)\">x</a>", "<div><div><img/src='x'/onerror=alert(1)></div>",
            "<p/onclick=alert(1)>x</p>",
    ]);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_in_a_text_runs_or_loads(string markdown)
    {
        string html = TextPage.Render(markdown).InnerHtml;

        // A browser reads the page anew: what counts is what it finds then.
        NothingRuns.Check(Dom.Parse(html));
    }

    [Theory]
    [InlineData("H<sub>2</sub>O x<sup>2</sup>", "H<sub>2</sub>O x<sup>2</sup>")]
    [InlineData("<kbd>Ctrl</kbd> <abbr title=\"a b\">ab</abbr>", "<kbd>Ctrl</kbd> <abbr title=\"a b\">ab</abbr>")]
    [InlineData("a<br>b", "a<br>b")]
    [InlineData("<mark>x</mark> <del>y</del> ~~z~~", "<mark>x</mark> <del>y</del> <del>z</del>")]
    [InlineData("<font color=red>x</font>", "x")]
    [InlineData("<blink><b onclick=x>y</b></blink>", "<b>y</b>")]
    [InlineData("<span class=\"site\" style=\"x\">y</span>", "<span>y</span>")]
    public void Formatting_stays_and_the_rest_leaves_its_text(string markdown, string expected)
    {
        Assert.Equal(expected, TextPage.Render(markdown).QuerySelector("p")!.InnerHtml);
    }

    [Fact]
    public void Details_with_markdown_inside_stay()
    {
        IElement root = TextPage.Render("<details><summary>Answers</summary>\n\n(1) **25**\n\n</details>");

        Assert.Equal("Answers", root.QuerySelector("details > summary")!.TextContent);
        Assert.Equal("25", root.QuerySelector("details > p > strong")!.TextContent);
    }

    [Fact]
    public void Nesting_without_end_is_shown_as_text()
    {
        foreach (string piece in new[] { "<div>", "> ", "[", "*", "- ", "<b>", "![" })
        {
            string markdown = string.Concat(Enumerable.Repeat(piece, 3_000));

            Assert.NotNull(TextPage.Render(markdown).OuterHtml);
        }
    }
}
