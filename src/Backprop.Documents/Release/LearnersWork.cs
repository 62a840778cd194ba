using System.Globalization;
using System.Text.RegularExpressions;

namespace Backprop.Documents;

/// <summary>A learner's copy of a lesson, looked at before it is handed in: nothing is graded.</summary>
public sealed partial class LearnersWork
{
    private LearnersWork(IReadOnlyList<ExerciseOutcome> exercises, IReadOnlyList<string> faults) =>
        (Exercises, Faults) = (exercises, faults);

    /// <summary>How each exercise stands, in the order of the lesson.</summary>
    public IReadOnlyList<ExerciseOutcome> Exercises { get; }

    /// <summary>What would cost points or stop a grader, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>True if all visible checks pass and nothing is wrong with the file.</summary>
    public bool IsReady => Faults.Count == 0 && Exercises.All(exercise => exercise.Passed);

    /// <summary>Looks at a notebook that ran to its end, failing cells included.</summary>
    /// <param name="executed">The notebook with its outputs.</param>
    public static LearnersWork Of(NotebookDocument executed)
    {
        ArgumentNullException.ThrowIfNull(executed);
        return new LearnersWork(
            [.. executed.Cells.Select(OutcomeOf).OfType<ExerciseOutcome>()],
            [.. Doubles(executed), .. executed.Cells.SelectMany(FaultsOf)]);
    }

    private static ExerciseOutcome? OutcomeOf(NotebookCell cell)
    {
        string? said = cell.Outputs.OfType<DisplayEntry>().LastOrDefault(o => o.Count is not null)?.Data.PlainText;
        if (said is null || FirstLine().Match(said) is not { Success: true } first)
            return null;
        string[] open = [.. said.Split('\n').Skip(1).Select(line => line.Trim()).Where(line => !line.StartsWith("ok ", StringComparison.Ordinal))];
        return new ExerciseOutcome(
            first.Groups["id"].Value, first.Groups["word"].Value == "PASSED",
            Number(first.Groups["earned"]), Number(first.Groups["most"]), open);
    }

    private static IEnumerable<string> FaultsOf(NotebookCell cell)
    {
        if (CellSeal.Fault(cell) is string fault)
            yield return $"{cell.Id}: this cell {fault}.";
        if (CellSeal.IsBlankAnswer(cell))
            yield return $"{cell.Id}: nothing is written here yet. A teacher reads this answer.";
        foreach (ErrorEntry error in cell.Outputs.OfType<ErrorEntry>())
            yield return $"{cell.Id}: {error.Name}: {error.Message.Split('\n')[0]}";
    }

    // A copied cell keeps the mark of the first; a grader counts one of the two.
    private static IEnumerable<string> Doubles(NotebookDocument notebook) =>
        notebook.Cells.Select(cell => (string?)cell.Metadata["nbgrader"]?["grade_id"]).OfType<string>()
            .GroupBy(id => id).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: there are {group.Count()} cells of this name. Delete the copies.");

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<word>PASSED|NOT YET)\s+(?<id>\S+): (?<earned>[\d.]+) of (?<most>[\d.]+) points")]
    private static partial Regex FirstLine();
}

/// <summary>How one exercise stands.</summary>
/// <param name="Id">Such as <c>L08.d</c>.</param>
/// <param name="Passed">True if all its parts are right.</param>
/// <param name="Earned">Points so far.</param>
/// <param name="Most">Points that there are.</param>
/// <param name="Open">What its check says about the parts that are not right.</param>
public sealed record ExerciseOutcome(string Id, bool Passed, double Earned, double Most, IReadOnlyList<string> Open);
