namespace Backprop.Display;

/// <summary>The keys of all bars of a chart, and where each bar stands among them.</summary>
internal sealed class BarGroups
{
    private readonly List<string> keys = [];
    private readonly List<BarTrace> traces;
    private readonly bool byPosition;

    public BarGroups(IEnumerable<BarTrace> bars)
    {
        traces = [.. bars];
        // The same key twice in one series: its bars can only be told apart by their place.
        byPosition = traces.Exists(t => t.Keys.Distinct().Count() < t.Keys.Count);
        foreach (BarTrace trace in traces)
            keys.AddRange(byPosition ? trace.Keys.Skip(keys.Count) : trace.Keys.Except(keys).ToList());
    }

    /// <summary>The keys, in the order in which they came.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>How many series stand side by side.</summary>
    public int Count => traces.Count;

    /// <summary>True where the first series lies; the others lie with it.</summary>
    public bool AreHorizontal => traces.Count > 0 && traces[0].IsHorizontal;

    /// <summary>Which of the series side by side this one is.</summary>
    public int IndexOf(BarTrace trace) => traces.FindIndex(t => ReferenceEquals(t, trace));

    /// <summary>The place of one bar along the axis of keys.</summary>
    public int PlaceOf(BarTrace trace, int bar) => byPosition ? bar : keys.IndexOf(trace.Keys[bar]);
}
