namespace Backprop.Checks;

/// <summary>Looks at one answer, part by part.</summary>
internal static class Judge
{
    /// <summary>Runs every part with every seed; a part is right if all its runs are.</summary>
    public static Verdict Decide(Exercise exercise, Delegate attempt, IReadOnlyList<int> seeds)
    {
        if (AnswerShape.Fit(attempt, exercise.Parts[0].AnswerType) is not { } answer)
            return Whole(exercise, AnswerShape.Difference(attempt, exercise), notStarted: false);

        var results = new List<PartResult>();
        string? stuck = null;
        bool started = false;
        foreach (Part part in exercise.Parts)
        {
            string? need = stuck ?? part.Needs.FirstOrDefault(name => !IsRight(results, name));
            if (need is not null)
            {
                string message = stuck is null
                    ? $"looked at when \"{need}\" is right"
                    : $"looked at when \"{need}\" comes to an end";
                results.Add(new PartResult(part.Name, PartState.Waiting, 0, part.Points, message));
                continue;
            }
            Guard.Outcome outcome = Run(part, answer, seeds);
            started |= outcome.Ending != Guard.Ending.NotStarted;
            stuck = outcome.Ending == Guard.Ending.TimedOut ? part.Name : null;
            results.Add(Result(part, outcome.Message, results));
        }
        return started
            ? new Verdict(exercise.Id, exercise.Title, results) { Hints = exercise.Hints }
            : Whole(exercise, "not started: replace the line `throw new NotImplementedException();` by your answer, "
                + "run that cell, then run this check again.", notStarted: true);
    }

    private static bool IsRight(List<PartResult> results, string name) =>
        results.Any(result => result.Name == name && result.State == PartState.Passed);

    private static Guard.Outcome Run(Part part, Delegate answer, IReadOnlyList<int> seeds)
    {
        foreach (int seed in seeds)
        {
            Guard.Outcome outcome = Guard.Run(() => part.Test(answer, new Random(seed)), part.Patience);
            if (outcome.Message is not null)
                return outcome;
        }
        return new Guard.Outcome(Guard.Ending.Answered, null);
    }

    private static PartResult Result(Part part, string? message, List<PartResult> before)
    {
        if (message is null)
            return new PartResult(part.Name, PartState.Passed, part.Points, part.Points);
        if (before.FirstOrDefault(result => result.Message == message) is { } same)
            message = $"the same as \"{same.Name}\"";
        return new PartResult(part.Name, PartState.NotYet, 0, part.Points, message);
    }

    private static Verdict Whole(Exercise exercise, string message, bool notStarted) =>
        new(
            exercise.Id,
            exercise.Title,
            [.. exercise.Parts.Select(part => new PartResult(part.Name, PartState.Waiting, 0, part.Points))])
        {
            Message = message,
            NotStarted = notStarted,
            Hints = exercise.Hints,
        };
}
