using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// plotly.js in notebooks. A host that has the script says so at the session's start (<see cref="Use"/>): then each
/// chart carries its figure beside its drawing, and the first output with a chart brings plotly.js, packed to a third
/// of its size. The page never asks another host for it. Where it does not run (a saved notebook that is not trusted, a
/// reader without scripts) the drawing stays.
/// </summary>
public static class LiveCharts
{
    private const string Data = "class=\"bp-json\"";

    private static Lazy<string?> script = new((string?)null);
    private static int isSent;

    /// <summary>What a page needs, after plotly.js, to make the charts on it interactive.</summary>
    public static string PageScript { get; } = Resource();

    /// <summary>Turns interactive charts on, or off.</summary>
    /// <param name="plotly">Reads the script of plotly.js when the first chart needs it; null, or a null result, leaves
    /// charts as drawings.</param>
    public static void Use(Func<string?>? plotly)
    {
        Volatile.Write(ref script, new Lazy<string?>(plotly ?? (() => null)));
        Volatile.Write(ref isSent, 0);
    }

    /// <summary>The script of plotly.js, or null where charts are drawings only.</summary>
    internal static string? Plotly => Volatile.Read(ref script).Value;

    /// <summary>The figure as it stands beside a drawing; nothing where charts are drawings only.</summary>
    internal static Html Figure(JsonObject figure) =>
        Plotly is null
            ? Html.Empty
            // The encoder writes < as \u003C, so no text can end the element.
            : new Html($"<script type=\"application/json\" {Data}>{figure.ToJsonString()}</script>");

    /// <summary>
    /// Adds the script to an output that leaves the session, where it is the first one with a figure.
    /// </summary>
    public static MimeBundle Leaving(MimeBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (Volatile.Read(ref isSent) == 1
            || bundle.Formats.GetValueOrDefault(MimeBundle.Html) is not string html
            || !html.Contains(Data, StringComparison.Ordinal)
            || Plotly is not { } plotly
            || Interlocked.Exchange(ref isSent, 1) == 1)
            return bundle;
        return bundle.Add(MimeBundle.Html, html + Loader(plotly));
    }

    // The script unpacks plotly.js, lets the page run it as a script of its own, and starts.
    private static string Loader(string plotly) =>
        $$"""
        <script>(async () => {
        if (!window.Plotly) {
        const bytes = Uint8Array.from(atob("{{Packed(plotly)}}"), c => c.charCodeAt(0));
        const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
        const script = document.createElement("script");
        script.textContent = text;
        document.head.append(script);
        script.remove();
        }
        {{PageScript}}
        })();</script>
        """;

    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(packed.ToArray());
    }

    private static string Resource()
    {
        using var reader = new StreamReader(typeof(LiveCharts).Assembly.GetManifestResourceStream("charts.js")!);
        return reader.ReadToEnd();
    }
}
