using Backprop.Display;

namespace Backprop.Graphs;

// Graphs/: computational graphs as drawings, tables and text. It computes no slope: the library does.

/// <summary>Shows graphs: a drawing with its tables as HTML, and a text twin.</summary>
internal static class GraphFormatter
{
    // Wider drawings stand above their tables, narrower ones beside them.
    private const int WidestBeside = 520;

    /// <summary>Makes graphs show themselves as a cell's last value.</summary>
    public static void Register()
    {
        Formatter.RegisterDefault<Graph>(ToBundle);
        Formatter.RegisterDefault<ScalarGraph>(scalar => ToBundle(scalar.Graph));
    }

    /// <summary>The graph in its formats.</summary>
    public static MimeBundle ToBundle(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var view = new GraphView(graph);
        return new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(Card(view)).Content)
            .Add(MimeBundle.Text, GraphText.Of(view));
    }

    private static Html Card(GraphView view)
    {
        GraphDrawing drawing = GraphDrawing.Of(view);
        Html scroll = Html.Of(
            $"""<div class="bp-scroll" tabindex="0" role="region" aria-label="Drawing of the graph">{drawing.Svg}</div>""");
        string arrangement = drawing.Width <= WidestBeside ? "bp-two" : "";
        Html body = view.Scalar is { } scalar
            ? Html.Of($"""<div class="{arrangement}">{scroll}{GraphTables.Of(view, scalar)}</div>""")
            : scroll;
        return Html.Of(
            $"""
            <figure class="bp-card" id="{new Html(Html.IdPrefix)}g" aria-label="Computational graph: {view.Heading}">{Style}
            <div class="bp-head"><b>{view.Heading}</b>{Kind(view)} <span>{view.Size}</span>{End(view)}</div>
            <div class="bp-body">{Notes(view)}{body}</div></figure>
            """);
    }

    private static Html Style => new(
        $"<style>#{Html.IdPrefix}g .box{{fill:var(--bp-bg);stroke:var(--bp-axis)}}#{Html.IdPrefix}g .out{{stroke-width:2}}"
        + $"#{Html.IdPrefix}g .halo{{paint-order:stroke;stroke:var(--bp-card);stroke-width:4px;stroke-linejoin:round}}"
        + $"#{Html.IdPrefix}g .next{{margin-top:24px}}</style>");

    private static Html Kind(GraphView view) =>
        view.Scalar is null ? Html.Empty : new Html(" <span>scalar graph</span>");

    private static Html End(GraphView view) =>
        view.Inputs.Length > 0 ? Html.Of($" <span class=\"end\">{view.Inputs}</span>") : Html.Empty;

    private static Html Notes(GraphView view)
    {
        Html alarm = view.Alarm.Length > 0
            ? Html.Of($"<div class=\"bp-alarm warn\" role=\"note\"><p><b>▲ </b>{view.Alarm}</p></div>")
            : Html.Empty;
        Html leftOut = view.LeftOut.Length > 0 ? Html.Of($"<p class=\"bp-cap\">{view.LeftOut}</p>") : Html.Empty;
        return Html.Join([alarm, leftOut]);
    }
}
