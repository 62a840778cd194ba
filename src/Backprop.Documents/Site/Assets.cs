using System.Text.RegularExpressions;

namespace Backprop.Documents;

// Site/ turns notebooks that ran into pages: one HTML file each that needs nothing else, and a list of them.

/// <summary>
/// Scripts from npm that make pages finer: plotly.js makes charts interactive, KaTeX sets formulas. They are optional:
/// without them charts are drawings and formulas are MathML.
/// </summary>
public sealed partial class Assets
{
    private readonly Lazy<string?> plotly;
    private readonly Lazy<string?> katex;
    private readonly Lazy<string> katexCss;

    private Assets(string? folder)
    {
        plotly = new(() => Read(folder, "plotly.js-cartesian-dist-min/plotly-cartesian.min.js"));
        katex = new(() => Read(folder, "katex/dist/katex.min.js"));
        katexCss = new(() => EmbedFonts(folder!, Read(folder, "katex/dist/katex.min.css") ?? ""));
    }

    /// <summary>No scripts.</summary>
    public static Assets None { get; } = new(null);

    /// <summary>The script of plotly.js, or null where it is not installed.</summary>
    public string? Plotly => plotly.Value;

    /// <summary>The script of KaTeX, or null where it is not installed.</summary>
    internal string? Katex => katex.Value;

    /// <summary>The styles of KaTeX with its fonts in them.</summary>
    internal string KatexCss => katexCss.Value;

    /// <summary>Looks for <c>assets/node_modules</c> in a folder and in those above it.</summary>
    /// <param name="start">Where to start; the program's own folder where it is left out.</param>
    public static Assets Find(string? start = null)
    {
        for (DirectoryInfo? at = new(start ?? AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string modules = Path.Combine(at.FullName, "assets", "node_modules");
            if (Directory.Exists(modules))
                return new Assets(modules);
        }
        return None;
    }

    private static string? Read(string? folder, string file)
    {
        string path = Path.Combine(folder ?? "", file);
        return folder is not null && File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static string EmbedFonts(string folder, string css) => FontFile().Replace(css, match =>
    {
        string path = Path.Combine(folder, "katex/dist", match.Groups[1].Value);
        string data = File.Exists(path) ? Convert.ToBase64String(File.ReadAllBytes(path)) : "";
        return $"src:url(data:font/woff2;base64,{data}) format(\"woff2\")";
    });

    // The first source of each font is woff2, which every browser reads; the others are for older ones.
    [GeneratedRegex(@"src:url\((fonts/[A-Za-z0-9_-]+\.woff2)\) format\(""woff2""\)[^;}]*")]
    private static partial Regex FontFile();
}
