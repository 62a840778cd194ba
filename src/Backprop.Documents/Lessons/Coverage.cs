using System.Globalization;
using System.Text;

namespace Backprop.Documents;

/// <summary>Which cells teach which row of the curriculum.</summary>
public static class Coverage
{
    /// <summary>The table as Markdown, one line a row of the curriculum: <c>coverage.md</c> beside the lessons.</summary>
    /// <param name="curriculum">What has to be taught.</param>
    /// <param name="lessons">The lessons.</param>
    public static string ToMarkdown(Curriculum curriculum, IReadOnlyList<LessonNotebook> lessons)
    {
        ArgumentNullException.ThrowIfNull(curriculum);
        int covered = curriculum.Rows.Count(row => lessons.Any(lesson => Teaches(lesson, row)));
        var text = new StringBuilder();
        text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # What is taught where

            {covered} of {curriculum.Rows.Count} rows of the [curriculum](curriculum.tsv) are taught. `./course check --write`
            writes this table from the cells' tags.

            | row | teaches | lessons (cells) |
            |---|---|---|

            """).ReplaceLineEndings("\n"));
        foreach (CurriculumRow row in curriculum.Rows)
        {
            IEnumerable<string> places = lessons.Where(lesson => Teaches(lesson, row)).Select(lesson => Place(lesson, row));
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Row} | {row.Teaches.Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(", ", places)} |\n");
        }
        return text.ToString();
    }

    private static bool Teaches(LessonNotebook lesson, CurriculumRow row) =>
        lesson.Notebook.Cells.Any(cell => cell.HasTag(row.Row));

    private static string Place(LessonNotebook lesson, CurriculumRow row)
    {
        int cells = lesson.Notebook.Cells.Count(cell => cell.HasTag(row.Row));
        return string.Create(CultureInfo.InvariantCulture,
            $"[{lesson.Number}]({Path.GetFileName(lesson.Path)}) ({cells})");
    }
}
