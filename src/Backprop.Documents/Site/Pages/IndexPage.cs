using System.Globalization;
using Backprop.Display;
using Runs = System.Collections.Generic.IReadOnlyDictionary<
    Backprop.Documents.PlannedNotebook, Backprop.Documents.NotebookRun>;

namespace Backprop.Documents;

/// <summary>The list of lessons.</summary>
internal static class IndexPage
{
    /// <summary>The whole page.</summary>
    /// <param name="lessons">All lessons of the run.</param>
    /// <param name="runs">Those that have run.</param>
    /// <param name="search">The words of their pages.</param>
    public static string ToHtml(IReadOnlyList<Lesson> lessons, Runs runs, SearchIndex search)
    {
        IEnumerable<Html> groups = lessons.Select((lesson, i) => (Lesson: lesson, Place: i + 1))
            .GroupBy(entry => Folder(entry.Lesson)).Select(group => Group(group.Key, group, runs));
        var content = Html.Of(
            $"""
            <main id="main" class="cp">
            <h1>Lessons</h1>
            <p>{Summary(lessons, runs)}</p>
            {Search(search)}
            {Start(lessons, runs)}
            {groups}
            {LessonMap.Draw([.. lessons.Where(lesson => HasPage(lesson, runs))], Url)}
            </main>
            """);
        PageExtras extras = search.HasSections ? new("", [PageFrame.Resource("search.js")]) : PageExtras.None;
        return PageFrame.Render("Lessons · Backprop", "index.html", "", content, extras);
    }

    private static string Summary(IReadOnlyList<Lesson> lessons, Runs runs)
    {
        int failed = runs.Values.Count(run => run.Failure is not null);
        var elapsed = new TimeSpan(runs.Values.Sum(run => run.Elapsed.Ticks));
        string time = NumberText.Duration(elapsed).Replace(' ', '\u00A0');
        string count = lessons.Count == 1
            ? "One lesson"
            : string.Create(CultureInfo.InvariantCulture, $"{lessons.Count} lessons");
        int minutes = lessons.Sum(lesson => lesson.Minutes ?? 0), points = lessons.Sum(lesson => lesson.Points ?? 0);
        string effort = minutes >= 60 && points > 0
            ? string.Create(CultureInfo.InvariantCulture, $" About {minutes / 60.0:F0} hours to read, {points} points in exercises.")
            : "";
        string outcome = failed == 0
            ? "Every number and picture was computed by that run."
            : string.Create(CultureInfo.InvariantCulture, $"{failed} did not run to the end; the list says where.");
        return $"{count} in C#, run from the first cell to the last in {time}. {outcome}{effort}";
    }

    // Hidden until the script that serves it runs. The data is text to the browser, and "<" cannot end it.
    private static Html Search(SearchIndex search)
    {
        if (!search.HasSections)
            return Html.Empty;
        var data = new Html(search.ToJson());
        return Html.Of(
            $"""
            <form id="bp-search" class="search" role="search" hidden><label for="bp-search-for">Search the lessons</label>
            <input id="bp-search-for" type="search" autocomplete="off" placeholder="a word, such as softmax">
            <output for="bp-search-for"></output><ol></ol></form>
            <script type="application/json" id="bp-search-data">{data}</script>
            """);
    }

    private static Html Start(IReadOnlyList<Lesson> lessons, Runs runs)
    {
        Lesson? first = lessons.FirstOrDefault(lesson => HasPage(lesson, runs));
        if (first is null || lessons.Count < 2)
            return Html.Empty;
        return Html.Of(
            $"""
            <div class="go"><div><p class="muted">Start here</p><b>{first.Title}</b>
            <p class="muted">{Measures(first)}</p></div>
            <a class="bp-btn" href="{Url(first)}">Open the first lesson</a></div>
            """);
    }

    private static Html Group(string folder, IEnumerable<(Lesson Lesson, int Place)> lessons, Runs runs)
    {
        IEnumerable<Html> entries = lessons.Select(entry => Entry(entry.Lesson, entry.Place, runs));
        return Html.Of($"<h2>{(folder.Length == 0 ? "All lessons" : folder)}</h2>\n<ol class=\"ls\">{entries}</ol>\n");
    }

    private static Html Entry(Lesson lesson, int place, Runs runs)
    {
        NotebookRun? run = runs.GetValueOrDefault(lesson.Planned);
        (string kind, string sign, string status) = run switch
        {
            null => ("later", "·", "not run"),
            { Failure: not null } => ("failed", "✗", run.Failure.Text),
            _ => ("done", "✓", $"ran in {NumberText.Duration(run.Elapsed)}"),
        };
        var inside = Html.Of(
            $"""
            <span class="s" aria-hidden="true">{sign}</span><span class="muted">{lesson.Number ?? place}</span>
            <span><b>{lesson.Title}</b><small>{status}</small></span><span class="n">{Measures(lesson)}</span>
            """);
        return HasPage(lesson, runs)
            ? Html.Of($"<li class=\"{kind}\"><a href=\"{Url(lesson)}\">{inside}</a></li>\n")
            : Html.Of($"<li class=\"{kind}\"><div>{inside}</div></li>\n");
    }

    private static bool HasPage(Lesson lesson, Runs runs)
    {
        return runs.GetValueOrDefault(lesson.Planned)?.Notebook is not null;
    }

    private static string Measures(Lesson lesson)
    {
        string minutes = lesson.Minutes is int m ? string.Create(CultureInfo.InvariantCulture, $"{m} min") : "";
        string points = lesson.Points is int p ? string.Create(CultureInfo.InvariantCulture, $"{p} points") : "";
        return string.Join(" · ", new[] { minutes, points }.Where(text => text.Length > 0));
    }

    private static string Folder(Lesson lesson)
    {
        int slash = lesson.Planned.Name.LastIndexOf('/');
        return slash < 0 ? "" : lesson.Planned.Name[..slash];
    }

    private static string Url(Lesson lesson) => SiteWriter.UrlOf(lesson.Planned);
}
