using Backprop.Checks;

namespace Backprop;

// Checks/: the engine behind the exercises: parts, points, messages, time limits. It knows no lesson;
// the lessons' own checks stand in notebooks/checks, one file each.

/// <summary>
/// Looks at a learner's answer and says what is right and what is not yet. Functions go in, plain numbers, arrays and
/// records cross the border; the learner's own types never do.
/// </summary>
public static class Check
{
    private static readonly ScoreSheet Scores = new();

    /// <summary>Runs the visible checks of an exercise.</summary>
    /// <param name="id">The exercise, such as <c>L08.d</c>.</param>
    /// <param name="attempt">The learner's function.</param>
    /// <returns>The verdict; as text it starts with <c>PASSED</c> or <c>NOT YET</c>.</returns>
    /// <exception cref="ArgumentException">No exercise has this id; the message lists those that there are.</exception>
    public static Verdict Run(string id, Delegate attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        Verdict verdict = Judge.Decide(Catalog.Find(id), attempt, [1]);
        return Scores.Visible(verdict);
    }

    /// <summary>
    /// Runs the same checks on other random inputs; a part's points then count only if these runs agree.
    /// </summary>
    /// <param name="id">The exercise.</param>
    /// <param name="attempt">The learner's function.</param>
    /// <param name="seeds">One run for each; at least one.</param>
    public static void Hidden(string id, Delegate attempt, params int[] seeds)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Length == 0)
            throw new ArgumentException($"The hidden check of {id} has no seeds. Give at least one number.");
        Scores.Hidden(Judge.Decide(Catalog.Find(id), attempt, seeds));
    }

    /// <summary>
    /// The points so far as one number in the invariant culture, such as <c>4</c>; the last line of a grade cell.
    /// </summary>
    public static string Score(string id) => Scores.Points(Catalog.Find(id).Id);

    /// <summary>The next hint of an exercise; they come one at a time, and after the last the first again.</summary>
    public static string Hint(string id)
    {
        Exercise exercise = Catalog.Find(id);
        int count = exercise.Hints.Count;
        if (count == 0)
            return $"{id} has no hints.";
        int number = Scores.NextHint(exercise.Id) % count;
        return $"Hint {number + 1} of {count} for {id}: {exercise.Hints[number]}";
    }

    /// <summary>Adds the checks of a lesson of one's own.</summary>
    public static void Register(Lesson lesson) => Catalog.Add(lesson);
}
