using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>How a value is shown for whose type nothing was registered.</summary>
internal static class BuiltIn
{
    private const int MaxText = 2_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Plain text, and HTML where a table says more than a line.</summary>
    public static MimeBundle ToBundle(object? value, FormatterRegistry registry)
    {
        switch (value)
        {
            case Html html:
                return new MimeBundle().Add(MimeBundle.Html, html.Content).Add(MimeBundle.Text, html.Content);
            case Svg svg:
                return new MimeBundle().Add(MimeBundle.Svg, svg.Content).Add(MimeBundle.Text, svg.Alt);
            case Markdown markdown:
                return new MimeBundle().Add(MimeBundle.Markdown, markdown.Content)
                    .Add(MimeBundle.Text, markdown.Content);
            case Chart chart:
                return chart.ToBundle();
            case Interaction interaction:
                return InteractionView.Of(interaction);
            case JsonNode json:
                return new MimeBundle().Add("application/json", json.DeepClone())
                    .Add(MimeBundle.Text, json.ToJsonString(Indented));
            case Exception error:
                return ExceptionView.ToBundle(error);
            case not null when GenericChart.TryBundle(value) is { } foreign:
                return foreign;
            case Listing listing:
                return OfTable(new Table(listing.Title, listing.Columns, listing.Rows, listing.Rows.Count, IsCut: false), registry);
        }

        Table? table = value is null || Members.IsScalar(value) ? null : ReadTable(value, registry);
        if (table is null)
            return new MimeBundle().Add(MimeBundle.Text, Text(value, registry));
        return new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(TableView.ToHtml(table, registry)).Content)
            .Add(MimeBundle.Text, value is IEnumerable ? TableView.ToText(table, registry) : Text(value, registry));
    }

    private static MimeBundle OfTable(Table table, FormatterRegistry registry) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(TableView.ToHtml(table, registry)).Content)
        .Add(MimeBundle.Text, TableView.ToText(table, registry));

    /// <summary>Plain text alone.</summary>
    public static string Text(object? value, FormatterRegistry registry) => value switch
    {
        Exception error => ExceptionView.ToText(error),
        _ when Members.IsScalar(value) => TextView.Scalar(value),
        _ => TextView.Line(value, MaxText, registry),
    };

    // Reading runs foreign code (a count, an enumerator, a getter) at many places: whatever fails, text remains.
    private static Table? ReadTable(object value, FormatterRegistry registry) =>
        Members.Read(() => Table.Of(value, registry)) as Table;
}
