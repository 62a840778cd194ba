using System.Globalization;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>
/// Which lesson needs which, drawn: columns from left to right, each lesson to the right of all that it needs. Lines
/// that follow from others are left out.
/// </summary>
internal static class LessonMap
{
    private const int Width = 160, Height = 44, ColumnGap = 46, RowGap = 14, Margin = 4;
    private const int LineLength = 21;      // letters of a name on one line of a box

    /// <summary>The drawing; nothing where no lesson needs another.</summary>
    /// <param name="lessons">The lessons with pages, in order.</param>
    /// <param name="url">The address of a lesson's page.</param>
    public static Html Draw(IReadOnlyList<Lesson> lessons, Func<Lesson, string> url)
    {
        Dictionary<int, Lesson> byNumber = lessons.Where(lesson => lesson.Number is not null)
            .DistinctBy(lesson => lesson.Number).ToDictionary(lesson => lesson.Number!.Value);
        Dictionary<int, int[]> needs = byNumber.ToDictionary(
            entry => entry.Key, entry => entry.Value.Needs.Where(n => n < entry.Key && byNumber.ContainsKey(n)).ToArray());
        if (needs.Values.All(n => n.Length == 0))
            return Html.Empty;
        Dictionary<int, (int X, int Y)> places = Places(needs);
        int width = places.Values.Max(place => place.X) + Width + Margin;
        int height = places.Values.Max(place => place.Y) + Height + Margin;
        IEnumerable<Html> lines = needs.SelectMany(entry => Direct(entry.Value, needs)
            .Select(from => Line(places[from], places[entry.Key])));
        IEnumerable<Html> boxes = byNumber.OrderBy(entry => entry.Key)
            .Select(entry => Box(entry.Value, places[entry.Key], url(entry.Value)));
        return Html.Of(
            $"""
            <h2 id="map">What needs what</h2>
            <p>An arrow leads from a lesson to one that builds on it.</p>
            <div class="map" tabindex="0" role="group" aria-label="Map of the lessons, scrolls sideways">
            <svg viewBox="0 0 {width} {height}" width="{width}" height="{height}">
            <defs><marker id="bp-map-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>
            <g class="lines" aria-hidden="true">{lines}</g>
            {boxes}
            </svg></div>

            """);
    }

    /// <summary>The column of a lesson is one more than that of the last lesson that it needs.</summary>
    private static Dictionary<int, (int X, int Y)> Places(Dictionary<int, int[]> needs)
    {
        var columns = new Dictionary<int, int>();
        foreach (int lesson in needs.Keys.Order())
            columns[lesson] = needs[lesson].Select(n => columns[n] + 1).DefaultIfEmpty(0).Max();
        var places = new Dictionary<int, (int X, int Y)>();
        foreach (IGrouping<int, int> column in columns.Keys.GroupBy(lesson => columns[lesson]).OrderBy(group => group.Key))
        {
            // A lesson stands near the middle of those that it needs: lines are short and cross seldom.
            double Wish(int lesson) => needs[lesson].Length == 0 ? lesson : needs[lesson].Average(n => places[n].Y);
            int y = Margin;
            foreach (int lesson in column.OrderBy(Wish).ThenBy(lesson => lesson))
            {
                int wished = needs[lesson].Length == 0 ? y : (int)Wish(lesson);
                y = Math.Max(y, Math.Min(wished, y + (2 * (Height + RowGap))));
                places[lesson] = (Margin + (column.Key * (Width + ColumnGap)), y);
                y += Height + RowGap;
            }
        }
        return places;
    }

    private static IEnumerable<int> Direct(int[] needed, Dictionary<int, int[]> needs)
    {
        return needed.Where(n => !needed.Any(other => other != n && Reaches(other, n)));
        bool Reaches(int from, int to) => needs[from].Any(n => n == to || Reaches(n, to));
    }

    private static Html Line((int X, int Y) from, (int X, int Y) to)
    {
        int x1 = from.X + Width, y1 = from.Y + (Height / 2), x2 = to.X - 3, y2 = to.Y + (Height / 2), bend = ColumnGap / 2;
        string path = string.Create(CultureInfo.InvariantCulture,
            $"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}");
        return Html.Of($"<path d=\"{path}\" marker-end=\"url(#bp-map-head)\"/>");
    }

    private static Html Box(Lesson lesson, (int X, int Y) place, string url)
    {
        string[] lines = Wrap($"{lesson.Number} {lesson.ShortTitle}");
        int first = place.Y + (lines.Length == 1 ? 27 : 19);
        IEnumerable<Html> text = lines.Select((line, i) =>
            Html.Of($"<tspan x=\"{place.X + 10}\" y=\"{first + (i * 16)}\">{line}</tspan>"));
        return Html.Of(
            $"""
            <a href="{url}"><title>{lesson.Title}</title><rect x="{place.X}" y="{place.Y}" width="{Width}" height="{Height}" rx="5"/><text>{text}</text></a>

            """);
    }

    private static string[] Wrap(string text)
    {
        if (text.Length <= LineLength)
            return [text];
        int cut = text.LastIndexOf(' ', LineLength);
        if (cut <= 0)
            cut = LineLength;
        string rest = text[cut..].Trim();
        return [text[..cut], rest.Length <= LineLength ? rest : rest[..(LineLength - 1)].TrimEnd() + "…"];
    }
}
