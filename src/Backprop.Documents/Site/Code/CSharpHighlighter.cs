using System.Text;
using Backprop.Display;

namespace Backprop.Documents;

// Code/ colours C# for reading. It guesses types by their place and their capital: it is no compiler.

/// <summary>C# as HTML: keywords, types, numbers, strings and comments in spans of the classes k, t, d, r, c.</summary>
internal sealed class CSharpHighlighter
{
    private readonly string code;
    private readonly StringBuilder html = new();
    private readonly HashSet<string> names = [];
    private string before = "";
    private int position;

    private CSharpHighlighter(string code)
    {
        this.code = code;
    }

    /// <summary>The code as HTML. Without its tags it is the code again.</summary>
    public static string ToHtml(string code)
    {
        var highlighter = new CSharpHighlighter(code);
        highlighter.Run(isHole: false);
        return highlighter.html.ToString();
    }

    private char Current => At(0);

    private char At(int ahead) => position + ahead < code.Length ? code[position + ahead] : '\0';

    // In a hole of an interpolated string the run ends before the closing brace or the format: {price:F2}.
    private void Run(bool isHole)
    {
        int depth = 0;
        while (position < code.Length)
        {
            char c = Current;
            if (isHole && depth == 0 && (c == '}' || (c == ':' && At(1) != ':' && before != ":")))
                return;
            depth += c switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
            Token(c);
        }
    }

    private void Token(char c)
    {
        if (char.IsWhiteSpace(c))
            html.Append(code[position++]);
        else if (c == '#' && IsLineStart())
            Directive();
        else if (c == '/' && At(1) == '/')
            Take("c", LineEnd());
        else if (c == '/' && At(1) == '*')
            Take("c", EndOf("*/", position + 2));
        else if (CSharpString.Starts(code, position))
            String();
        else if (c == '\'')
            Take("r", CharacterEnd());
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(1))))
            Take("d", NumberEnd());
        else if (char.IsLetter(c) || c is '_' or '@')
            Word();
        else
        {
            bool isArrow = c == '>' && position > 0 && code[position - 1] == '=';
            before = isArrow ? "=>" : c.ToString();
            int length = char.IsHighSurrogate(c) && At(1) != '\0' ? 2 : 1;
            html.Append(Html.Escape(code.Substring(position, length)));
            position += length;
        }
    }

    // #!check, #r and #pragma: the word is the keyword, the rest is not C#.
    private void Directive()
    {
        int end = position + 1;
        while (end < code.Length && !char.IsWhiteSpace(code[end]))
            end++;
        Take("k", end);
        Take("", LineEnd());
    }

    private void Word()
    {
        int start = position++;
        while (char.IsLetterOrDigit(Current) || Current == '_')
            position++;
        string word = code[start..position];
        string kind = Classify(word);
        position = start;
        Take(kind, start + word.Length);
        before = word;
    }

    private string Classify(string word)
    {
        if (before == ".")
            return "";
        if (CSharpWords.IsKeyword(word) || (CSharpWords.IsAccessor(word) && NextSign() is ';' or '{' or '='))
            return "k";
        if (!char.IsUpper(word[0]) || word.Length == 1)
            return "";
        if (CSharpWords.IntroducesType(before))
            return "t";
        if (IsDeclaredName())
            names.Add(word);
        // F(…) is a method, Name: an argument.
        return names.Contains(word) || NextSign() == '(' || (Current == ':' && At(1) != ':') ? "" : "t";
    }

    // "double Grad", "Edge[] Inputs", "List<int> Numbers": a name stands after a type.
    private bool IsDeclaredName()
    {
        return before is ">" or "]" or "?" || CSharpWords.IsTypeKeyword(before)
            || (before.Length > 0 && char.IsLetter(before[0]) && !CSharpWords.IsKeyword(before));
    }

    private char NextSign()
    {
        int next = position;
        while (next < code.Length && char.IsWhiteSpace(code[next]))
            next++;
        return next < code.Length ? code[next] : '\0';
    }

    private void String()
    {
        var text = new CSharpString(code, position);
        while (!text.IsDone)
        {
            Take("r", text.NextHoleOrEnd(position));
            if (text.IsDone || position >= code.Length)
                break;
            before = "{";
            Run(isHole: true);
        }
        before = "\"";
    }

    private int NumberEnd()
    {
        int end = position + 1;
        while (end < code.Length && (char.IsAsciiLetterOrDigit(code[end]) || code[end] == '_'
            || (code[end] == '.' && end + 1 < code.Length && char.IsAsciiDigit(code[end + 1]))
            || (code[end] is '+' or '-' && code[end - 1] is 'e' or 'E')))
            end++;
        return end;
    }

    private int CharacterEnd()
    {
        int end = position + 1;
        while (end < code.Length && code[end] is not ('\'' or '\n'))
            end += code[end] == '\\' ? 2 : 1;
        return Math.Min(end + 1, code.Length);
    }

    private bool IsLineStart()
    {
        int start = code.LastIndexOf('\n', Math.Max(0, position - 1)) + 1;
        return position == 0 || code.AsSpan(start, position - start).IsWhiteSpace();
    }

    private int LineEnd()
    {
        int end = code.IndexOf('\n', position);
        return end < 0 ? code.Length : end;
    }

    private int EndOf(string mark, int from)
    {
        int found = from < code.Length ? code.IndexOf(mark, from, StringComparison.Ordinal) : -1;
        return found < 0 ? code.Length : found + mark.Length;
    }

    private void Take(string kind, int end)
    {
        string text = Html.Escape(code[position..end]);
        html.Append(kind.Length == 0 || text.Length == 0 ? text : $"<span class={kind}>{text}</span>");
        position = end;
        if (kind != "c")
            before = kind.Length == 0 ? before : "1";
    }
}
