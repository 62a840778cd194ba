using System.Xml.Linq;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public class TexMathTests
{
    private static readonly string[] Pieces =
    [
        "\\frac", "\\sqrt", "{", "}", "^", "_", "x", "1", "\\left", "\\right", "(", ")", "[", "]", "|", "&", "\\\\",
            "\\begin{cases}",
        "\\end{cases}", "\\begin{", "\\end", "\\sum", "\\text{", "$", "\\hat", "\\underbrace", "'", "\\", " ",
            "\\unknown",
        "\\limits", "\\not", "\\substack", "\\mathbb", "\\big", "<", "\"", "\ud83d", "\0", "😀", "%", "\n",
            "\\operatorname*", "~",
    ];

    public static TheoryData<string> Formulas => new(File.ReadLines(Path.Combine(AppContext.BaseDirectory,
        "formulas.txt")));

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Every_formula_of_the_notes_becomes_MathML_without_a_command_left_over(string tex)
    {
        XElement math = XElement.Parse(TexMath.ToMathMl(tex, isDisplay: true));

        Assert.Equal("block", (string?)math.Attribute("display"));
        Assert.Equal(tex, (string?)math.Attribute("alttext"));
        Assert.DoesNotContain('\\', math.Value);
        Assert.DoesNotContain(math.Descendants(), e => e.Name == "mo" && e.Value.Length == 0);
    }

    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("0.042x", "<mrow><mn>0.042</mn><mi>x</mi></mrow>")]
    [InlineData("x^23", "<mrow><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn></mrow>")]
    [InlineData("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData(@"\sum_{i}^n", "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>")]
    [InlineData(@"\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>")]
    [InlineData(@"\Phi", "<mi mathvariant=\"normal\">Φ</mi>")]
    [InlineData(@"\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData(@"\mathbf{x}", "<mi>𝐱</mi>")]
    [InlineData(@"\boldsymbol\theta", "<mi>𝜽</mi>")]
    [InlineData(@"\text{if } x", "<mrow><mtext>if\u00A0</mtext><mi>x</mi></mrow>")]
    [InlineData(@"\hat y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData(@"\foo{x}", "<mrow><mtext>\\foo</mtext><mi>x</mi></mrow>")]
    [InlineData("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>")]
    [InlineData("", "<mrow />")]
    public void Small_formulas_look_as_expected(string tex, string expected)
    {
        string math = TexMath.ToMathMl(tex, isDisplay: false);

        Assert.Equal(expected,
            string.Concat(XElement.Parse(math).Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))));
    }

    [Fact]
    public void A_minus_is_a_sign_at_the_start_and_a_difference_elsewhere()
    {
        string[] prefix = ["-x", "a=-x", "(-x)", "a \\leftarrow -x", "|-x|"];
        string[] infix = ["a-x", "(a)-x", "2-x", "|a|-x", "x^2-x"];

        Assert.All(prefix, tex => Assert.Contains("<mo form=\"prefix\">−</mo>", TexMath.ToMathMl(tex, false),
            StringComparison.Ordinal));
        Assert.All(infix, tex => Assert.Contains("<mo>−</mo>", TexMath.ToMathMl(tex, false), StringComparison.Ordinal));
    }

    [Fact]
    public void A_matrix_has_rows_and_cells_in_growing_brackets()
    {
        XElement math = XElement.Parse(TexMath.ToMathMl(@"\begin{pmatrix} a & b \\ c & d \\ \end{pmatrix}", true));

        Assert.Equal([2, 2], math.Descendants("mtr").Select(row => row.Elements("mtd").Count()));
        Assert.Equal("(abcd)", math.Value);
        Assert.Equal(2, math.Descendants("mo").Count(mo => (string?)mo.Attribute("stretchy") == "true"));
    }

    [Fact]
    public void Markup_in_a_formula_stays_text()
    {
        string math = TexMath.ToMathMl("\\text{<script>alert(1)</script>} </math><img src=x onerror=alert(1)>", true);

        Assert.DoesNotContain("<script", math, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", math, StringComparison.Ordinal);
        XElement.Parse(math);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_typed_becomes_well_formed_MathML(int seed)
    {
        var random = new Random(seed);
        for (int run = 0; run < 3_000; run++)
        {
            string tex = string.Concat(Enumerable.Range(0, random.Next(1,
                40)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            XElement.Parse(TexMath.ToMathMl(tex, isDisplay: run % 2 == 0));
        }
    }

    [Fact]
    public void Endless_nesting_ends_in_readable_text()
    {
        foreach (string piece in Pieces.Concat(["{x", "\\hat{", "\\left(", "\\begin{matrix}", "^{", "\\text{$", "x_",
            "x^{a", "\\sqrt["]))
        {
            string math = TexMath.ToMathMl(string.Concat(Enumerable.Repeat(piece, 3_000 / piece.Length)), true);

            int depth = 0;
            int deepest = 0;
            foreach (char c in math.Replace("</", "\u0001", StringComparison.Ordinal).Replace("/>", "\u0001",
                StringComparison.Ordinal))
            {
                depth += c == '<' ? 1 : c == '\u0001' ? -1 : 0;
                deepest = Math.Max(deepest, depth);
            }
            Assert.InRange(deepest, 1, 400);
        }
    }

    [Fact]
    public void A_formula_of_a_book_is_shown_as_it_was_typed()
    {
        string math = TexMath.ToMathMl(new string('x', 20_000), true);

        Assert.StartsWith("<math", math, StringComparison.Ordinal);
        Assert.Contains("<mtext>", math, StringComparison.Ordinal);
    }
}
