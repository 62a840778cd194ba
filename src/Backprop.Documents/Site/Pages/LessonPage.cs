using System.Globalization;
using AngleSharp.Dom;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>The page of one notebook that ran.</summary>
internal sealed class LessonPage
{
    private readonly List<Lesson> lessons;
    private readonly NotebookRun run;
    private readonly Assets assets;
    private readonly Links links;
    private readonly Pictures pictures;
    private readonly Headings headings = new();
    private readonly MarkdownView markdown;
    private readonly OutputView outputs;
    private readonly CellView cells;

    public LessonPage(RunPlan plan, IReadOnlyList<Lesson> lessons, NotebookRun run, Assets assets)
    {
        this.lessons = [.. lessons.Where(lesson => lesson.IsReadable)];
        this.run = run;
        this.assets = assets;
        links = new Links(plan.Notebooks, run.Planned);
        pictures = new Pictures(Path.GetDirectoryName(run.Planned.Source)!);
        markdown = new MarkdownView(headings, pictures, links);
        outputs = new OutputView(markdown, isInteractive: assets.Plotly is not null);
        cells = new CellView(outputs, run.Failure?.Cell);
    }

    /// <summary>Pictures of the text by path relative to the notebook; known after <see cref="ToHtml"/>.</summary>
    public IReadOnlyDictionary<string, string> Pictures => pictures.Files;

    /// <summary>The content of the page; known after <see cref="ToHtml"/>.</summary>
    public IElement? Text { get; private set; }

    /// <summary>The whole page.</summary>
    public string ToHtml()
    {
        Lesson lesson = lessons.First(l => l.Planned == run.Planned);
        IElement content = Content();
        if (content.QuerySelector("h1") is null)
            content.Prepend(content.Make("h1", text: lesson.Title));
        if (run.Failure is not null)
            content.QuerySelector("h1")!.After(Alarm(run.Failure));
        headings.LeadLinks(content);
        TellRegionsApart(content);
        Text = content;
        var body = Html.Of(
            $"""
            <div class="lay">
            {Sidebar(lesson)}
            <main id="main" class="les">
            {new Html(content.InnerHtml)}
            {Neighbours(lesson)}
            </main>
            {OnThisPage()}
            </div>
            """);
        PageExtras extras = PageExtras.For(
            assets, markdown.HasFormulas, outputs.HasFigures, content.QuerySelector("[data-step]") is not null);
        return PageFrame.Render($"{lesson.Title} · Backprop", links.To("index.html"), Remark(), body, extras);
    }

    private IElement Content()
    {
        IElement content = Dom.Parse("");
        var exercises = new ExerciseView(cells, markdown);
        List<NotebookCell> all = run.Notebook!.Cells;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Kind != CellKind.Markdown)
            {
                Add(content, all[i].Kind == CellKind.Raw ? Dom.Plain(all[i].Source) : cells.Render(all[i]));
                continue;
            }
            IElement text = markdown.Render(all[i].Source, all[i].Attachments);
            List<NotebookCell> below = [.. all.Skip(i + 1).TakeWhile(ExerciseView.MayStandBelow)];
            if (ExerciseView.IsExercise(below))
            {
                exercises.Render(text, below);
                i += below.Count;
            }
            content.Append([.. text.ChildNodes]);
        }
        return content;
    }

    // Two drawings of one kind are two landmarks: a screen reader lists them by their names.
    private static void TellRegionsApart(IElement content)
    {
        var seen = new Dictionary<string, int>();
        foreach (IElement region in content.Find("[role=region][aria-label], section[aria-label]"))
        {
            string label = region.GetAttribute("aria-label")!;
            int count = seen[label] = seen.GetValueOrDefault(label) + 1;
            if (count > 1)
                region.SetAttribute("aria-label", string.Create(CultureInfo.InvariantCulture, $"{label} {count}"));
        }
    }

    private static void Add(IElement content, IElement? element)
    {
        if (element is not null)
            content.AppendChild(element);
    }

    private static IElement Alarm(RunFailure failure)
    {
        Html where = failure.Cell is int cell
            ? Html.Of($" <a href=\"#cell-{cell}\">Go to cell {cell}</a>")
            : Html.Empty;
        return Dom.One(Html.Of(
            $"""
            <div class="bp-alarm" role="note"><p><b>✗ This lesson did not run to its end.</b>
            Stopped at {failure.Text}{where}</p></div>
            """));
    }

    private string Remark()
    {
        int count = run.Notebook!.Cells.Count(cell => cell.ExecutionCount is not null);
        string ran = count == 1 ? "1 cell" : string.Create(CultureInfo.InvariantCulture, $"{count} cells");
        return $"{ran} ran in {NumberText.Duration(run.Elapsed)}";
    }

    private Html Sidebar(Lesson current)
    {
        IEnumerable<Html> entries = lessons.Select((lesson, i) =>
        {
            var mark = new Html(lesson == current ? " aria-current=\"page\"" : "");
            return Html.Of(
                $"""
                <li><a href="{links.To(lesson.Planned.PagePath)}"{mark}>
                <span class="muted">{lesson.Number ?? i + 1}</span> <span>{lesson.ShortTitle}</span></a></li>

                """);
        });
        return Html.Of($"<nav class=\"side\" aria-label=\"Lessons\"><h2>Lessons</h2><ol>{entries}</ol></nav>");
    }

    private Html OnThisPage()
    {
        if (headings.Sections.Count < 2)
            return Html.Empty;
        IEnumerable<Html> entries = headings.Sections
            .Select(section => Html.Of($"<li><a href=\"#{section.Id}\">{section.Text}</a></li>\n"));
        return Html.Of($"<nav class=\"toc\" aria-label=\"On this page\"><h2>On this page</h2><ul>{entries}</ul></nav>");
    }

    private Html Neighbours(Lesson current)
    {
        if (lessons.Count < 2)
            return Html.Empty;
        int index = lessons.IndexOf(current);
        Html before = index > 0 ? Neighbour(index - 1, "prev") : Html.Empty;
        Html after = index + 1 < lessons.Count ? Neighbour(index + 1, "next") : Html.Empty;
        return Html.Of($"<nav class=\"pn\" aria-label=\"Previous and next\">{before}{after}</nav>");
    }

    private Html Neighbour(int index, string rel)
    {
        Lesson lesson = lessons[index];
        string name = string.Create(CultureInfo.InvariantCulture, $"Lesson {lesson.Number ?? index + 1}");
        string label = rel == "prev" ? $"← {name}" : $"{name} →";
        return Html.Of(
            $"""
            <a rel="{rel}" href="{links.To(lesson.Planned.PagePath)}"><small>{label}</small>{lesson.Title}</a>

            """);
    }
}
