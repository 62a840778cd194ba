using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>Leads links between notebooks from page to page.</summary>
/// <param name="notebooks">The notebooks that run together.</param>
/// <param name="from">The notebook whose text this is.</param>
internal sealed class Links(IReadOnlyList<PlannedNotebook> notebooks, PlannedNotebook from)
{
    /// <summary>Changes the links of a text.</summary>
    public void Lead(IElement root)
    {
        foreach (IElement link in root.Find("a[href]"))
        {
            string target = link.GetAttribute("href")!;
            if (target.Contains("://", StringComparison.Ordinal))
                link.SetAttribute("rel", "noopener noreferrer");
            else if (PageOf(target) is string page)
                link.SetAttribute("href", page);
        }
    }

    /// <summary>A link from this page to a path below the output folder.</summary>
    public string To(string path)
    {
        int up = from.PagePath.Count(c => c == '/');
        string escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return string.Concat(Enumerable.Repeat("../", up)) + escaped;
    }

    private string? PageOf(string target)
    {
        string[] parts = target.Split('#', 2);
        if (!parts[0].EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
            return null;
        string file = Uri.UnescapeDataString(parts[0]);
        if (file.Contains('\0', StringComparison.Ordinal))
            return null;
        string full = RealPath.Of(Path.Combine(Path.GetDirectoryName(from.Source)!, file));
        PlannedNotebook? found = notebooks.FirstOrDefault(n => RealPath.Comparer.Equals(RealPath.Of(n.Source), full));
        return found is null ? null : To(found.PagePath) + (parts.Length == 2 ? "#" + parts[1] : "");
    }
}
