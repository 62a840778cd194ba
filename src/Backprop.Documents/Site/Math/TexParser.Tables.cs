using System.Xml.Linq;

namespace Backprop.Documents;

/// <content>Brackets that grow, and environments: matrices, cases, aligned equations.</content>
internal sealed partial class TexParser
{
    private static readonly Dictionary<string, (string Open, string Close)> Fences = new()
    {
        ["pmatrix"] = ("(", ")"),
        ["bmatrix"] = ("[", "]"),
        ["Bmatrix"] = ("{", "}"),
        ["vmatrix"] = ("|", "|"),
        ["Vmatrix"] = ("‖", "‖"),
        ["cases"] = ("{", ""),
        ["rcases"] = ("", "}"),
    };

    private XElement ParseLeftRight()
    {
        string open = TakeDelimiter();
        List<XElement> parts = ParseRow();
        while (reader.Peek().Kind == TexKind.Cell)
        {
            reader.Next();
            parts.AddRange(ParseRow());
        }
        string close = "";
        if (reader.Peek().Is(TexKind.Command, "right"))
        {
            reader.Next();
            close = TakeDelimiter();
        }
        return Fenced(open, MathMl.Row(parts), close);
    }

    private static XElement Fenced(string open, XElement inside, string close)
    {
        var row = new XElement("mrow");
        if (open.Length > 0)
            row.Add(MathMl.Fence(open, "prefix"));
        row.Add(inside);
        if (close.Length > 0)
            row.Add(MathMl.Fence(close, "postfix"));
        return row;
    }

    /// <summary>The bracket after \left, \right or \big; a dot stands for none.</summary>
    private string TakeDelimiter()
    {
        TexToken token = reader.Peek();
        if (token.Kind is TexKind.End or TexKind.Open or TexKind.Close or TexKind.Cell)
            return "";
        reader.Next();
        if (token.Kind == TexKind.Command)
            return TexSymbols.Brackets.GetValueOrDefault(token.Text)
                ?? TexSymbols.Operators.GetValueOrDefault(token.Text, "\\" + token.Text);
        return token.Text switch { "." => "", "<" => "⟨", ">" => "⟩", _ => token.Text };
    }

    private XElement SizedBracket(string name)
    {
        string size = name.TrimEnd('l', 'r') switch
        {
            "big" => "1.2em",
            "Big" => "1.8em",
            "bigg" => "2.4em",
            _ => "3em",
        };
        XElement bracket = MathMl.Tight(TakeDelimiter());
        bracket.SetAttributeValue("stretchy", "true");
        bracket.SetAttributeValue("minsize", size);
        bracket.SetAttributeValue("maxsize", size);
        return bracket;
    }

    private XElement ParseEnvironment()
    {
        string name = reader.RawGroup().TrimEnd('*');
        string columns = name is "array" or "alignedat" or "alignat" ? reader.RawGroup() : "";
        if (name == "array" && columns.Length == 0)
            columns = "c";
        XElement table = ParseTable(name, columns);
        (string open, string close) = Fences.GetValueOrDefault(name, ("", ""));
        return open.Length + close.Length == 0 ? table : Fenced(open, table, close);
    }

    private XElement ParseTable(string name, string columns)
    {
        bool isAligned = name.StartsWith("align", StringComparison.Ordinal) || name is "split" or "eqnarray";
        string kind = isAligned ? "aligned" : name is "cases" or "rcases" ? "cases" : "matrix";
        var table = new XElement("mtable", new XAttribute("class", kind));
        if (isAligned || name is "gather" or "gathered" or "equation")
            table.SetAttributeValue("displaystyle", "true");
        string alignment = name switch
        {
            "cases" or "rcases" => "l",
            _ when isAligned => "rl",
            _ => new string([.. columns.Where(c => c is 'l' or 'c' or 'r')]),
        };
        var row = new XElement("mtr");
        while (true)
        {
            row.Add(Cell(ParseRow(), alignment, row.Elements().Count()));
            TexToken end = reader.Next();
            if (end.Kind == TexKind.Cell)
                continue;
            table.Add(row);
            if (end.Kind != TexKind.Command || end.Text is not ("\\" or "cr"))
            {
                if (end.Is(TexKind.Command, "end"))
                    reader.RawGroup();
                break;
            }
            reader.RawOption();
            row = new XElement("mtr");
        }
        RemoveEmptyLastRow(table);
        return table;
    }

    // \\ before \end starts no row.
    private static void RemoveEmptyLastRow(XElement table)
    {
        var last = (XElement)table.LastNode!;
        if (table.Elements().Count() > 1 && last.Elements().All(cell => cell.IsEmpty))
            last.Remove();
    }

    private static XElement Cell(List<XElement> parts, string alignment, int column)
    {
        var cell = new XElement("mtd", parts);
        if (alignment.Length > 0 && alignment[column % alignment.Length] is 'l' or 'r')
            cell.SetAttributeValue("class", alignment[column % alignment.Length].ToString());
        return cell;
    }

    private XElement ParseStack()
    {
        if (reader.Peek().Kind != TexKind.Open)
            return ParseArgument();
        reader.Next();
        var table = new XElement("mtable", new XAttribute("class", "stack"));
        while (true)
        {
            table.Add(new XElement("mtr", new XElement("mtd", ParseRow())));
            TexToken end = reader.Next();
            if (end.Kind is TexKind.Close or TexKind.End)
                return table;
        }
    }
}
