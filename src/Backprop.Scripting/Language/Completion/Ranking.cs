namespace Backprop.Scripting;

/// <summary>From candidates to an answer: those that match what was typed, the best first.</summary>
internal static class Ranking
{
    /// <param name="candidates">What may stand at the place.</param>
    /// <param name="typed">What of the word is typed.</param>
    /// <param name="fits">Whether a candidate has a type that the place wants.</param>
    public static List<Completion> Choose(IEnumerable<Candidate> candidates, string typed, Func<Candidate, bool> fits)
    {
        var matching = candidates
            .Select(candidate => (Candidate: candidate, Match: NameMatching.Match(candidate.Name, typed)))
            .Where(found => found.Match != NameMatch.None)
            .ToList();

        // `to` means names that begin so; the humps of `TakeOne` count where none does, or where typed as such.
        bool humps = typed.Skip(1).Any(char.IsUpper) || matching.TrueForAll(found => found.Match == NameMatch.Humps);
        return
        [
            .. matching
                .Where(found => humps || found.Match != NameMatch.Humps)
                .OrderBy(found => found.Match)
                .ThenBy(found => fits(found.Candidate) ? 0 : 1)
                .ThenBy(found => found.Candidate.Rank)
                .ThenBy(found => found.Candidate.Text, StringComparer.OrdinalIgnoreCase)
                .ThenBy(found => found.Candidate.Text, StringComparer.Ordinal)
                .DistinctBy(found => found.Candidate.Text)
                .Take(Completions.MostItems)
                .Select(found => found.Candidate)
                .Select(best => new Completion(best.Text, best.Kind, best.Signature())),
        ];
    }
}
