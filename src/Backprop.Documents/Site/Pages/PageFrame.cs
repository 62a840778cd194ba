using Backprop.Display;

namespace Backprop.Documents;

// Pages/ puts a page together: frame, lesson, list of lessons. It knows outputs and texts only as elements.

/// <summary>What stands around the content of every page.</summary>
internal static class PageFrame
{
    // The two arrows of the course: forward and back.
    private const string Icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
        + "%3Cpath d='M4 11h20M18 5l6 6-6 6' fill='none' stroke='%230a5a9e' stroke-width='4'/%3E"
        + "%3Cpath d='M28 23H8m6-6-6 6 6 6' fill='none' stroke='%23d9641e' stroke-width='4'/%3E%3C/svg%3E";

    private static readonly string SiteCss = Resource("site.css");

    /// <summary>A whole page.</summary>
    /// <param name="title">The title of the window.</param>
    /// <param name="home">A link to the list of lessons.</param>
    /// <param name="remark">A short text at the right of the head.</param>
    /// <param name="content">The body between head and foot.</param>
    /// <param name="extras">Scripts and their styles.</param>
    public static string Render(string title, string home, string remark, Html content, PageExtras extras)
    {
        string scripts = extras.Scripts.Length == 0 ? "'none'" : "'unsafe-inline'";
        string policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; "
            + $"script-src {scripts}; base-uri 'none'; form-action 'none'";
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="icon" href="{Icon}">
            <style>{new Html(Theme.PageCss)}{new Html(SiteCss)}{new Html(extras.Css)}</style>
            </head>
            <body class="bp">
            <a class="skip" href="#main">Skip to the content</a>
            <header class="site"><div><a class="logo" href="{home}"><span>Back</span><i>prop</i></a>
            <nav aria-label="Site"><a href="{home}">Lessons</a></nav><span class="end">{remark}</span></div></header>
            {content}
            <footer class="foot"><div>Works offline, from a folder, with scripts off.</div></footer>
            {extras.Scripts.Select(script => new Html($"<script>{Embeddable(script)}</script>\n"))}</body>
            </html>

            """).Content;
    }

    /// <summary>A file that is part of the program.</summary>
    public static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PageFrame).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    // Inside a script element these two would end it or hide its end.
    private static string Embeddable(string script) => script
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);
}
