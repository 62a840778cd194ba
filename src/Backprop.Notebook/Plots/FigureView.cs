using System.Text;
using Backprop.Display;

namespace Backprop;

/// <summary>A figure as an output: head, drawings side by side, what is to be seen, how to read it.</summary>
internal static class FigureView
{
    private const int Padding = 26;
    private const int Few = 4;

    public static MimeBundle Of(Figure figure) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(Card(figure)).Content)
        .Add(MimeBundle.Text, Text(figure));

    /// <summary>The same in words and numbers.</summary>
    public static string Text(Figure figure)
    {
        IEnumerable<string> head = new[] { figure.Title, figure.Subject, figure.Extent }.Where(t => t.Length > 0);
        var text = new StringBuilder().AppendJoin(" · ", head).Append('\n');
        if (figure.Finding.Length > 0)
            text.Append(figure.Finding).Append('\n');
        foreach (FigurePart part in figure.Parts)
        {
            text.Append(part.Text).Append('\n');
            if (part.Note.Length > 0)
                text.Append("  ").Append(part.Note).Append('\n');
        }
        return text.Append(figure.Caption).ToString().TrimEnd();
    }

    private static Html Card(Figure figure)
    {
        bool isAlone = figure.Parts.Count == 1;
        FigureRoom room = isAlone ? FigureRoom.Alone : figure.Parts.Count <= Few ? FigureRoom.Beside : FigureRoom.Many;
        IEnumerable<Html> parts = figure.Parts.Select((part, i) => Panel(figure, part, room, i));
        string columns = room == FigureRoom.Beside ? "bp-two w" : "bp-two";
        Html body = isAlone ? Html.Join(parts) : Html.Of($"<div class=\"{columns}\">{parts}</div>");
        string width = isAlone
            ? PlotData.Invariant($" style=\"max-width:{Math.Max(440, figure.Parts[0].Width + Padding)}px\"")
            : "";
        return Html.Of(
            $"""
            <figure class="bp-card bp-chart"{new Html(width)} aria-label="{figure.Title}. {figure.Finding}">
            <div class="bp-head"><b>{figure.Title}</b> <span>{figure.Subject}</span>
            <span class="end">{figure.Extent}</span></div>
            <div class="bp-body">{body}{Finding(figure)}{Caption(figure)}{Data(figure)}</div></figure>
            """);
    }

    private static Html Panel(Figure figure, FigurePart part, FigureRoom room, int index)
    {
        // A single drawing does not repeat the title of the whole.
        bool hasTitle = part.Title.Length > 0 && !(room == FigureRoom.Alone && part.Title == figure.Title);
        Html remark = part.Remark.Length == 0 ? Html.Empty : Html.Of($"<small>{part.Remark}</small>");
        Html title = hasTitle ? Html.Of($"<p class=\"bp-h\">{part.Title}{remark}</p>") : Html.Empty;
        Html note = part.Note.Length == 0 ? Html.Empty : Html.Of($"<p class=\"bp-cap\">{part.Note}</p>");
        return Html.Of($"<div>{title}{part.Drawing(room, PlotData.Invariant($"p{index}-"))}{note}</div>");
    }

    private static Html Data(Figure figure) => figure.Charts.Count switch
    {
        0 => Html.Empty,
        1 => figure.Charts[0].ToTable(),
        _ => Chart.Grid(figure.Charts).ToTable(),
    };

    private static Html Finding(Figure figure) => figure.Finding.Length == 0
        ? Html.Empty
        : Html.Of($"<p style=\"font-size:var(--f3);margin:var(--g3) 0 0;max-width:76ch\">{figure.Finding}</p>");

    private static Html Caption(Figure figure) => figure.Caption.Length == 0
        ? Html.Empty
        : Html.Of($"<p class=\"bp-cap\" style=\"margin-top:var(--g1)\">{figure.Caption}</p>");
}
