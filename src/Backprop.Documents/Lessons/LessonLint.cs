using System.Text.RegularExpressions;

namespace Backprop.Documents;

/// <summary>The rules for a lesson as it is written, before anything runs. Each fault is one sentence.</summary>
public static partial class LessonLint
{
    private const int MostLines = 25;
    private const int MostLinesInExercise = 40;
    private const int MostColumns = 88;       // what a page shows without scrolling
    private const int LeastAltText = 40;

    // Words that talk down to somebody who is stuck.
    private static readonly string[] Unkind = ["simply", "obviously", "recall that", "of course", "trivial"];

    /// <summary>Everything that is wrong with a lesson.</summary>
    /// <param name="lesson">The lesson as it is written.</param>
    /// <param name="curriculum">What the course has to teach.</param>
    public static IEnumerable<string> Faults(LessonNotebook lesson, Curriculum curriculum)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(curriculum);
        return
        [
            .. Kernel(lesson), .. StoredOutputs(lesson), .. CodeSize(lesson), .. Headlines(lesson),
            .. Rows(lesson, curriculum), .. Images(lesson), .. LessonLinks.Dead(lesson), .. Words(lesson),
            .. PredictAndExplain(lesson), .. Exercises(lesson),
        ];
    }

    internal static IEnumerable<string> Kernel(LessonNotebook lesson)
    {
        if ((string?)lesson.Notebook.Metadata["kernelspec"]?["name"] != "backprop-csharp"
            || (string?)lesson.Notebook.Metadata["kernelspec"]?["language"] != "C#")
            yield return "the kernel has to be backprop-csharp, its language C#";
    }

    internal static IEnumerable<string> StoredOutputs(LessonNotebook lesson)
    {
        return lesson.Code.Where(cell => cell.Outputs.Count > 0 || cell.ExecutionCount is not null)
            .Select(cell => $"{cell.Id}: has stored outputs; a run makes them");
    }

    internal static IEnumerable<string> CodeSize(LessonNotebook lesson)
    {
        foreach (NotebookCell cell in lesson.Code)
        {
            string[] lines = cell.Source.Split('\n');
            if (lines.Length > (LessonNotebook.IsOfExercise(cell) ? MostLinesInExercise : MostLines))
                yield return FormattableString.Invariant($"{cell.Id}: {lines.Length} lines");
            if (lines.Max(line => line.Length) > MostColumns)
                yield return FormattableString.Invariant($"{cell.Id}: a line of {lines.Max(line => line.Length)} columns");
        }
    }

    internal static IEnumerable<string> Headlines(LessonNotebook lesson)
    {
        NotebookCell[] titled = [.. lesson.Markdown.Where(cell => Title().IsMatch(cell.Source))];
        if (titled.Length != 1 || titled[0] != lesson.Notebook.Cells[0] || Title().Count(titled[0].Source) != 1)
            yield return "there has to be one title (#), in the first cell";
    }

    internal static IEnumerable<string> Rows(LessonNotebook lesson, Curriculum curriculum)
    {
        foreach (NotebookCell cell in lesson.Notebook.Cells)
            if (!curriculum.Rows.Any(row => cell.HasTag(row.Row)))
                yield return $"{cell.Id}: no tag says which row of the curriculum it teaches";
        foreach (CurriculumRow row in curriculum.Rows.Where(row => row.Lesson == "L" + lesson.Number))
            if (!lesson.Notebook.Cells.Any(cell => cell.HasTag(row.Row)))
                yield return $"no cell teaches {row.Row}";
    }

    internal static IEnumerable<string> Images(LessonNotebook lesson)
    {
        foreach (NotebookCell cell in lesson.Markdown)
            foreach (Match image in Image().Matches(cell.Source))
            {
                if (!File.Exists(Path.Combine(lesson.Folder, image.Groups["file"].Value)))
                    yield return $"{cell.Id}: the picture {image.Groups["file"].Value} is not there";
                if (image.Groups["alt"].Length < LeastAltText)
                    yield return $"{cell.Id}: the picture {image.Groups["file"].Value} is not described";
            }
    }

    internal static IEnumerable<string> Words(LessonNotebook lesson)
    {
        foreach (NotebookCell cell in lesson.Markdown)
        {
            string text = NotText().Replace(cell.Source, " ");
            foreach (string word in Unkind)
                if (Regex.IsMatch(text, $@"\b{word}\b", RegexOptions.IgnoreCase))
                    yield return $"{cell.Id}: \"{word}\"";
            if (text.Contains('!', StringComparison.Ordinal))
                yield return $"{cell.Id}: an exclamation mark";
        }
    }

    /// <summary>What prints is predicted before it runs, and explained after.</summary>
    internal static IEnumerable<string> PredictAndExplain(LessonNotebook lesson)
    {
        List<NotebookCell> cells = lesson.Notebook.Cells;
        foreach (NotebookCell cell in lesson.Code.Where(cell => !LessonNotebook.IsOfExercise(cell) && Shows(cell)))
        {
            int at = cells.IndexOf(cell);
            if (at == 0 || !cells[at - 1].Source.Contains("**Predict.**", StringComparison.Ordinal))
                yield return $"{cell.Id}: nothing to predict before it";
            if (at == cells.Count - 1 || !cells[at + 1].Source.Contains("**What happened.**", StringComparison.Ordinal))
                yield return $"{cell.Id}: not explained after it";
        }
    }

    /// <summary>After a run: cells that should have shown something and did not, and cells that complained.</summary>
    public static IEnumerable<string> Silent(LessonNotebook executed)
    {
        ArgumentNullException.ThrowIfNull(executed);
        foreach (NotebookCell cell in executed.Code)
        {
            if (Shows(cell) && cell.Outputs.Count == 0)
                yield return $"{cell.Id}: shows nothing";
            if (cell.Outputs.Any(output => output is ErrorEntry or StreamEntry { IsError: true }))
                yield return $"{cell.Id}: writes errors";
        }
    }

    internal static IEnumerable<string> Exercises(LessonNotebook lesson)
    {
        Match promise = Promise().Match(lesson.Notebook.Cells[0].Source);
        int points = lesson.Exercises.Sum(exercise => exercise.Points);
        if (!promise.Success)
            yield return "the first cell does not say how many points the exercises are worth";
        else if (promise.Groups["points"].Value != FormattableString.Invariant($"{points}"))
            yield return FormattableString.Invariant(
                $"the exercises are worth {points} points, {promise.Groups["points"].Value} are promised");
        foreach (string fault in lesson.Exercises.SelectMany(exercise => exercise.Faults()))
            yield return fault;
        var claimed = lesson.Exercises.SelectMany(e => e.Solutions.Concat(e.Checks).Concat(e.Grades)).ToHashSet();
        foreach (NotebookCell cell in lesson.Code.Where(cell => LessonNotebook.IsOfExercise(cell) && !claimed.Contains(cell)))
            yield return $"{cell.Id}: belongs to no exercise";
    }

    // A cell that does something at its top level that can be seen, or whose last line is a value. What stands
    // inside a function that the cell only defines is not seen yet.
    private static bool Shows(NotebookCell cell)
    {
        bool isInDefinition = false;
        foreach (string line in cell.Source.Split('\n').Where(line => line.Length > 0))
        {
            if (char.IsLetter(line[0]))
                isInDefinition = !Statement().IsMatch(line);
            if (!isInDefinition && Visible().IsMatch(line))
                return true;
        }
        return cell.Source.TrimEnd() is not [.., ';' or '}'];
    }

    [GeneratedRegex("(?m)^# ")]
    private static partial Regex Title();

    [GeneratedRegex(@"\b(?<points>[0-9]+) points\.")]
    private static partial Regex Promise();

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\((?<file>[^)]+)\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"^(foreach|for|while|do|if|else|try|using \(|[A-Za-z.]+\(.*\);$)")]
    private static partial Regex Statement();

    [GeneratedRegex(@"Console\.Write|\.Display\(|^[A-Z][A-Za-z]*\(.*\);$")]
    private static partial Regex Visible();

    // Pictures, code, formulas: an exclamation mark there is no exclamation.
    [GeneratedRegex(@"!\[[^\]]*\]\([^)]+\)|```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$\n]*\$", RegexOptions.Singleline)]
    private static partial Regex NotText();
}
