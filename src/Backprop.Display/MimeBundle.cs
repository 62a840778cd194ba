using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// One thing to show, in one or more formats: the front end picks the richest that it can draw.
/// Text formats (<c>text/…</c>, <c>image/svg+xml</c>) hold a string, binary ones (<c>image/png</c>) base64 text,
/// JSON ones (<c>application/json</c>, <c>…+json</c>) a <see cref="JsonNode"/>.
/// </summary>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed class MimeBundle
{
    /// <summary>The MIME type of plain text.</summary>
    public const string Text = "text/plain";

    /// <summary>The MIME type of an HTML fragment.</summary>
    public const string Html = "text/html";

    /// <summary>The MIME type of Markdown.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>The MIME type of a drawing.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>The MIME type of a Plotly figure (JSON with <c>data</c> and <c>layout</c>).</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    private readonly Dictionary<string, object> formats = [];

    /// <summary>
    /// The formats, in the order in which they were added. A value is a string or a <see cref="JsonNode"/>.
    /// </summary>
    public IReadOnlyDictionary<string, object> Formats => formats;

    /// <summary>What a front end should know about a format (sizes, alternative text), by MIME type.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The plain text, or an empty string where there is none.</summary>
    public string PlainText => formats.TryGetValue(Text, out object? text) ? text.ToString()! : "";

    /// <summary>Adds a text format (or replaces it).</summary>
    /// <returns>This bundle, so that calls can be chained.</returns>
    public MimeBundle Add(string mime, string content)
    {
        formats[mime] = content;
        return this;
    }

    /// <summary>Adds a JSON format (or replaces it).</summary>
    /// <returns>This bundle, so that calls can be chained.</returns>
    public MimeBundle Add(string mime, JsonNode content)
    {
        formats[mime] = content;
        return this;
    }

    /// <summary>The same value in some of its formats. Where none of them is there, its plain text alone.</summary>
    public MimeBundle Only(params IReadOnlyCollection<string> mimeTypes)
    {
        var result = new MimeBundle { Metadata = Metadata.DeepClone().AsObject() };
        foreach ((string mime, object content) in formats)
        {
            if (mimeTypes.Contains(mime))
                result.formats[mime] = content;
        }
        return result.formats.Count > 0 ? result : result.Add(Text, PlainText);
    }
}
