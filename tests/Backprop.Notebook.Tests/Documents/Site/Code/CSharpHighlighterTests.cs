using System.Net;
using System.Text.RegularExpressions;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public partial class CSharpHighlighterTests
{
    [Theory]
    [InlineData("int x = 1;", "k:int d:1")]
    [InlineData("x = 0.5e-3f + 0xFF + 1_000;", "d:0.5e-3f d:0xFF d:1_000")]
    [InlineData("// a \"b\"\nvar s = \"// no\";", "c:// a \"b\" k:var r:\"// no\"")]
    [InlineData("/* a\nb */ 1", "c:/* a\nb */ d:1")]
    [InlineData("Console.WriteLine(Pi);", "t:Console t:Pi")]
    [InlineData("class Node { public double Grad; void F() { Grad = 1; } }",
        "k:class t:Node k:public k:double k:void d:1")]
    [InlineData("new List<Edge>()", "k:new t:List t:Edge")]
    [InlineData("static Node Sin(this Node a) => new(1);", "k:static t:Node k:this t:Node k:new d:1")]
    [InlineData("public int N { get; init; } string from, get;", "k:public k:int k:get k:init k:string k:get")]
    [InlineData("$\"w {w:F5} {{no}} {f(\"a\")}\"", "r:$\"w { r::F5} {{no}} { r:\"a\" r:}\"")]
    [InlineData("$\"{global::Xx.Y}\"", "r:$\"{ k:global t:Xx r:}\"")]
    [InlineData("@\"c:\\\" + @\"a\"\"b\" + 1", "r:@\"c:\\\" r:@\"a\"\"b\" d:1")]
    [InlineData("\"\"\"\n a \"quoted\" {x}\n \"\"\" + 2", "r:\"\"\"\n a \"quoted\" {x}\n \"\"\" d:2")]
    [InlineData("$$\"\"\"{a} {{b + 1}}\"\"\"", "r:$$\"\"\"{a} {{ d:1 r:}}\"\"\"")]
    [InlineData("\"\" + \"\\\"\" + '\\'' + '\"'", "r:\"\" r:\"\\\"\" r:'\\'' r:'\"'")]
    [InlineData("\"open\nint x", "r:\"open k:int")]
    [InlineData("#!check L08.a\nint x;", "k:#!check k:int")]
    [InlineData("  #pragma warning disable", "k:#pragma")]
    [InlineData("x.class", "")]
    public void Pieces_get_their_colours(string code, string expected)
    {
        string html = CSharpHighlighter.ToHtml(code);

        Assert.Equal(expected, string.Join(' ', Spans().Matches(html)
            .Select(m => $"{m.Groups[1].Value}:{WebUtility.HtmlDecode(m.Groups[2].Value)}")));
    }

    [Fact]
    public void Whatever_the_code_the_page_shows_it_unchanged()
    {
        string[] pieces = ["\"", "$", "@", "{", "}", "'", "\\", "\n", "//", "/*", "*/", "#", "#!", "a", "Bc", " ", "1",
            ".", "<b>", "&",
            "\"\"\"", "😀", ":", "(", ")", "é"];
        var random = new Random(1);
        for (int run = 0; run < 5_000; run++)
        {
            string code = string.Concat(random.GetItems(pieces, random.Next(1, 25)));

            string html = CSharpHighlighter.ToHtml(code);

            Assert.Equal(code, WebUtility.HtmlDecode(Tags().Replace(html, "")));
        }
    }

    [GeneratedRegex("<span class=(.)>(.*?)</span>", RegexOptions.Singleline)]
    private static partial Regex Spans();

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Tags();
}
