using Backprop.Display;

namespace Backprop.Graphs;

// Graphs/: computational graphs as drawings, steps, tables and text. It computes no slope: the library does.

/// <summary>Shows graphs: a drawing to step through with its tables as HTML, and a text twin.</summary>
internal static class GraphFormatter
{
    // Wider drawings stand above their tables, narrower ones beside them.
    private const int WidestBeside = 520;

    /// <summary>Makes graphs show themselves as a cell's last value.</summary>
    public static void Register()
    {
        Formatter.RegisterDefault<Graph>(graph => ToBundle(graph));
        Formatter.RegisterDefault<ScalarGraph>(scalar => ToBundle(scalar.Graph));
    }

    /// <summary>The graph in its formats.</summary>
    /// <exception cref="ArgumentException">A name or a step of the request does not exist.</exception>
    public static MimeBundle ToBundle(Graph graph, GraphRequest? request = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var view = new GraphView(graph, request);
        return new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(Card(view)).Content)
            .Add(MimeBundle.Text, GraphText.Of(view));
    }

    private static Html Card(GraphView view)
    {
        // One node alone has nothing to step through.
        GraphSteps? steps = view.Shown.Edges.Count > 0 ? GraphSteps.Of(view) : null;
        Stepper? stepper = steps is null ? null : new Stepper(steps, FirstStep(view.Request, steps.Last));
        GraphDrawing drawing = GraphDrawing.Of(view, steps);
        bool isBeside = drawing.Width <= WidestBeside && view.Scalar is not null;
        Html both = Html.Of(
            $"""
            <div class="{(isBeside ? "bp-two" : "below")}">
            <div class="bp-scroll" tabindex="0" role="group" aria-label="Drawing of the graph">{drawing.Svg}</div>
            {GraphTables.Of(view, steps, isBeside)}</div>
            """);
        return Html.Of(
            $"""
            <figure class="bp-card" id="{new Html(Stepper.Card)}" aria-label="Computational graph: {view.Heading}">
            <style>{Style}{stepper?.Css}</style>
            <div class="bp-head"><b>{view.Heading}</b>{Kind(view)} <span>{view.Size}</span>{End(view)}</div>
            <div class="bp-body">{Alarm(view)}{stepper?.Controls}{both}{Caption(view, drawing)}</div>
            {(stepper is null ? Html.Empty : Stepper.Buttons)}</figure>
            """);
    }

    private static int FirstStep(GraphRequest request, int last)
    {
        if (request.Step is { } step && (step < 0 || step > last))
            throw new ArgumentException($"There is no step {step}: the steps of this graph are 0 to {last}.");
        return request.Step ?? last;
    }

    private static Html Style
    {
        get
        {
            const string card = "#" + Stepper.Card;
            return new Html(
                $"{card} .box{{fill:var(--bp-bg);stroke:var(--bp-axis)}}{card} .out{{stroke-width:2}}"
                + $"{card} .bad{{stroke:var(--bp-fail);stroke-width:2}}{card} .both>*+*{{margin-top:24px}}"
                + $"{card} .below>*+*{{margin-top:24px}}"
                + $"{card} .now{{margin:8px 0 12px;padding:8px 12px 8px 40px;background:var(--bp-panel)}}"
                + $"{card} .now b{{margin-right:6px}}{card} .pass{{font-size:12px;margin:0 4px 0 8px}}"
                + $"{card} .bp-radio .bp-btn{{padding:4px 10px}}");
        }
    }

    private static Html Kind(GraphView view) =>
        view.Kind.Length == 0 ? Html.Empty : Html.Of($" <span>{view.Kind}</span>");

    private static Html End(GraphView view) =>
        view.Inputs.Length > 0 ? Html.Of($" <span class=\"end\">{view.Inputs}</span>") : Html.Empty;

    private static Html Alarm(GraphView view) => GraphNotes.Alarm(view) is { Length: > 0 } alarm
        ? Html.Of($"<div class=\"bp-alarm warn\" role=\"note\"><p><b>▲ </b>{alarm}</p></div>")
        : Html.Empty;

    private static Html Caption(GraphView view, GraphDrawing drawing)
    {
        string[] notes = [GraphNotes.HowToRead(view), GraphNotes.LeftOut(view, drawing.HasAllLabels)];
        string note = string.Join(" ", notes.Where(text => text.Length > 0));
        return note.Length > 0 ? Html.Of($"<p class=\"bp-cap\">{note}</p>") : Html.Empty;
    }
}
