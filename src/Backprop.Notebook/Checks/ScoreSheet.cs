using System.Globalization;

namespace Backprop.Checks;

/// <summary>What was earned in this session. It is for the learner's eyes: marks are given elsewhere.</summary>
internal sealed class ScoreSheet
{
    private readonly Dictionary<string, Verdict> visible = [];
    private readonly Dictionary<string, Verdict> hidden = [];
    private readonly Dictionary<string, int> attempts = [];
    private readonly Dictionary<string, int> hints = [];

    /// <summary>Notes a visible run; an earlier hidden run no longer speaks for the new answer.</summary>
    public Verdict Visible(Verdict verdict)
    {
        int attempt = attempts[verdict.Id] = attempts.GetValueOrDefault(verdict.Id) + 1;
        hidden.Remove(verdict.Id);
        return visible[verdict.Id] = verdict with { Attempt = attempt };
    }

    /// <summary>Notes a hidden run.</summary>
    public void Hidden(Verdict verdict) => hidden[verdict.Id] = verdict;

    /// <summary>A part counts if all runs that there were agree.</summary>
    public string Points(string id)
    {
        IEnumerable<double> points =
            (visible.GetValueOrDefault(id), hidden.GetValueOrDefault(id)) switch
            {
                ({ } seen, { } unseen) => seen.Parts.Zip(unseen.Parts, (a, b) => Math.Min(a.Points, b.Points)),
                ({ } only, null) => only.Parts.Select(part => part.Points),
                (null, { } only) => only.Parts.Select(part => part.Points),
                _ => [],
            };
        return points.Sum().ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>How many hints were given before; counts one more.</summary>
    public int NextHint(string id)
    {
        int before = hints.GetValueOrDefault(id);
        hints[id] = before + 1;
        return before;
    }
}
