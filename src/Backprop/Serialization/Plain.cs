using System.Text;

namespace Backprop;

/// <summary>Names from outside in messages: on one line, without control characters, not too long.</summary>
internal static class Plain
{
    /// <summary>A name, cut at some length.</summary>
    internal static string Text(string name, int most = 80)
    {
        var text = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (text.Length >= most)
                return text.Append('…').ToString();
            text.Append(Rune.IsControl(rune) || rune.Value is >= 0x2028 and <= 0x202E ? new Rune('�') : rune);
        }
        return text.ToString();
    }

    /// <summary>The first names of a list, and how many there are beside.</summary>
    internal static string List(IReadOnlyCollection<string> names, int most = 8)
    {
        if (names.Count == 0)
            return "none";
        string text = string.Join(", ", names.Take(most).Select(name => Text(name)));
        return names.Count <= most ? text : $"{text} and {names.Count - most} more";
    }
}
