using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backprop.Documents;

/// <content>Commands: single signs by name, and commands with arguments.</content>
internal sealed partial class TexParser
{
    private const string Thick = "0.2778em";

    private TexAtom ParseCommand(string name, AtomKind before)
    {
        if (depth >= Deepest)
            return new(MathMl.Text("\\" + name));
        depth++;
        TexAtom atom = Sign(name, before) ?? Named(name) ?? Decorated(name) ?? Layout(name) ?? Texts(name)
            ?? new TexAtom(MathMl.Text("\\" + name));
        depth--;
        return atom;
    }

    private TexAtom? Sign(string name, AtomKind before)
    {
        if (TexSymbols.Letters.TryGetValue(name, out string? sign))
            return new(MathMl.Identifier(sign));
        if (TexSymbols.Upright.TryGetValue(name, out sign))
            return new(MathMl.Upright(sign));
        if (TexSymbols.Operators.TryGetValue(name, out sign))
            return new(name == "mid" ? MathMl.Spaced(sign, Thick, Thick) : MathMl.Operator(sign), AtomKind.Sign);
        if (TexSymbols.Large.TryGetValue(name, out sign))
            return new(MathMl.Operator(sign), AtomKind.Limits);
        if (TexSymbols.Integrals.TryGetValue(name, out sign))
            return new(MathMl.Operator(sign));
        if (TexSymbols.Brackets.TryGetValue(name, out sign))
            return NamedBracket(sign, before);
        if (TexSymbols.Spaces.TryGetValue(name, out double em))
            return new(MathMl.Space(em), AtomKind.Space);
        return name == "not" ? Negated() : null;
    }

    private static TexAtom NamedBracket(string sign, AtomKind before) => sign switch
    {
        "|" or "‖" => new(Bar(sign), before == AtomKind.Sign ? AtomKind.Sign : AtomKind.Close),
        "}" or "]" or "⟩" or "⌋" or "⌉" or "⟯" => new(MathMl.Bracket(sign), AtomKind.Close),
        _ => new(MathMl.Bracket(sign), AtomKind.Sign),
    };

    private TexAtom Negated()
    {
        XElement next = ParseArgument();
        string sign = next.Value;
        return new(MathMl.Operator(sign switch { "=" => "≠", "∈" => "∉", _ => sign + "\u0338" }), AtomKind.Sign);
    }

    private TexAtom? Named(string name)
    {
        if (TexSymbols.LimitNames.TryGetValue(name, out string? words))
            return LimitName(words.Replace('_', ' '));
        if (TexSymbols.Functions.Contains(name))
            return new(MathMl.Identifier(name), AtomKind.Function);
        if (name != "operatorname")
            return null;
        bool takesLimits = reader.Peek().Is(TexKind.Symbol, "*");
        if (takesLimits)
            reader.Next();
        string own = Plain(reader.RawGroup());
        return takesLimits ? LimitName(own) : new(MathMl.Upright(own), AtomKind.Function);
    }

    private TexAtom LimitName(string words)
    {
        string after = NeedsSpaceAfterName() ? "0.1667em" : "0";
        XElement name = MathMl.Spaced(words.Replace(' ', '\u00A0'), "0.1667em", after);
        name.SetAttributeValue("movablelimits", "true");
        return new(name, AtomKind.Limits);
    }

    private TexAtom? Decorated(string name)
    {
        if (TexSymbols.Accents.TryGetValue(name, out string? sign))
            return new(MathMl.Over(ParseArgument(), sign, isWide: false));
        if (TexSymbols.WideAccents.TryGetValue(name, out sign))
            return new(MathMl.Over(ParseArgument(), sign, isWide: true), BraceKind(name));
        if (TexSymbols.Styles.TryGetValue(name, out string? style))
            return new(style == "italic" ? ParseArgument() : MathAlphabet.Apply(style, ParseArgument()));
        return name switch
        {
            "underbrace" => new(MathMl.Under(ParseArgument(), "⏟"), AtomKind.Limits),
            // Fonts seldom have lines that stretch: the style sheet draws these.
            "overline" or "underline" or "boxed" => new(Framed(name, ParseArgument())),
            "overset" or "stackrel" => Stacked("mover"),
            "underset" => Stacked("munder"),
            "xrightarrow" => LongArrow("→"),
            "xleftarrow" => LongArrow("←"),
            "phantom" => new(new XElement("mphantom", ParseArgument())),
            _ => null,
        };
    }

    // What is written above a brace belongs to it.
    private static AtomKind BraceKind(string name) => name == "overbrace" ? AtomKind.Limits : AtomKind.Ordinary;

    private static XElement Framed(string className, XElement inside)
    {
        return new("mrow", new XAttribute("class", className), inside);
    }

