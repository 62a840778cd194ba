using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>Turns the outputs of cells into elements of one page.</summary>
/// <param name="markdown">Draws texts in Markdown and LaTeX.</param>
/// <param name="isInteractive">True: charts also carry their figure, for plotly.js.</param>
internal sealed class OutputView(MarkdownView markdown, bool isInteractive)
{
    private const int ShownLines = 20;
    private const int MostLines = 40;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>True once an output had a figure for plotly.js.</summary>
    public bool HasFigures { get; private set; }

    /// <summary>What a cell showed, inside a <c>div</c>; null where it showed nothing.</summary>
    public IElement? Render(NotebookCell cell)
    {
        if (cell.Outputs.Count == 0)
            return null;
        IElement frame = Dom.Parse("");
        frame.ClassName = "out";
        foreach (NotebookOutput output in cell.Outputs)
            frame.AppendChild(output switch
            {
                StreamEntry stream => Stream(stream),
                DisplayEntry display => Display(display.Data),
                ErrorEntry error => Error(error),
                _ => throw new InvalidOperationException($"No view for {output.GetType().Name}."),
            });
        return frame;
    }

    private static IElement Stream(StreamEntry stream)
    {
        IElement frame = Text(stream.Text.TrimEnd('\n'));
        if (stream.IsError)
            frame.ClassName = "stderr";
        return frame;
    }

    // A text of many lines shows its beginning; the rest unfolds.
    private static IElement Text(string text)
    {
        string[] lines = text.Split('\n');
        if (lines.Length <= MostLines)
            return Dom.Parse(Pre(text, "Output").Content);
        string first = string.Join('\n', lines[..ShownLines]);
        string rest = string.Join('\n', lines[ShownLines..]);
        return Dom.Parse(Html.Of(
            $"""
            {Pre(first, "Output")}
            <details class="more"><summary>{lines.Length - ShownLines} more lines</summary>
            {Pre(rest, "More output")}</details>
            """).Content);
    }

    private static Html Pre(string text, string label)
    {
        return Dom.Scrolling("bp-text", label, new Html(AnsiText.ToHtml(text)));
    }

    private static IElement Error(ErrorEntry error)
    {
        string details = string.Join('\n', error.Traceback).Trim('\n');
        bool saysMore = details.Length > 0 && details.Trim() != error.Message.Trim();
        Html more = saysMore ? Pre(details, "Details of the error") : Html.Empty;
        return Dom.Parse(Html.Of(
            $"""
            <figure class="bp-card error" aria-label="Error">
            <div class="bp-head"><span class="bp-chip fail">✗ error</span><b>{error.Name}</b></div>
            <div class="bp-body"><p>{error.Message}</p>{more}</div></figure>
            """).Content);
    }

    private IElement Display(MimeBundle bundle)
    {
        IElement still = Still(bundle);
        if (!isInteractive || bundle.Formats.GetValueOrDefault(MimeBundle.Plotly) is not JsonNode figure)
            return still;
        // A chart of ours says whether plotly.js may take its drawing's place.
        if (still.QuerySelector(".bp-chart") is not null && still.QuerySelector(".bp-plot") is null)
            return still;
        HasFigures = true;
        IElement frame = still.Make("div", "figure");
        still.ClassName = "still";
        frame.AppendChild(still);
        IElement data = still.Make("script");
        data.SetAttribute("type", "application/json");
        data.ClassName = "bp-json";
        // The default encoder writes < as \u003C, so no text can end the element.
        data.TextContent = figure.ToJsonString();
        frame.AppendChild(data);
        return frame;
    }

    // The richest format that needs no script.
    private IElement Still(MimeBundle bundle)
    {
        IReadOnlyDictionary<string, object> formats = bundle.Formats;
        if (formats.GetValueOrDefault(MimeBundle.Html) is string html)
            return OutputHtml.Clean(html.Replace(Theme.OutputStyle, "", StringComparison.Ordinal));
        if (formats.GetValueOrDefault(MimeBundle.Svg) is string svg)
            return OutputHtml.Clean(svg);
        if (Pictures.FirstOrDefault(formats.ContainsKey) is string type)
            return Picture(type, (string)formats[type], bundle);
        if (formats.GetValueOrDefault(MimeBundle.Markdown) is string text)
            return markdown.Render(text);
        if (formats.GetValueOrDefault("text/latex") is string latex)
            return markdown.Render(latex.Contains('$', StringComparison.Ordinal) ? latex : $"$$\n{latex}\n$$");
        if (formats.GetValueOrDefault("application/json") is JsonNode json)
            return Text(json.ToJsonString(Indented));
        return Text(bundle.PlainText.TrimEnd('\n'));
    }

    private static IElement Picture(string type, string base64, MimeBundle bundle)
    {
        string alt = bundle.PlainText.Length > 0 ? bundle.PlainText : "Picture without a description";
        IElement frame = Dom.Parse("<p class=\"picture\"><img></p>");
        IElement picture = frame.QuerySelector("img")!;
        picture.SetAttribute("src", $"data:{type};base64,{string.Concat(base64.Where(c => !char.IsWhiteSpace(c)))}");
        picture.SetAttribute("alt", alt);
        foreach (string size in new[] { "width", "height" })
            if (bundle.Metadata[type]?[size] is JsonValue value && value.TryGetValue(out double pixels))
                picture.SetAttribute(size, pixels.ToString("0", CultureInfo.InvariantCulture));
        return frame;
    }
}
