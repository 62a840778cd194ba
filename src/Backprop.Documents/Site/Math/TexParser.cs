using System.Xml.Linq;

namespace Backprop.Documents;

/// <summary>
/// Reads TeX into MathML: rows, scripts and single signs. Commands with arguments are in the second part of the class,
/// tables and brackets in the third.
/// </summary>
internal sealed partial class TexParser(string tex)
{
    private const int Deepest = 60;

    private readonly TexReader reader = new(tex);
    private int depth;

    /// <summary>The whole formula. Braces and environments that are closed too often are passed over.</summary>
    public XElement ParseAll()
    {
        var parts = new List<XElement>();
        while (true)
        {
            parts.AddRange(ParseRow());
            if (reader.Peek().Kind == TexKind.End)
                return MathMl.Row(parts);
            TexToken stray = reader.Next();
            if (stray.Kind == TexKind.Command)
                reader.RawGroup();
        }
    }

    /// <summary>Reads until the end of a group, a cell, a table or a pair of brackets; leaves that end.</summary>
    private List<XElement> ParseRow()
    {
        if (depth >= Deepest)
            return [MathMl.Text(reader.RawGroup())];
        depth++;
        var parts = new List<XElement>();
        AtomKind before = AtomKind.Sign;
        while (!IsRowEnd(reader.Peek()))
        {
            TexAtom atom = ParseScripted(before);
            if (atom.Kind == AtomKind.Function && before != AtomKind.Sign)
                parts.Add(MathMl.Space(0.1667));
            parts.Add(atom.Element);
            if (atom.Kind == AtomKind.Function && NeedsSpaceAfterName())
                parts.Add(MathMl.Space(0.1667));
            if (atom.Kind != AtomKind.Space)
                before = atom.Kind;
        }
        depth--;
        return parts;
    }

    private static bool IsRowEnd(TexToken token)
    {
        return token.Kind is TexKind.End or TexKind.Close or TexKind.Cell
            || token is { Kind: TexKind.Command, Text: "\\" or "cr" or "end" or "right" };
    }

    private bool NeedsSpaceAfterName()
    {
        TexToken next = reader.Peek();
        return next.Kind is TexKind.Letter or TexKind.Digit or TexKind.Open
            || (next.Kind == TexKind.Command
                && next.Text is not ("left" or "right" or "," or ";" or "!" or ":" or "\\" or "end"));
    }

    private TexAtom ParseScripted(AtomKind before)
    {
        TexAtom atom = reader.Peek().Kind is TexKind.Superscript or TexKind.Subscript
            ? new(new XElement("mrow"))
            : ParseAtom(before);
        var below = new List<XElement>();
        var above = new List<XElement>();
        while (true)
        {
            TexToken next = reader.Peek();
            if (next is { Kind: TexKind.Command, Text: "limits" or "nolimits" })
                atom = atom with { Kind = reader.Next().Text == "limits" ? AtomKind.Limits : AtomKind.Ordinary };
            else if (next.Is(TexKind.Symbol, "'"))
                above.Add(MathMl.Tight(TakePrimes()));
            else if (next.Kind is TexKind.Superscript or TexKind.Subscript)
                (next.Kind == TexKind.Superscript ? above : below).Add(ParseArgument());
            else
                return atom with { Element = WithScripts(atom, below, above) };
        }
    }

    private static XElement WithScripts(TexAtom atom, List<XElement> below, List<XElement> above)
    {
        bool isLimits = atom.Kind == AtomKind.Limits;
        return (below.Count > 0, above.Count > 0) switch
        {
            (false, false) => atom.Element,
            (true, false) => new XElement(isLimits ? "munder" : "msub", atom.Element, MathMl.Row(below)),
            (false, true) => new XElement(isLimits ? "mover" : "msup", atom.Element, MathMl.Row(above)),
            _ => new XElement(isLimits ? "munderover" : "msubsup", atom.Element, MathMl.Row(below), MathMl.Row(above)),
        };
    }

    private string TakePrimes()
    {
        string primes = "";
        while (reader.Peek().Is(TexKind.Symbol, "'"))
        {
            reader.Next();
            primes += "′";
        }
        return primes;
    }

    /// <summary>A group in braces, or the next single sign; a ^ or _ in front of it is passed over.</summary>
    private XElement ParseArgument()
    {
        while (reader.Peek().Kind is TexKind.Superscript or TexKind.Subscript)
            reader.Next();
        TexToken next = reader.Peek();
        if (IsRowEnd(next))
            return new XElement("mrow");
        // x^23 is x² and then 3: an argument without braces is one digit.
        return next.Kind == TexKind.Digit ? MathMl.Number(reader.Next().Text) : ParseAtom(AtomKind.Sign).Element;
    }

    private XElement ParseGroup()
    {
        reader.Next();
        List<XElement> parts = ParseRow();
        while (reader.Peek().Kind is not (TexKind.Close or TexKind.End))
        {
            reader.Next();
            parts.AddRange(ParseRow());
        }
        reader.Next();
        // A sign alone in braces is a letter: {,} in 1{,}000 takes no space.
        if (parts is [{ Name.LocalName: "mo" } only])
            return MathMl.Tight(only.Value);
        return MathMl.Row(parts);
    }

    private TexAtom ParseAtom(AtomKind before)
    {
        if (reader.Peek().Kind == TexKind.Open)
            return new(ParseGroup());
        TexToken token = reader.Next();
        return token.Kind switch
        {
            TexKind.Letter => new(MathMl.Identifier(token.Text)),
            TexKind.Digit => new(MathMl.Number(token.Text + reader.RestOfNumber())),
            TexKind.Command => ParseCommand(token.Text, before),
            _ => ParseSymbol(token.Text, before),
        };
    }

    private static TexAtom ParseSymbol(string sign, AtomKind before) => sign switch
    {
        "-" or "+" when before is AtomKind.Sign => new(Prefix(sign), AtomKind.Sign),
        "-" => new(MathMl.Operator("−"), AtomKind.Sign),
        "*" => new(MathMl.Operator("∗"), AtomKind.Sign),
        "(" or "[" => new(MathMl.Bracket(sign), AtomKind.Sign),
        ")" or "]" => new(MathMl.Bracket(sign), AtomKind.Close),
        "," or ";" => new(new XElement("mo", new XAttribute("separator", "true"), sign), AtomKind.Sign),
        "|" => new(Bar(sign), before == AtomKind.Sign ? AtomKind.Sign : AtomKind.Close),
        "/" => new(MathMl.Tight(sign), AtomKind.Sign),
        "." or "?" or "!" or "\"" => new(MathMl.Tight(sign), AtomKind.Close),
        "~" => new(MathMl.Space(0.25), AtomKind.Space),
        _ => new(MathMl.Operator(sign), AtomKind.Sign),
    };

    private static XElement Bar(string sign)
    {
        XElement bar = MathMl.Tight(sign);
        bar.SetAttributeValue("stretchy", "false");
        return bar;
    }

    private static XElement Prefix(string sign)
    {
        return new("mo", new XAttribute("form", "prefix"), sign == "-" ? "−" : sign);
    }
}
