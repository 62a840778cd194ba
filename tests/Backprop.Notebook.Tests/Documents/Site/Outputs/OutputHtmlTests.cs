using AngleSharp.Dom;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public class OutputHtmlTests
{
    [Theory]
    [MemberData(nameof(SafeHtmlTests.Attacks), MemberType = typeof(SafeHtmlTests))]
    public void Nothing_in_an_output_runs_or_loads(string html)
    {
        IElement clean = Dom.Parse(OutputHtml.Clean(html).InnerHtml);

        Assert.Empty(clean.QuerySelectorAll("script, iframe, object, embed, link, meta, base, noscript, template"));
        NothingRuns.CheckLinks(clean);
    }

    [Theory]
    [InlineData("<style>@import 'http://x.y/a.css'; p{background:url(http://x.y/a.png)}</style>")]
    [InlineData("<style>p{background:URL( \"//x.y/a.png\" )}</style>")]
    [InlineData("<p style=\"background:image-set('http://x.y/a.png' 1x)\">x</p>")]
    [InlineData("<svg><rect fill=\"url(http://x.y/a.svg#b)\"/></svg>")]
    [InlineData("<svg><image href=\"http://x.y/a.png\"/></svg>")]
    [InlineData("<svg><image xlink:href=\"http://x.y/a.png\"/></svg>")]
    [InlineData("<svg><a><animate attributeName=href values=\"http://x.y\"/></a></svg>")]
    public void Styles_and_drawings_load_nothing(string html)
    {
        Assert.DoesNotContain("x.y", OutputHtml.Clean(html).InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawings_styles_controls_and_links_stay()
    {
        const string Html = "<style>.a{fill:url(#p)}</style><svg viewBox=\"0 0 1 1\"><defs><marker id=\"m\"></marker></defs>"
            + "<path d=\"M0 0\" marker-end=\"url(#m)\"></path><text>x</text></svg><input type=\"radio\" name=\"s\">"
            + "<a href=\"https://example.org\">x</a><img src=\"data:image/png;base64,AA==\"><table><tbody><tr><td>1</td></tr></tbody></table>";

        Assert.Equal(Html, OutputHtml.Clean(Html).InnerHtml);
    }
}
