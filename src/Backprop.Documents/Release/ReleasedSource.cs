namespace Backprop.Documents;

// Release/: what a learner gets of a lesson: the teacher's notebook without solutions, hidden tests and outputs.

/// <summary>A cell's text as a learner gets it.</summary>
public static class ReleasedSource
{
    private const string Solution = "SOLUTION";

    // Regions as nbgrader has them: a line that contains the words begins or ends one, whatever mark stands before.
    private static readonly string[] Regions = [Solution, "HIDDEN TESTS", "MARK SCHEME"];

    private static readonly string[] Stub = ["// YOUR CODE HERE", "throw new NotImplementedException();"];

    /// <summary>The text with each solution replaced by a line that throws, and without hidden tests and marking
    /// notes.</summary>
    /// <exception cref="DocumentException">A region is not closed, or begins within another.</exception>
    public static string Of(string source, string label)
    {
        var kept = new List<string>();
        string? open = null;
        foreach (string line in source.Split('\n'))
        {
            string? begins = Regions.FirstOrDefault(r => line.Contains($"BEGIN {r}", StringComparison.Ordinal));
            string? ends = Regions.FirstOrDefault(r => line.Contains($"END {r}", StringComparison.Ordinal));
            if (begins is not null && open is not null)
                throw new DocumentException($"{label}: BEGIN {begins} stands within BEGIN {open}. Close that one first.");
            if (ends is not null && ends != open)
                throw new DocumentException($"{label}: END {ends} without BEGIN {ends} before it.");
            if (begins is not null)
            {
                open = begins;
                if (begins == Solution)
                    kept.AddRange(Stub.Select(stub => Indent(line) + stub));
            }
            else if (ends is not null)
                open = null;
            else if (open is null)
                kept.Add(line);
        }
        return open is null
            ? string.Join('\n', kept)
            : throw new DocumentException($"{label}: BEGIN {open} is never closed. Add END {open}.");
    }

    private static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];
}
