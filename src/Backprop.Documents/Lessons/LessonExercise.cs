using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Backprop.Documents;

/// <summary>
/// One exercise: a statement, one or more answer cells, a check and a grade cell. A written one has a statement and one
/// cell of text, which a teacher reads.
/// </summary>
public sealed partial class LessonExercise
{
    private readonly string folder;

    private LessonExercise(string id, int points, bool isWritten, NotebookCell statement, LessonNotebook lesson)
    {
        folder = lesson.Folder;
        (Id, Points, IsWritten, Statement) = (id, points, isWritten, statement);
        string prefix = id.Replace('.', '-') + "-";
        NotebookCell[] own = [.. lesson.Notebook.Cells.Where(cell => cell.Id.StartsWith(prefix, StringComparison.Ordinal))];
        Solutions = [.. own.Where(cell => cell.Id.StartsWith(prefix + "solution", StringComparison.Ordinal))];
        Checks = [.. own.Where(cell => cell.Id == prefix + "check")];
        Grades = [.. own.Where(cell => cell.Id == prefix + "grade")];
        Texts = [.. own.Where(cell => cell.Id == prefix + "answer" && cell.Kind == CellKind.Markdown)];
    }

    /// <summary>The name that checks use, such as <c>L03.a</c>.</summary>
    public string Id { get; }

    /// <summary>What the statement promises.</summary>
    public int Points { get; }

    /// <summary>True if the answer is a text that a teacher reads.</summary>
    public bool IsWritten { get; }

    /// <summary>The text that asks for it.</summary>
    public NotebookCell Statement { get; }

    /// <summary>The cells that a learner fills in.</summary>
    public IReadOnlyList<NotebookCell> Solutions { get; }

    /// <summary>The cell that says what is right and what is not yet.</summary>
    public IReadOnlyList<NotebookCell> Checks { get; }

    /// <summary>The locked cell whose value is the points.</summary>
    public IReadOnlyList<NotebookCell> Grades { get; }

    /// <summary>Where a written answer goes; in the teacher's notebook a good one stands there.</summary>
    public IReadOnlyList<NotebookCell> Texts { get; }

    /// <summary>The exercises of a lesson, found by the headlines of their statements.</summary>
    internal static IEnumerable<LessonExercise> In(LessonNotebook lesson)
    {
        foreach (NotebookCell cell in lesson.Markdown)
            if (Headline().Match(cell.Source) is { Success: true } match)
                yield return new LessonExercise(match.Groups["id"].Value,
                    int.Parse(match.Groups["points"].Value, CultureInfo.InvariantCulture),
                    match.Groups["written"].Success, cell, lesson);
    }

    /// <summary>What is wrong with the cells, one sentence each.</summary>
    public IEnumerable<string> Faults() => IsWritten ? FaultsOfText() : FaultsOfCode();

    private IEnumerable<string> FaultsOfText()
    {
        if (Texts.Count != 1 || Solutions.Count + Checks.Count + Grades.Count > 0)
        {
            yield return $"{Id}: a written exercise has one text cell and no code";
            yield break;
        }
        if (!Says(Texts[0], "solution", true) || !Says(Texts[0], "grade", true) || !Says(Texts[0], "locked", false))
            yield return $"{Texts[0].Id}: is not marked as an answer that a teacher reads";
        if (Marks(Texts[0])?["points"] is not JsonValue value || value.GetValue<int>() != Points)
            yield return $"{Texts[0].Id}: its points differ from the statement's";
        if (!File.Exists(Path.Combine(folder, "..", "grading", Id[1..3], Id + ".md")))
            yield return $"{Id}: there is no rubric grading/{Id[1..3]}/{Id}.md";
    }

    private IEnumerable<string> FaultsOfCode()
    {
        if (Solutions.Count == 0 || Checks.Count != 1 || Grades.Count != 1)
        {
            yield return $"{Id}: needs an answer, one check and one grade cell";
            yield break;
        }
        foreach (NotebookCell cell in Solutions)
        {
            if (!Says(cell, "solution", true) || !Says(cell, "grade", false) || !Says(cell, "locked", false))
                yield return $"{cell.Id}: is not marked as an answer cell";
            if (Count(cell, "// BEGIN SOLUTION") == 0 || Count(cell, "// BEGIN SOLUTION") != Count(cell, "// END SOLUTION"))
                yield return $"{cell.Id}: its solution regions do not open and close";
        }
        if (!Checks[0].Source.EndsWith($"global::Backprop.Check.Run(\"{Id}\", {Answer})", StringComparison.Ordinal))
            yield return $"{Checks[0].Id}: does not end with Check.Run";
        foreach (string fault in GradeFaults(Grades[0]))
            yield return fault;
    }

    // The function that the check calls: the last argument of Check.Run.
    private string Answer => Call().Match(Checks[0].Source).Groups["answer"].Value;

    private IEnumerable<string> GradeFaults(NotebookCell cell)
    {
        if (!Says(cell, "grade", true) || !Says(cell, "solution", false) || !Says(cell, "locked", true))
            yield return $"{cell.Id}: is not marked as a locked grade cell";
        if (Marks(cell)?["points"] is not JsonValue value || value.GetValue<int>() != Points)
            yield return $"{cell.Id}: its points differ from the statement's";
        if (!cell.Source.StartsWith("#pragma warning disable\n// BEGIN HIDDEN TESTS\n", StringComparison.Ordinal)
            || Count(cell, "// END HIDDEN TESTS") != 1)
            yield return $"{cell.Id}: hidden tests have to stand between their markers, below the pragma";
        if (!cell.Source.EndsWith($"\nglobal::Backprop.Check.Score(\"{Id}\")", StringComparison.Ordinal))
            yield return $"{cell.Id}: does not end with Check.Score";
    }

    private static JsonObject? Marks(NotebookCell cell) => cell.Metadata["nbgrader"] as JsonObject;

    private static bool Says(NotebookCell cell, string key, bool wanted)
    {
        return Marks(cell) is JsonObject marks && marks["schema_version"]!.GetValue<int>() == 3
            && marks["grade_id"]!.GetValue<string>() == cell.Id && marks[key]!.GetValue<bool>() == wanted;
    }

    private static int Count(NotebookCell cell, string text) => cell.Source.Split(text).Length - 1;

    [GeneratedRegex(@"(?m)^### Exercise [0-9]+ · .*\*\((?<id>L[0-9]{2}\.[a-z]), (?<points>[0-9]+) points(?<written>, written)?")]
    private static partial Regex Headline();

    [GeneratedRegex("Check\\.Run\\(\"[^\"]+\", (?<answer>\\w+)\\)$")]
    private static partial Regex Call();
}