    private TexAtom Stacked(string element)
    {
        XElement small = ParseArgument();
        XElement below = ParseArgument();
        return new(Spaced(new XElement(element, below, small), isSign: below.Name == "mo"), AtomKind.Sign);
    }

    private TexAtom LongArrow(string arrow)
    {
        XElement label = new("mrow", MathMl.Space(0.4), ParseArgument(), MathMl.Space(0.4));
        return new(Spaced(new XElement("mover", MathMl.Tight(arrow), label), isSign: true), AtomKind.Sign);
    }

    // Browsers forget the space around a sign once something stands over it.
    private static XElement Spaced(XElement stacked, bool isSign)
    {
        return isSign ? new XElement("mrow", MathMl.Space(0.2778), stacked, MathMl.Space(0.2778)) : stacked;
    }

    private TexAtom? Layout(string name)
    {
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                return Styled(new XElement("mfrac", ParseArgument(), ParseArgument()), name[0]);
            case "binom":
                var pair = new XElement("mfrac", ParseArgument(), ParseArgument());
                pair.SetAttributeValue("linethickness", "0");
                return new(Fenced("(", pair, ")"));
            case "sqrt":
                return new(Root());
            case "left":
                return new(ParseLeftRight());
            case "middle":
                return new(MathMl.Fence(TakeDelimiter(), "infix"), AtomKind.Sign);
            case "begin":
                return new(ParseEnvironment());
            case "substack":
                return new(ParseStack());
            case "displaystyle" or "textstyle":
                return new(InStyle(name == "displaystyle", MathMl.Row(ParseRow())));
            case "big" or "Big" or "bigg" or "Bigg" or "bigl" or "Bigl" or "biggl" or "Biggl":
                return new(SizedBracket(name), AtomKind.Sign);
            case "bigr" or "Bigr" or "biggr" or "Biggr":
                return new(SizedBracket(name), AtomKind.Close);
            default:
                return null;
        }
    }

    private static TexAtom Styled(XElement fraction, char style) => style switch
    {
        'd' or 'c' => new(InStyle(isDisplay: true, fraction)),
        't' => new(InStyle(isDisplay: false, fraction)),
        _ => new(fraction),
    };

    private static XElement InStyle(bool isDisplay, XElement inside)
    {
        return new("mstyle", new XAttribute("displaystyle", isDisplay ? "true" : "false"), inside);
    }

    private XElement Root()
    {
        if (reader.RawOption() is not string degree)
            return new("msqrt", ParseArgument());
        // The degree comes first in TeX and second in MathML.
        XElement small = new TexParser(degree) { depth = depth }.ParseAll();
        return new("mroot", ParseArgument(), small);
    }

    private TexAtom? Texts(string name)
    {
        switch (name)
        {
            case "text" or "textrm" or "textnormal" or "mbox" or "textit" or "textbf" or "texttt" or "textsf":
                return new(TextWithFormulas(reader.RawGroup()));
            case "mathrm" or "rm" or "mathop" or "mathbin" or "mathrel" or "mathord":
                return new(MathAlphabet.Apply("normal", ParseArgument()));
            case "pmod":
                XElement modulus = ParseArgument();
                return new(new XElement("mrow", MathMl.Space(1), MathMl.Bracket("("), MathMl.Upright("mod"),
                    MathMl.Space(0.33), modulus, MathMl.Bracket(")")));
            case "tag":
                return new(MathMl.Text($"    ({Plain(reader.RawGroup())})"));
            case "color" or "label" or "hspace" or "vspace":
                reader.RawGroup();
                return new(new XElement("mrow"), AtomKind.Space);
            case "textcolor":
                reader.RawGroup();
                return new(ParseArgument());
            case "nonumber" or "notag" or "hline" or "scriptstyle":
                return new(new XElement("mrow"), AtomKind.Space);
            default:
                return null;
        }
    }

    // Text may hold formulas again: \text{if $x > 0$}.
    private XElement TextWithFormulas(string text)
    {
        string[] pieces = text.Split('$');
        if (pieces.Length < 3 || depth >= Deepest)
            return MathMl.Text(Plain(text));
        IEnumerable<XElement> parts = pieces.Select((piece, i) => i % 2 == 0
            ? MathMl.Text(Plain(piece))
            : new TexParser(piece) { depth = depth + 1 }.ParseAll());
        return new("mrow", parts);
    }

    // What is left of commands inside text: a space is a space, an escaped sign is the sign.
    private static string Plain(string text)
    {
        return TextCommands().Replace(text, m => m.ValueSpan is ['\\', ',' or ';' or ':'] ? " " : "");
    }

    [GeneratedRegex(@"\\[,;:]|[\\{}]")]
    private static partial Regex TextCommands();
}
