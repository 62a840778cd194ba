using System.Globalization;
using System.Text;

namespace Backprop;

/// <summary>What a check says: words first, so that it needs no colour.</summary>
/// <param name="Id">The exercise, such as <c>L08.d</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Parts">What was found, part by part.</param>
public sealed record Verdict(string Id, string Title, IReadOnlyList<PartResult> Parts)
{
    /// <summary>
    /// What holds for the whole answer, such as a function of the wrong shape; empty if nothing does.
    /// </summary>
    public string Message { get; init; } = "";

    /// <summary>True if the answer's cell still says <c>throw new NotImplementedException()</c>.</summary>
    public bool NotStarted { get; init; }

    /// <summary>How often this exercise was checked in this session, from 1; 0 where nobody counts.</summary>
    public int Attempt { get; init; }

    /// <summary>The hints, for the card to fold away.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The points earned.</summary>
    public double Points => Parts.Sum(part => part.Points);

    /// <summary>The points to be had.</summary>
    public double Max => Parts.Sum(part => part.Max);

    /// <summary>True if all parts are right.</summary>
    public bool Passed => Parts.All(part => part.State == PartState.Passed);

    /// <summary>The points in words, such as <c>4 of 6 points</c>.</summary>
    public string PointsText =>
        string.Create(CultureInfo.InvariantCulture, $"{Points:0.##} of {Max:0.##} points");

    /// <summary><c>PASSED</c> or <c>NOT YET</c> with the points, then one line for each part.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{(Passed ? "PASSED " : "NOT YET")} {Id}: {PointsText}");
        if (Message.Length > 0)
            return text.Append("\n  ").Append(Message).ToString();
        foreach (PartResult part in Parts)
        {
            string state = part.State switch
            {
                PartState.Passed => "ok     ",
                PartState.NotYet => "not yet",
                _ => "waits  ",
            };
            text.Append("\n  ").Append(state).Append("  ").Append(part.Name);
            if (part.Message.Length > 0)
                text.Append(": ").Append(part.Message);
        }
        return text.ToString();
    }
}
