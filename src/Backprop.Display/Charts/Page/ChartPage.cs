using System.Text;

namespace Backprop.Display;

/// <summary>A chart as a file: a page that needs nothing else, with plotly.js in it where the session has it.</summary>
internal static class ChartPage
{
    /// <summary>Writes the page under a temporary name, then renames it: nobody finds half a page.</summary>
    public static void Write(Chart chart, string path)
    {
        string full = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllText(temporary, Of(chart), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The page.</summary>
    public static string Of(Chart chart)
    {
        string card = ((string)ChartBundle.Of(chart).Formats[MimeBundle.Html])
            .Replace(Theme.OutputStyle, "", StringComparison.Ordinal);
        Html scripts = ChartBundle.IsBetterLive(chart) && LiveCharts.Plotly is { } plotly
            ? new Html($"<script>{Embeddable(plotly)}</script>\n<script>{LiveCharts.PageScript}</script>\n")
            : Html.Empty;
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{chart.Layout.Title ?? "Chart"}</title>
            <style>{new Html(Theme.PageCss)}</style>
            </head>
            <body class="bp"><main class="bp-page">
            {new Html(card)}
            </main>
            {scripts}</body>
            </html>

            """).Content;
    }

    // Nothing is loaded, nothing is sent.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
        + "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    // Inside a script element these two would end it or hide its end.
    private static string Embeddable(string script) => script
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);
}
