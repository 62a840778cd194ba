using System.IO.Enumeration;

namespace Backprop.Kernel;

/// <summary>Which cells a client wants to see again.</summary>
internal static class HistoryQuery
{
    /// <summary>The cells that a request asks for, the oldest first.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="entries">All cells, the oldest first.</param>
    /// <param name="session">The session of now.</param>
    public static IReadOnlyList<HistoryEntry> Select(
        HistoryRequest request, IReadOnlyList<HistoryEntry> entries, int session) => request.HistAccessType switch
    {
        "tail" => [.. entries.TakeLast(request.N ?? int.MaxValue)],
        "range" => [.. entries.Where(entry => IsInRange(entry, request, session))],
        "search" => Search(request, entries),
        _ => [],
    };

    // Session 0 is that of now, −1 the one before it. The end of a range is not part of it.
    private static bool IsInRange(HistoryEntry entry, HistoryRequest request, int session)
    {
        int wanted = request.Session > 0 ? request.Session : session + request.Session;
        return entry.Session == wanted
            && entry.Line >= (request.Start ?? 0)
            && entry.Line < (request.Stop ?? int.MaxValue);
    }

    private static IReadOnlyList<HistoryEntry> Search(HistoryRequest request, IReadOnlyList<HistoryEntry> entries)
    {
        string pattern = request.Pattern ?? "*";
        IEnumerable<HistoryEntry> found = entries
            .Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false));
        if (request.Unique)
            found = found.Reverse().DistinctBy(entry => entry.Input).Reverse();
        return [.. found.TakeLast(request.N ?? int.MaxValue)];
    }
}
