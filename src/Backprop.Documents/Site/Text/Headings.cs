using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>Gives the headings of a page their names, and lists them.</summary>
internal sealed partial class Headings
{
    private readonly Dictionary<string, string> jupyterNames = [];
    private readonly List<(string Id, string Text)> sections = [];
    private readonly HashSet<string> ids = ["main"];
    private bool hasTitle;

    /// <summary>The sections of the page: its headings of the second level.</summary>
    public IReadOnlyList<(string Id, string Text)> Sections => sections;

    /// <summary>Names the headings of one text. A page has one title: a second one is a section.</summary>
    public void Add(IElement root)
    {
        KeepIds(root);
        foreach (IElement found in root.Find("h1, h2, h3, h4, h5, h6"))
        {
            IElement heading = found.LocalName == "h1" && hasTitle ? Lower(found) : found;
            hasTitle |= heading.LocalName == "h1";
            string text = heading.TextContent.Trim();
            string id = heading.GetAttribute("id") ?? FreeId(Slug(text));
            heading.Id = id;
            jupyterNames.TryAdd(text.Replace(' ', '-'), id);
            if (heading.LocalName == "h2")
                sections.Add((id, text));
        }
    }

    /// <summary>Leads links to names as Jupyter writes them (spaces become hyphens) to our names.</summary>
    public void LeadLinks(IElement page)
    {
        foreach (IElement link in page.Find("a[href^='#']"))
        {
            string wanted = Uri.UnescapeDataString(link.GetAttribute("href")![1..]);
            if (!ids.Contains(wanted) && jupyterNames.TryGetValue(wanted, out string? id))
                link.SetAttribute("href", $"#{id}");
        }
    }

    // A name that is taken, in the page or by its frame, would lead links to the wrong place.
    private void KeepIds(IElement root)
    {
        foreach (IElement element in root.Find("[id], a[name]"))
        {
            string id = element.GetAttribute("id") ?? element.GetAttribute("name")!;
            element.RemoveAttribute("name");
            if (IsOurs(id) || !ids.Add(id))
                element.RemoveAttribute("id");
            else
                element.Id = id;
        }
    }

    private string FreeId(string slug)
    {
        string free = slug;
        for (int i = 2; !ids.Add(free); i++)
            free = $"{slug}-{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return free;
    }

    private static IElement Lower(IElement heading)
    {
        IElement lower = heading.Make("h2");
        if (heading.GetAttribute("id") is string id)
            lower.Id = id;
        lower.Append([.. heading.ChildNodes]);
        heading.Replace(lower);
        return lower;
    }

    private static string Slug(string text)
    {
        string letters = NoLetters().Replace(text.ToLowerInvariant().Normalize(NormalizationForm.FormC), "-").Trim('-');
        if (letters.Length == 0)
            return "section";
        string name = letters[..Math.Min(letters.Length, 60)].TrimEnd('-');
        return IsOurs(name) ? $"s-{name}" : name;
    }

    // Names of the page's frame and of outputs.
    private static bool IsOurs(string id)
    {
        return id.StartsWith("cell-", StringComparison.Ordinal) || id.StartsWith("bp-", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoLetters();
}
